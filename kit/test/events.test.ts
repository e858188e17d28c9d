import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../src/id.ts';
import { startConsumer, type ApplyOnce } from '../src/inbox.ts';
import { eventStream, startRelay } from '../src/outbox.ts';
import { openRedis } from '../src/redis.ts';
import { eventStores, type EventStore } from './event-stores.ts';
import { engineUrl, eventually, testLog, uniqueName } from './testkit.ts';

describe.each(eventStores)('events kept in %s', (_name, openStore) => {
  let leftovers: AsyncDisposableStack;
  let store: EventStore;
  let redis: Redis;
  let prefix: string;
  let stream: string;
  beforeEach(async () => {
    leftovers = new AsyncDisposableStack();
    store = leftovers.use(await openStore());
    redis = openRedis(engineUrl('REDIS_URL'), testLog);
    leftovers.defer(() => {
      redis.disconnect();
    });
    prefix = `${uniqueName('events')}:`;
    stream = eventStream(prefix, 'users');
    leftovers.defer(async () => {
      await redis.del(stream, `${stream}:marker`, `${stream}:parked`);
    });
  });
  afterEach(() => leftovers.disposeAsync());

  const relay = () =>
    leftovers.use(
      startRelay({ outbox: store.openOutbox(), redis, subgraph: 'users', prefix, log: testLog }),
    );
  const consumer = async (apply: ApplyOnce, name = 'chat') => {
    const options = { redis, consumer: name, producers: ['users'], prefix, apply, log: testLog };
    return leftovers.use(await startConsumer(options));
  };
  const emitMany = async (count: number) => {
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) ids.push(await store.emit('thing.done', { each }));
    return ids;
  };
  const add = (event: string) => redis.xadd(stream, '*', 'event', event);
  const anEvent = (type: string, id = newId('evt')) =>
    JSON.stringify({ id, type, at: new Date().toISOString(), payload: {} });
  const pending = async (): Promise<unknown> => {
    const summary: unknown[] = await redis.xpending(stream, 'chat');
    return summary[0];
  };
  const isApplied = async (ids: readonly string[]) => {
    await eventually(async () => {
      expect((await store.applied()).sort()).toEqual([...ids].sort());
    });
  };
  /** Leaves the group's unacknowledged entries as a consumer does that died a minute ago. */
  const abandon = async (failures: number) => {
    const rows: unknown = await redis.xpending(stream, 'chat', '-', '+', 1_000);
    for (const row of Array.isArray(rows) ? rows : []) {
      const id: unknown = Array.isArray(row) ? row[0] : null;
      const idle = ['IDLE', 60_000, 'RETRYCOUNT', failures] as const;
      await redis.xclaim(stream, 'chat', 'dead', 0, String(id), ...idle);
    }
  };

  it('are applied exactly once under two relays and two consumers', async () => {
    relay();
    relay();
    const apply = store.createApply(['thing.done']);
    await consumer(apply);
    await consumer(apply);
    await isApplied(await emitMany(150));
    await eventually(async () => {
      expect(await pending()).toBe(0);
    });
  });

  it('leave in the order in which they were committed, whole', async () => {
    const ids = await emitMany(20);
    relay();
    await eventually(async () => {
      expect(await redis.xlen(stream)).toBeGreaterThanOrEqual(20);
    });
    const entries = await redis.xrange(stream, '-', '+');
    const events = entries.map(([, fields]): unknown => JSON.parse(fields[1] ?? ''));
    expect(events).toMatchObject(
      ids.map((id, each) => ({ id, type: 'thing.done', payload: { each } })),
    );
    for (const event of events) expect(event).toHaveProperty('at', expect.stringMatching(/Z$/));
  });

  it('that were rolled back never happened', async () => {
    await expect(store.emit('thing.done', {}, true)).rejects.toThrow('rolled back');
    relay();
    await consumer(store.createApply(['thing.done']));
    await isApplied([await store.emit('thing.done', {})]);
    expect(await redis.xlen(stream)).toBe(1);
  });

  it('that a dead consumer held are taken over, those it had applied too', async () => {
    const apply = store.createApply(['thing.done']);
    const ids = Array.from({ length: 10 }, () => newId('evt'));
    for (const id of ids) await add(anEvent('thing.done', id));
    await redis.xgroup('CREATE', stream, 'chat', '0');
    await redis.xreadgroup('GROUP', 'chat', 'dead', 'COUNT', 64, 'STREAMS', stream, '>');
    for (const id of ids.slice(0, 5)) {
      await apply({ id, type: 'thing.done', at: new Date().toISOString(), payload: {} });
    }
    await abandon(1);
    await consumer(apply);
    await isApplied(ids);
    await eventually(async () => {
      expect(await pending()).toBe(0);
    });
  });

  it('are published anew when Redis has lost everything, and applied once all the same', async () => {
    relay();
    await consumer(store.createApply(['thing.done']));
    const ids = await emitMany(10);
    await isApplied(ids);
    await redis.del(stream, `${stream}:marker`);
    await eventually(async () => {
      expect(await redis.xlen(stream)).toBeGreaterThanOrEqual(10);
    });
    ids.push(await store.emit('thing.done', {}));
    await isApplied(ids);
    await eventually(async () => {
      expect(await pending()).toBe(0);
    });
    expect((await store.applied()).sort()).toEqual(ids.sort());
  });

  it('settle when every consumer has applied them, not before', async () => {
    const publisher = relay();
    const gate = Promise.withResolvers<undefined>();
    await consumer(store.createApply(['thing.done']));
    await consumer(() => gate.promise.then(() => true), 'slow');
    const id = await store.emit('thing.done', {});
    expect(await publisher.settled(id, 300)).toBe(false);
    gate.resolve(undefined);
    expect(await publisher.settled(id, 10_000)).toBe(true);
    expect(await store.applied()).toEqual([id]);
  });

  it('of types that a consumer does not know are acknowledged', async () => {
    await consumer(store.createApply(['thing.done']));
    const known = newId('evt');
    await add(anEvent('thing.unheardOf'));
    await add(anEvent('thing.done', known));
    await isApplied([known]);
    await eventually(async () => {
      expect(await pending()).toBe(0);
    });
  });

  it('that fail or cannot be read hold up no others, and are parked after ten failures', async () => {
    const poison = newId('evt');
    const apply = store.createApply(['thing.done'], (event) =>
      event.id === poison ? Promise.reject(new Error('poison')) : Promise.resolve(),
    );
    const first = await consumer(apply);
    const good = [newId('evt'), newId('evt')];
    await add('not json');
    await add(anEvent('thing.done', poison));
    await add('{"id":1}');
    for (const id of good) await add(anEvent('thing.done', id));
    await isApplied(good);
    await eventually(async () => {
      expect(await pending()).toBe(3);
    });
    await first[Symbol.asyncDispose]();
    await abandon(10);
    await consumer(apply);
    await eventually(async () => {
      expect(await redis.xlen(`${stream}:parked`)).toBe(3);
      expect(await pending()).toBe(0);
    });
    await isApplied(good);
  });

  it('that failed are not marked, so that they are applied when the cause is gone', async () => {
    let isBroken = true;
    const apply = store.createApply(['thing.done'], () =>
      isBroken ? Promise.reject(new Error('broken')) : Promise.resolve(),
    );
    const event = { id: newId('evt'), type: 'thing.done', at: '', payload: {} };
    await expect(apply(event)).rejects.toThrow('broken');
    isBroken = false;
    expect([await apply(event), await apply(event)]).toEqual([true, false]);
    expect(await store.applied()).toEqual([event.id]);
  });

  it('are left to one relay at a time, and to the next when it stops', async () => {
    const [first, second] = [store.openOutbox(), store.openOutbox()];
    await emitMany(2);
    const inside = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    const publishing = first.publishNext(1, async () => {
      inside.resolve(undefined);
      await gate.promise;
    });
    await inside.promise;
    expect(await second.publishNext(1, () => Promise.resolve())).toBe(0);
    gate.resolve(undefined);
    expect(await publishing).toBe(1);
    await first.release();
    expect(await second.publishNext(10, () => Promise.resolve())).toBe(1);
  });

  it('stay unpublished when the stream does not take them', async () => {
    const outbox = store.openOutbox();
    const id = await store.emit('thing.done', {});
    const failing = outbox.publishNext(1, () => Promise.reject(new Error('no Redis')));
    await expect(failing).rejects.toThrow('no Redis');
    expect(await outbox.isPublished(id)).toBe(false);
    expect(await outbox.publishNext(1, () => Promise.resolve())).toBe(1);
    expect(await outbox.isPublished(id)).toBe(true);
    expect(await outbox.replay()).toBe(1);
    expect(await outbox.isPublished(id)).toBe(false);
  });
});
