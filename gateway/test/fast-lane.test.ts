import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../src/http/exchange.ts';
import { createFastLane } from '../src/http/fast-lane.ts';
import { createResponseReader, type HttpResponse } from '../src/http1/response-reader.ts';
import { inTime } from './client-socket.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([
    {
      name: 'users',
      sdl: `${head} type Query { viewer: String @public, twice(of: Int): Int @public }`,
      resolvers: {
        Query: { viewer: () => 'ada', twice: (_: unknown, args: { of: number }) => 2 * args.of },
      },
    },
  ]);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Sends pieces over one connection, each in a turn of its own, and reads so many responses. */
function converse(pieces: readonly (string | Buffer)[], count: number): Promise<HttpResponse[]> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpResponse[]>();
  const responses: HttpResponse[] = [];
  let reader = createResponseReader(1_000_000);
  const socket = connect({ port: Number(new URL(graph.url).port), host: 'localhost' });
  socket.setNoDelay(true);
  const finish = () => {
    socket.destroy();
    resolve(responses);
  };
  socket.on('data', (bytes) => {
    // Each response is looked at alone: several may have come at once.
    for (const part of apart(bytes)) {
      const response = reader.read(part);
      if (response === null) continue;
      responses.push({ ...response, body: response.body.replaceAll(/[\da-f-]{36}/g, 'id') });
      reader = createResponseReader(1_000_000);
      if (responses.length === count) finish();
    }
  });
  socket.on('close', finish);
  socket.on('error', reject);
  const send = (at: number) => {
    const piece = pieces[at];
    if (piece === undefined || socket.destroyed) return;
    socket.write(piece, () => setImmediate(send, at + 1));
  };
  send(0);
  return inTime(promise);
}

function apart(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1');
  const starts = [...text.matchAll(/HTTP\/1\.1 /g)].map(({ index }) => index);
  const places = [...new Set([0, ...starts, bytes.length])];
  return places.slice(1).map((end, at) => bytes.subarray(places[at], end));
}

function post(body: string, headers: readonly string[] = ['content-type: application/json']) {
  const length = `content-length: ${String(Buffer.byteLength(body))}`;
  return ['POST /graphql HTTP/1.1', 'host: localhost', ...headers, length, '', body].join('\r\n');
}

const twice = (of: number) => post(JSON.stringify({ query: `{ twice(of: ${String(of)}) }` }));

describe('a connection', () => {
  test('answers what is sent ahead in its order', async () => {
    const responses = await converse([twice(1) + twice(2) + twice(3)], 3);
    expect(responses.map(dataOf)).toEqual([2, 4, 6].map((value) => ({ twice: value })));
  });

  test('goes on after what the fast lane does not read, with nothing lost', async () => {
    const get = 'GET /graphql?query=%7Bviewer%7D HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const responses = await converse([twice(1), get + twice(2), twice(3)], 4);
    expect(responses.map(dataOf)).toEqual([
      { twice: 2 },
      { viewer: 'ada' },
      { twice: 4 },
      { twice: 6 },
    ]);
  });

  test('is read the same wherever the network cuts it', async () => {
    const whole = Buffer.from(twice(1) + post('{"query":"{ viewer } # é"}') + twice(3));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 4 }), async (cuts) => {
        const places = [...new Set([0, ...cuts.sort((a, b) => a - b), whole.length])];
        const pieces = places.slice(1).map((end, at) => whole.subarray(places[at], end));
        const responses = await converse(pieces, 3);
        expect(responses.map(dataOf)).toEqual([{ twice: 2 }, { viewer: 'ada' }, { twice: 6 }]);
      }),
      { numRuns: 100 },
    );
  });
});

test('a connection ends with the answer that it waits for when idle ones are closed', async () => {
  const asked = Promise.withResolvers<Exchange>();
  const lane = createFastLane({
    answer: (exchange) => {
      asked.resolve(exchange);
      return Promise.resolve();
    },
    handOver: (socket) => socket.destroy(),
    observe: () => undefined,
    idleMilliseconds: 60_000,
    stopping: new AbortController().signal,
  });
  const server = createServer((socket) => {
    lane.take(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = connect({ port, host: '127.0.0.1' });
  const told: Buffer[] = [];
  client.on('data', (bytes) => told.push(bytes));
  client.write(twice(1));

  const exchange = await asked.promise;
  lane.closeIdle();
  exchange.answer(200, [], 'done');
  server.close();
  await inTime(once(client, 'close'));
  expect(Buffer.concat(told).toString()).toMatch(/\r\nconnection: close\r\n\r\ndone$/);
});

test('the fast lane answers as Node’s server does, whatever is sent', async () => {
  const name = fc.constantFrom(
    ...['content-type', 'Content-Type', 'accept', 'x-note', 'origin', 'authorization'],
    ...['content-length', 'host', 'connection', 'transfer-encoding', 'expect', 'bad name', ''],
  );
  const value = fc.constantFrom(
    ...['application/json', 'text/html', 'application/graphql-response+json', '*/*', '7'],
    ...['Bearer x', 'chunked', 'keep-alive', 'https://evil.example', ' padded ', 'é', '\u0000', ''],
  );
  const headers = fc.array(
    fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`),
    { maxLength: 4 },
  );
  const body = fc.constantFrom(
    ...['{"query":"{ viewer }"}', '{"query":"{ nothing }"}', '{"query":', '[]', ''],
    ...['{"query":"query ($n: Int) { twice(of: $n) }","variables":{"n":4}}'],
  );
  await fc.assert(
    fc.asyncProperty(headers, body, fc.boolean(), async (given, text, isJson) => {
      const all = isJson ? ['content-type: application/json', ...given] : given;
      // A header without a meaning here, which the fast lane leaves to Node's server.
      const [fast, plain] = await Promise.all([
        converse([Buffer.from(post(text, all), 'latin1')], 1),
        converse([Buffer.from(post(text, ['te: trailers', ...all]), 'latin1')], 1),
      ]);
      expect(fast.map(withoutBudget)).toEqual(plain.map(withoutBudget));
    }),
    { numRuns: 300 },
  );
});

function dataOf({ body }: HttpResponse): unknown {
  const answered: unknown = JSON.parse(body);
  return typeof answered === 'object' && answered !== null && 'data' in answered
    ? answered.data
    : body;
}

/** What is left of a budget changes with every request. */
function withoutBudget(response: HttpResponse): HttpResponse {
  return { ...response, body: response.body.replace(/"remaining":\d+/, '') };
}
