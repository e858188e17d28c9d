import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ServerResponse } from 'node:http';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const users = {
  name: 'users',
  sdl: `${head}
    type Query { count(step: Int = 1): Int! @public }
    type Mutation { add: Int! @public }
  `,
  resolvers: {},
};

let graph: ToySupergraph;
/** Requests that the subgraph has not answered yet. */
let held: ServerResponse[];
beforeAll(async () => {
  graph = await startToySupergraph([users]);
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  held = [];
  const toy = graph.subgraph('users');
  toy.requests.length = 0;
  toy.answerWith = ({ query }, response) => {
    if (query.includes('mutation')) response.end('{"data":{"add":1}}');
    else held.push(response);
  };
});

const query = '{ count }';
const asked = async (count: number): Promise<void> => {
  await expect.poll(() => held.length, { interval: 5 }).toBe(count);
};
const answer = (text = '{"data":{"count":7}}'): void => {
  for (const response of held.splice(0)) response.end(text);
};

describe('equal queries over HTTP', () => {
  test('of different people, languages and variables are asked apart', async () => {
    const apart = [
      graph.post(query),
      graph.post(query, { token: await graph.token('usr_ada') }),
      graph.post(query, { token: await graph.token('usr_bob') }),
      graph.post(query, { headers: { 'accept-language': 'fr' } }),
      graph.post('query ($step: Int) { count(step: $step) }', { variables: { step: 1 } }),
      graph.post('query ($step: Int) { count(step: $step) }', { variables: { step: 2 } }),
    ];
    await asked(apart.length);
    answer();
    await Promise.all(apart);
  });

  test('are not answered by what was asked before a mutation ended', async () => {
    const before = graph.post(query);
    await asked(1);
    expect((await graph.post('mutation { add }')).body.data).toEqual({ add: 1 });
    const after = graph.post(query);
    await asked(2);
    answer();
    await Promise.all([before, after]);
  });

  test('go on when one of those who wait leaves', async () => {
    const leaving = new AbortController();
    const left = fetch(graph.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    await asked(1);
    const staying = graph.post(query);
    const other = graph.post('{ count(step: 3) }');
    await asked(2);
    leaving.abort();
    await expect(left).rejects.toThrow();
    answer();
    expect((await staying).body.data).toEqual({ count: 7 });
    await other;
  });
});

test('equal mutations at the same time are two', async () => {
  await Promise.all([graph.post('mutation { add }'), graph.post('mutation { add }')]);
  expect(graph.subgraph('users').requests).toHaveLength(2);
});
