import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { ask } from './graph.ts';
import { Home, SendMessage } from './journey/documents.ts';
import { Person } from './journey/person.ts';
import { kill } from './processes.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const bob = new Person(endpoint, somebody('Bob'));
const carol = new Person(endpoint, somebody('Carol'));

beforeAll(() => Promise.all([bob.signUp(), carol.signUp()]));
afterAll(async () => {
  await bob[Symbol.asyncDispose]();
  await carol[Symbol.asyncDispose]();
});

/** What of the home screen each subgraph answers for, and a small question for it. */
const answersFor = {
  skills: { fields: ['matches'], question: 'matches(first: 1) { edges { cursor } }' },
  sessions: { fields: ['sessions', 'reliability'], question: 'reliability { score }' },
  chat: { fields: ['unreadTotal'], question: 'unreadTotal' },
  reviews: { fields: ['reputation'], question: 'reputation { count }' },
  payments: { fields: ['membership', 'timeCredits'], question: 'timeCredits { balanceMinutes }' },
} as const;

/** Whether the gateway leaves a subgraph alone, as its metrics say. */
async function isLeftAlone(subgraph: string): Promise<boolean> {
  const text = await (await fetch(`${system.internalOrigin}/metrics`)).text();
  return text.includes(`gateway_subgraph_left_alone{subgraph="${subgraph}"} 1`);
}

describe('while a subgraph is dead', () => {
  it.each(Object.entries(answersFor))(
    'the home screen lacks what %s owns and nothing else, until it is back',
    async (subgraph, { fields, question }) => {
      await using ada = new Person(endpoint, somebody('Ada'));
      await ada.signUp();
      const whole = await ask(endpoint, ada, Home);
      expect(whole.errors).toEqual([]);
      await kill(subgraph);

      const partial = await ask(endpoint, ada, Home);
      const missing = Object.fromEntries(fields.map((field) => [field, null]));
      expect(partial.status).toBe(200);
      expect(partial.data).toEqual({ viewer: { ...viewerOf(whole.data), ...missing } });
      const broken = partial.errors.map(({ path }) => path?.slice(0, 2).join('.'));
      expect(new Set(broken)).toEqual(new Set(fields.map((field) => `viewer.${field}`)));
      for (const { extensions, message } of partial.errors) {
        expect(extensions.code).toBe('SUBREQUEST_HTTP_ERROR');
        expect(message).not.toMatch(new RegExp(`${subgraph}|127.0.0.1|ECONN`));
      }

      // Each has a name of its own, or they would be one request.
      await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          ask(endpoint, ada, `query Ask${String(at)} { viewer { ${question} } }`),
        ),
      );
      expect(await isLeftAlone(subgraph)).toBe(true);

      await expect
        .poll(() => ask(endpoint, ada, `{ viewer { ${question} } }`), { timeout: 15_000 })
        .toMatchObject({ errors: [] });
      expect(await isLeftAlone(subgraph)).toBe(false);
      expect((await ask(endpoint, ada, Home)).data).toEqual(whole.data);
    },
  );

  it.each(['skills', 'sessions', 'reviews', 'payments'] as const)(
    'a conversation goes on over the same socket without %s',
    async (subgraph) => {
      const conversationId = await openConversation();
      const client = createClient({
        url: endpoint.graphql.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: { authorization: carol.headers['authorization'] },
        retryAttempts: 0,
      });
      const events = client.iterate({
        query: `subscription ($id: ID!) {
          conversationEvents(conversationId: $id, afterSeq: 0) { message { text } }
        }`,
        variables: { id: conversationId },
      });
      const send = (text: string) =>
        ask(endpoint, bob, SendMessage, {
          input: { conversationId, clientMessageId: crypto.randomUUID(), text },
        });
      const next = async () => JSON.stringify((await events.next()).value);

      await send(`before ${subgraph}`);
      while (!(await next()).includes(`before ${subgraph}`));
      await kill(subgraph);
      expect((await send(`without ${subgraph}`)).errors).toEqual([]);
      expect(await next()).toContain(`without ${subgraph}`);
      await client.dispose();
      await expect.poll(() => isServing(subgraph), { timeout: 15_000 }).toBe(true);
    },
  );

  it('there is no viewer without users, and what others own is still there', async () => {
    await kill('users');
    const operation = '{ viewer { id } plans { code } }';
    const partial = await ask(endpoint, bob, operation);
    expect(partial.status).toBe(200);
    expect(partial.data?.['viewer']).toBeNull();
    expect(partial.data?.['plans']).not.toHaveLength(0);
    expect(partial.errors).toMatchObject([
      { path: ['viewer'], extensions: { code: 'SUBREQUEST_HTTP_ERROR' } },
    ]);
    await expect
      .poll(() => ask(endpoint, bob, operation), { timeout: 15_000 })
      .toMatchObject({ errors: [] });
  });
});

function viewerOf(data: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  const viewer = data?.['viewer'];
  expect(viewer).toBeTypeOf('object');
  return { ...(viewer ?? {}) };
}

async function isServing(subgraph: keyof typeof answersFor): Promise<boolean> {
  const { question } = answersFor[subgraph];
  return (await ask(endpoint, bob, `{ viewer { ${question} } }`)).errors.length === 0;
}

async function openConversation(): Promise<string> {
  const { data } = await ask(
    endpoint,
    bob,
    `mutation { openDirectConversation(input: { userId: "${carol.id}" }) { conversation { id } } }`,
  );
  const [, id = ''] = /"id":"(cnv_\w+)"/.exec(JSON.stringify(data)) ?? [];
  return id;
}
