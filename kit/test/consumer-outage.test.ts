import { connect, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { newId } from '../src/id.ts';
import { startConsumer } from '../src/inbox.ts';
import { eventStream } from '../src/outbox.ts';
import { openRedis } from '../src/redis.ts';
import { engineUrl, eventually, testLog, uniqueName } from './testkit.ts';

/** A way to Redis that can be cut. */
async function openWay() {
  const { hostname, port } = new URL(engineUrl('REDIS_URL'));
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `redis://127.0.0.1:${String(own)}`,
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

it('a consumer stops at once while Redis is away', async () => {
  const way = await openWay();
  const redis = openRedis(way.url, testLog);
  const prefix = `${uniqueName('outage')}:`;
  const applied: string[] = [];
  const consumer = await startConsumer({
    redis,
    consumer: 'chat',
    producers: ['users'],
    prefix,
    log: testLog,
    apply: ({ id }) => {
      applied.push(id);
      return Promise.resolve(true);
    },
  });
  const id = newId('evt');
  const stream = eventStream(prefix, 'users');
  await redis.xadd(stream, '*', 'event', JSON.stringify({ id, type: 'a.b', payload: {} }));
  await eventually(() => {
    expect(applied).toEqual([id]);
  });

  let attempts = 0;
  redis.on('reconnecting', () => {
    attempts += 1;
  });
  way.cut();
  // Long enough for the consumer to be caught between two attempts of its own.
  await eventually(() => {
    expect(attempts).toBeGreaterThan(10);
  });
  await expect(redis.ping()).rejects.toThrow();
  await consumer[Symbol.asyncDispose]();
  redis.disconnect();

  await using direct = new AsyncDisposableStack();
  const cleaner = openRedis(engineUrl('REDIS_URL'), testLog);
  direct.defer(() => {
    cleaner.disconnect();
  });
  await cleaner.del(stream);
});
