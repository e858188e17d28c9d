import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { knownClients, sha256 } from './known-clients.ts';
import { composeToys, head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const sdl = `${head}
  type Query { name: String @public, town: String @public }
  type Subscription { ticks: Int @public }
`;
const users = {
  name: 'users',
  sdl,
  resolvers: {
    Query: { name: () => 'ada', town: () => 'Lyon' },
    Subscription: {
      ticks: {
        subscribe: async function* () {
          yield { ticks: 1 };
          await new Promise(() => undefined);
        },
      },
    },
  },
};
/** The same graph without the town. */
const smaller = composeToys([{ ...users, sdl: sdl.replace(', town: String @public', '') }]);
const whole = composeToys([users]);

const clients = knownClients();
let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users], { clients });
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('another supergraph', () => {
  test('takes the place of the one before, and no request fails meanwhile', async () => {
    let isOver = false;
    const statuses = new Set<unknown>();
    const client = async (): Promise<void> => {
      while (!isOver) {
        const { status, body } = await graph.post('{ name }');
        statuses.add(`${String(status)} ${JSON.stringify(body.data)}`);
      }
    };
    const all = [client(), client(), client()];
    for (const next of [smaller, whole, smaller]) await graph.gateway.replaceGraph(next);
    isOver = true;
    await Promise.all(all);
    expect([...statuses]).toEqual(['200 {"name":"ada"}']);
    expect((await graph.post('{ town }')).status).toBe(400);
    await graph.gateway.replaceGraph(whole);
    expect((await graph.post('{ town }')).body.data).toEqual({ town: 'Lyon' });
  });

  test.each([
    ['does not parse', { ...whole, supergraphSdl: 'type Query {' }],
    ['is none', { ...whole, supergraphSdl: 'type Query { name: String }' }],
    ['lacks a rule', { ...whole, accessRules: smaller.accessRules }],
  ])('that %s is refused while the one before serves', async (_what, files) => {
    await expect(graph.gateway.replaceGraph(files)).rejects.toThrow();
    expect((await graph.post('{ name town }')).body.data).toEqual({ name: 'ada', town: 'Lyon' });
  });

  test('that breaks a registered operation is refused, with its name and its client', async () => {
    clients.set([], [{ text: 'query Town { town }', partner: null }]);
    await expect(graph.gateway.replaceGraph(smaller)).rejects.toThrow(
      'app ios, Town: Cannot query field "town" on type "Query".',
    );
    expect((await graph.post('{ town }')).body.data).toEqual({ town: 'Lyon' });
    clients.set([], []);
    await graph.gateway.replaceGraph(smaller);
    await graph.gateway.replaceGraph(whole);
  });

  test('has planned the registered operations before it serves', async () => {
    const text = 'query Both($short: Boolean!) { name town @skip(if: $short) }';
    clients.set([], [{ text, partner: null }]);
    await graph.gateway.replaceGraph(whole);
    const planned = await countPlanned();
    expect(planned).toBeGreaterThan(0);
    for (const short of [true, false]) {
      const answer = await fetch(graph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ documentId: sha256(text), variables: { short } }),
      });
      expect(await answer.json()).toMatchObject({ data: { name: 'ada' } });
    }
    expect(await countPlanned()).toBe(planned);
    clients.set([], []);
  });

  test('lets subscribers come back to it', async () => {
    const client = createClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${await graph.token('usr_ada')}` },
    });
    const heard = Promise.withResolvers<unknown>();
    const closed = new Promise<unknown>((resolve) => client.on('closed', resolve));
    client.subscribe(
      { query: 'subscription { ticks }' },
      {
        next: heard.resolve,
        error: () => undefined,
        complete: () => undefined,
      },
    );
    expect(await heard.promise).toMatchObject({ data: { ticks: 1 } });
    await graph.gateway.replaceGraph(smaller);
    expect(await closed).toMatchObject({ code: 1012 });
    await client.dispose();
  });
});

/** How many operations the gateway has planned. */
async function countPlanned(): Promise<number> {
  const text = await (await fetch(`${graph.gateway.internalUrl}/metrics`)).text();
  return Number(/^gateway_planning_seconds_count (\d+)$/m.exec(text)?.[1]);
}
