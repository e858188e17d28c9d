import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const endpoint = endpointOf(inject('system'));
const socketUrl = endpoint.graphql.replace('http', 'ws');
const ada = new Person(endpoint, somebody('Ada'));
const bob = new Person(endpoint, somebody('Bob'));
const mallory = new Person(endpoint, somebody('Mallory'));
const people = [ada, bob, mallory];

beforeAll(() => Promise.all(people.map((person) => person.signUp())));
afterAll(() => Promise.all(people.map((person) => person[Symbol.asyncDispose]())));

const followConversation = `subscription ($id: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $id, afterSeq: $afterSeq) { seq message { text } }
}`;

describe('a conversation that is followed over a socket', () => {
  it('looks to a stranger like one that does not exist', async () => {
    const id = await openConversation();
    const answers = await Promise.all([id, 'cnv_00000000000000000000000000'].map(firstError));
    expect(answers[0]).toHaveProperty('errors');
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('a socket', () => {
  it('without a valid token is closed with 4403', async () => {
    expect(await watchSocket({ authorization: 'Bearer nothing' }).closed).toBe(4403);
    expect(await watchSocket({}).closed).toBe(4403);
  });

  it('is closed soon after its person logs out', async () => {
    await using eve = new Person(endpoint, somebody('Eve'));
    await eve.signUp();
    const socket = watchSocket({ authorization: eve.headers['authorization'] });
    await socket.connected;
    await ask(endpoint, eve, 'mutation { logOut(input: {}) { userErrors { code } } }');
    expect(await socket.closed).toBe(4403);
  });
});

async function openConversation(): Promise<string> {
  const { data } = await ask(
    endpoint,
    ada,
    `mutation { openDirectConversation(input: { userId: "${bob.id}" }) { conversation { id } userErrors { code } } }`,
  );
  const [, id = ''] = /"id":"(cnv_\w+)"/.exec(JSON.stringify(data)) ?? [];
  return id;
}

/** What a stranger gets for their subscription. */
async function firstError(id: string): Promise<unknown> {
  const client = openSocket({ authorization: mallory.headers['authorization'] });
  try {
    const events = client.iterate({ query: followConversation, variables: { id } });
    const first = await events.next().catch((errors: unknown) => ({ value: { errors } }));
    return JSON.parse(JSON.stringify(first.value).replaceAll(/"requestId":"[^"]*"/g, ''));
  } finally {
    await client.dispose();
  }
}

function openSocket(connectionParams: Record<string, string | undefined>) {
  return createClient({
    url: socketUrl,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
}

/** Opens a socket and tells when it is accepted, and with which code the gateway ends it. */
function watchSocket(connectionParams: Record<string, string | undefined>) {
  const connected = Promise.withResolvers<unknown>();
  const closed = Promise.withResolvers<unknown>();
  const client = createClient({
    url: socketUrl,
    webSocketImpl: WebSocket,
    connectionParams,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
  });
  client.on('connected', connected.resolve);
  client.on('closed', (event) => {
    const code = typeof event === 'object' && event !== null && 'code' in event ? event.code : null;
    closed.resolve(code);
  });
  return { connected: connected.promise, closed: closed.promise };
}
