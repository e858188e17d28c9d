import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createPool, PoolExhausted, type Pool } from '../src/http1/pool.ts';

const opened: Disposable[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one[Symbol.dispose]();
});

const signal = new AbortController().signal;
const send = { timeoutMilliseconds: 5_000, signal };
const request = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';

interface Peer {
  readonly server: Server;
  readonly sockets: Socket[];
  pool(options?: { connections?: number; waiting?: number }): Pool;
}

/** A server that does with each request what the test says. */
async function startPeer(answer: (socket: Socket, count: number) => void): Promise<Peer> {
  const sockets: Socket[] = [];
  let count = 0;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => {
      count += 1;
      answer(socket, count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  opened.push({
    [Symbol.dispose]: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return {
    server,
    sockets,
    pool: ({ connections = 2, waiting = 2 } = {}) => {
      const url = new URL(`http://127.0.0.1:${String(port)}/`);
      const pool = createPool(url, { connections, waiting, mostBytes: 1_000 });
      opened.push(pool);
      return pool;
    },
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new TypeError('the server does not listen on a port');
}

const say = (socket: Socket, text: string) =>
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${String(text.length)}\r\n\r\n${text}`);

test('a connection carries one request after the other', async () => {
  const peer = await startPeer((socket, count) => say(socket, String(count)));
  const pool = peer.pool();
  for (const body of ['1', '2', '3']) expect((await pool.send(request, send)).body).toBe(body);
  expect(peer.sockets).toHaveLength(1);
});

test('requests beyond the connections wait in line, and more than may wait are refused', async () => {
  const held: Socket[] = [];
  const peer = await startPeer((socket) => held.push(socket));
  const pool = peer.pool();
  const sent = [1, 2, 3, 4].map(() => pool.send(request, send));
  await expect(pool.send(request, send)).rejects.toThrow(PoolExhausted);
  await expect.poll(() => held.length).toBe(2);
  for (const socket of held.splice(0)) say(socket, 'a');
  await expect.poll(() => held.length).toBe(2);
  for (const socket of held.splice(0)) say(socket, 'b');
  const bodies = (await Promise.all(sent)).map(({ body }) => body);
  expect(bodies).toEqual(['a', 'a', 'b', 'b']);
  expect(peer.sockets).toHaveLength(2);
});

test('a request without an answer in time gives its connection up', async () => {
  const peer = await startPeer((socket, count) => {
    if (count > 1) say(socket, 'late');
  });
  const pool = peer.pool({ connections: 1 });
  const first = pool.send(request, { timeoutMilliseconds: 20, signal });
  const second = pool.send(request, send);
  await expect(first).rejects.toMatchObject({ name: 'TimeoutError' });
  expect((await second).body).toBe('late');
  expect(peer.sockets).toHaveLength(2);
});

test('who leaves takes the request along, also out of the line', async () => {
  const held: Socket[] = [];
  const peer = await startPeer((socket) => held.push(socket));
  const pool = peer.pool({ connections: 1 });
  const leaving = new AbortController();
  const first = pool.send(request, send);
  const second = pool.send(request, { ...send, signal: leaving.signal });
  leaving.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  await expect.poll(() => held.length).toBe(1);
  for (const socket of held.splice(0)) say(socket, 'a');
  expect((await first).body).toBe('a');
});

test('a connection that the peer closes fails its request and nothing else', async () => {
  const peer = await startPeer((socket, count) => {
    if (count === 1) socket.destroy();
    else say(socket, 'ok');
  });
  const pool = peer.pool();
  await expect(pool.send(request, send)).rejects.toThrow();
  expect((await pool.send(request, send)).body).toBe('ok');
});

test('nobody there is told as it is', async () => {
  const peer = await startPeer(() => undefined);
  const pool = peer.pool();
  await new Promise((resolve) => peer.server.close(resolve));
  await expect(pool.send(request, send)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('an answer that is too large or not HTTP fails', async () => {
  const peer = await startPeer((socket, count) => {
    if (count === 1) say(socket, 'x'.repeat(1_001));
    else socket.write('nonsense\r\n\r\n');
  });
  const pool = peer.pool();
  await expect(pool.send(request, send)).rejects.toThrow('too large');
  await expect(pool.send(request, send)).rejects.toThrow('not HTTP');
});
