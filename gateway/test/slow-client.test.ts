import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultPatience } from '../src/http/public-server.ts';
import { inTime } from './client-socket.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const users = {
  name: 'users',
  sdl: `${head} type Query { viewer: String @public }`,
  resolvers: { Query: { viewer: () => 'ada' } },
};

let graph: ToySupergraph;
beforeAll(async () => {
  const patience = { headersMilliseconds: 200, requestMilliseconds: 400 };
  graph = await startToySupergraph([users], { patience });
});
afterAll(() => graph[Symbol.asyncDispose]());

/** What the server says to somebody who sends this and nothing more. */
function sayTo(text: string): Promise<string> {
  const answered = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(graph.url).port), 'localhost');
  let said = '';
  socket.on('data', (bytes) => (said += bytes.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => {
    answered.resolve(said);
  });
  socket.write(text);
  return inTime(answered.promise);
}

test('a client has 8 seconds for its headers and 30 for its request', () => {
  expect(defaultPatience).toEqual({ headersMilliseconds: 8_000, requestMilliseconds: 30_000 });
});

test.each([
  ['headers', 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n'],
  ['headers of a socket', 'GET /graphql HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\n'],
  [
    'a body',
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"query":',
  ],
])('a client that does not finish %s is answered 408 and left', async (_what, text) => {
  const answer = await sayTo(text);
  expect(answer).toMatch(/^HTTP\/1.1 408 .*connection: close/s);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    errors: [{ extensions: { code: 'BAD_REQUEST' } }],
  });
});
