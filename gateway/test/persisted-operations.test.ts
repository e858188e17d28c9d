import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLocalBuckets } from '../src/budgets/local-buckets.ts';
import { createBudgets } from '../src/budgets/budgets.ts';
import { createQuotas } from '../src/partners/quotas.ts';
import { connect, openSocket } from './client-socket.ts';
import { knownClients, newKey, sha256, type Registration } from './known-clients.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const people = {
  name: 'users',
  sdl: `${head}
    type Query {
      person(id: ID @tag(name: "partner")): Person @public @tag(name: "partner")
      viewer: Person @public
      sum(of: [Int]): Int @public
      secret: String @requiresScopes(scopes: [["partner:secret"]]) @tag(name: "partner")
    }
    type Mutation { greet(name: String): String @public }
    type Subscription { ticks: Int @authenticated }
    type Person @key(fields: "id") {
      id: ID! @public @tag(name: "partner")
      name: String @public @tag(name: "partner")
      email: String @public
    }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id = '1' }: { id?: string }) => ({ id, name: 'Ada' }),
      viewer: () => ({ id: 'me', name: 'Me' }),
      sum: (_: unknown, { of }: { of: number[] }) => of.reduce((a, b) => a + b),
      secret: () => 'secret',
    },
    Mutation: { greet: (_: unknown, { name }: { name?: string }) => `Hello ${name ?? ''}` },
    Subscription: {
      ticks: {
        subscribe: async function* () {
          await Promise.resolve();
          yield { ticks: 1 };
        },
      },
    },
  },
};

const person = 'query Person($id: ID) { person(id: $id) { id name } }';
const others = 'query Others { person { name } }';
const viewer = 'query Viewer { viewer { id } }';
const greet = 'mutation Greet { greet(name: "Ada") }';
const ticks = 'subscription Ticks { ticks }';
const old = 'query Old { person { id } }';
const gone = 'query Gone { person { __typename } }';

const [key, second, foreign] = [newKey(), newKey(), newKey()];
const keys = [
  { secret: key, partner: 'acme' },
  { secret: second, partner: 'acme' },
  { secret: foreign, partner: 'globex' },
];
const operations: readonly Registration[] = [
  { text: person, partner: 'acme' },
  { text: old, partner: 'acme', state: 'DEPRECATED' },
  { text: gone, partner: 'acme', state: 'RETIRED' },
  { text: others, partner: 'globex' },
  { text: viewer, partner: null },
  { text: greet, partner: null },
  { text: ticks, partner: null },
  { text: gone, partner: null, state: 'RETIRED' },
];

const clients = knownClients();
let town: ToySupergraph;
let token: string;
beforeAll(async () => {
  town = await startToySupergraph([people], { clients });
  token = await town.token('usr_1');
});
afterAll(() => town[Symbol.asyncDispose]());
beforeEach(() => {
  clients.set(keys, operations);
  clients.counted.length = 0;
});

interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { message: string; extensions: Readonly<Record<string, unknown>> }[];
}

async function ask(
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  url = town.url,
): Promise<Asked> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return readAsked(response);
}

async function get(
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const search = new URLSearchParams(parameters).toString();
  return readAsked(
    await fetch(`${town.url}?${search}`, { headers: { accept: 'application/json', ...headers } }),
  );
}

async function readAsked(response: Response): Promise<Asked> {
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new TypeError('not an answer');
  return { status: response.status, headers: response.headers, data: null, errors: [], ...body };
}

const asPartner = (secret = key) => ({ authorization: `Bearer ${secret}` });
const idOf = (text: string) => ({ documentId: `sha256:${sha256(text)}` });
const inExtension = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } },
});
const outcome = ({ status, errors }: Asked) => [status, errors[0]?.extensions['code']];

describe('an API key', () => {
  it.each([
    ['as a bearer', () => asPartner()],
    ['as a bearer in any case', () => ({ authorization: `bearer   ${key}` })],
    ['as x-api-key', () => ({ 'x-api-key': key })],
    ['in both headers', () => ({ ...asPartner(), 'x-api-key': key })],
    ['that is the partner’s other one', () => asPartner(second)],
  ])('opens the partner’s operations %s', async (_form, headers) => {
    const answer = await ask({ ...idOf(person), variables: { id: '7' } }, headers());
    expect(answer).toMatchObject({ status: 200, data: { person: { id: '7', name: 'Ada' } } });
  });

  it.each([
    ['unknown', () => newKey()],
    ['cut', () => key.slice(0, -1)],
    ['longer', () => `${key}x`],
    ['only its prefix', () => 'pk_abcdefgh'],
    ['nothing after pk_', () => 'pk_'],
    ['very long', () => `pk_${'x'.repeat(8_000)}`],
  ])('that is %s is UNAUTHENTICATED in both headers', async (_what, secret) => {
    const asBearer = await ask(idOf(person), asPartner(secret()));
    expect(outcome(asBearer)).toEqual([401, 'UNAUTHENTICATED']);
    expect(asBearer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    const asHeader = await ask(idOf(person), { 'x-api-key': secret() });
    expect(outcome(asHeader)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('that is empty or twice in one header is UNAUTHENTICATED', async () => {
    expect(outcome(await ask(idOf(person), { 'x-api-key': '' }))).toEqual([401, 'UNAUTHENTICATED']);
    expect(outcome(await ask(idOf(person), { 'x-api-key': `${key}, ${key}` }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it('is refused beside another credential', async () => {
    const headers = { ...asPartner(), 'x-api-key': second };
    expect(outcome(await ask(idOf(person), headers))).toEqual([400, 'BAD_REQUEST']);
    const withToken = { authorization: `Bearer ${token}`, 'x-api-key': key };
    expect(outcome(await ask(idOf(person), withToken))).toEqual([400, 'BAD_REQUEST']);
  });

  it('opens nothing once it has expired, been revoked, or its partner is suspended', async () => {
    const now = town.clock.now().getTime();
    clients.set([{ secret: key, partner: 'acme', expiresAt: now + 1_000 }], operations);
    expect(outcome(await ask(idOf(person), asPartner()))).toEqual([200, undefined]);
    town.clock.advance(1_000);
    expect(outcome(await ask(idOf(person), asPartner()))).toEqual([401, 'UNAUTHENTICATED']);
    clients.set([{ secret: second, partner: 'acme' }], operations);
    expect(outcome(await ask(idOf(person), asPartner()))).toEqual([401, 'UNAUTHENTICATED']);
    expect(outcome(await ask(idOf(person), asPartner(second)))).toEqual([200, undefined]);
  });

  it('cannot be judged while it is not known who has keys', async () => {
    clients.forget();
    const answer = await ask(idOf(person), asPartner());
    expect(outcome(answer)).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(outcome(await ask({ query: viewer }))).toEqual([200, undefined]);
  });

  it('opens nothing without the scope', async () => {
    clients.set(keys, operations, { scopes: [] });
    expect(outcome(await ask(idOf(person), asPartner()))).toEqual([403, 'FORBIDDEN']);
  });

  it('opens no socket', async () => {
    using socket = await openSocket(town.url);
    socket.send({ type: 'connection_init', payload: asPartner() });
    expect(await socket.closed).toBe(4403);
  });

  it('is counted when it is used', async () => {
    await ask(idOf(person), asPartner());
    expect(clients.counted).toEqual([`pky_${key.slice(-6)}`, `opr_${sha256(person).slice(0, 8)}`]);
  });
});

describe('a partner', () => {
  it.each([
    ['a text', { query: person }, 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    [
      'introspection',
      { query: '{ __schema { types { name } } }' },
      400,
      'PERSISTED_QUERY_ID_REQUIRED',
    ],
    ['a text and its id', { query: person, ...idOf(person) }, 400, 'CANNOT_SEND_PQ_ID_AND_BODY'],
    [
      'a text to be registered as Apollo’s clients do',
      { query: others, ...inExtension(others) },
      400,
      'CANNOT_SEND_PQ_ID_AND_BODY',
    ],
    ['an unknown id', idOf('{ x }'), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['another partner’s id', idOf(others), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['an app’s id', idOf(viewer), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['an id of another kind', { documentId: 'Person' }, 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['an id of another digest', { documentId: 'md5:0' }, 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['a retired id', idOf(gone), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
    ['an id that is a number', { documentId: 7 }, 400, 'BAD_REQUEST'],
    ['an id that is empty', { documentId: '' }, 400, 'BAD_REQUEST'],
    ['two ids', { ...idOf(person), ...inExtension(old) }, 400, 'BAD_REQUEST'],
    ['an extension without a version', { extensions: { persistedQuery: {} } }, 400, 'BAD_REQUEST'],
    ['an extension that is text', { extensions: { persistedQuery: 'x' } }, 400, 'BAD_REQUEST'],
    [
      'an extension without a digest',
      { extensions: { persistedQuery: { version: 1 } } },
      400,
      'BAD_REQUEST',
    ],
    [
      'an operation that is not in the document',
      { ...idOf(person), operationName: 'X' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable of another type',
      { ...idOf(person), variables: { id: { $gt: '' } } },
      400,
      'BAD_USER_INPUT',
    ],
  ])('that sends %s gets a code', async (_what, body, status, code) => {
    expect(outcome(await ask(body, asPartner()))).toEqual([status, code]);
  });

  it('is told that an operation is retired', async () => {
    const { errors } = await ask(idOf(gone), asPartner());
    expect(errors).toEqual([
      {
        message: 'This operation has been retired.',
        extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST', reason: 'RETIRED' },
      },
    ]);
  });

  it('is told that an operation is deprecated, and still gets its answer', async () => {
    const answer = await ask(idOf(old), asPartner());
    expect(answer).toMatchObject({ status: 200, data: { person: { id: '1' } } });
    expect(answer.headers.get('deprecation')).toBe('@1700000000');
    expect((await ask(idOf(person), asPartner())).headers.get('deprecation')).toBeNull();
  });

  it('runs an operation by either form of its id, by POST and by GET', async () => {
    const data = { person: { id: '1', name: 'Ada' } };
    expect(await ask(idOf(person), asPartner())).toMatchObject({ data });
    expect(await ask(inExtension(person), asPartner())).toMatchObject({ data });
    expect(await ask({ ...idOf(person), ...inExtension(person) }, asPartner())).toMatchObject({
      data,
    });
    expect(await get({ documentId: `sha256:${sha256(person)}` }, asPartner())).toMatchObject({
      data,
    });
    const extensions = JSON.stringify(inExtension(person).extensions);
    const variables = JSON.stringify({ id: '9' });
    expect(await get({ extensions, variables, operationName: '' }, asPartner())).toMatchObject({
      data: { person: { id: '9' } },
    });
  });

  it('never sees what is outside its contract, whatever is in the list', async () => {
    const email = 'query Email { person { email } }';
    clients.set(keys, [{ text: email, partner: 'acme' }]);
    const answer = await ask(idOf(email), asPartner());
    expect(outcome(answer)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(answer.errors[0]?.message).toBe('Cannot query field "email" on type "Person".');
  });
});

describe('a partner’s quota', () => {
  const quotas = createQuotas(createLocalBuckets());
  const limited = knownClients({ admit: (partner) => quotas.admit(partner) });
  const quota = { requestsPerMinute: 3, requestsPerDay: 1_000, costPerMinute: 1_000 };
  let gateway: ToySupergraph;
  beforeAll(async () => {
    const budgets = createBudgets(createLocalBuckets());
    gateway = await startToySupergraph([people], { clients: limited, budgets });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it('is shared by its keys, and answered 429 with the time until the next request', async () => {
    limited.set(keys, operations, { quota });
    const asked = [key, second, key].map((secret) =>
      ask(idOf(person), asPartner(secret), gateway.url),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await ask(idOf(person), asPartner(second), gateway.url);
    expect(outcome(refused)).toEqual([429, 'RATE_LIMITED']);
    expect(refused.errors[0]?.extensions['retryAfterSeconds']).toBe(
      Number(refused.headers.get('retry-after')),
    );
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(20);
    expect((await ask(idOf(others), asPartner(foreign), gateway.url)).status).toBe(200);
  });

  it('holds for a day, too', async () => {
    const [day, partner] = [newKey(), 'initech'];
    limited.set([{ secret: day, partner }], [{ text: person, partner }], {
      quota: { ...quota, requestsPerDay: 1 },
    });
    expect((await ask(idOf(person), asPartner(day), gateway.url)).status).toBe(200);
    const refused = await ask(idOf(person), asPartner(day), gateway.url);
    expect(outcome(refused)).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
  });

  it('tells what is left of the partner’s own budget', async () => {
    const [rich, partner] = [newKey(), 'umbrella'];
    limited.set([{ secret: rich, partner }], [{ text: person, partner }], {
      quota: { requestsPerMinute: 9, requestsPerDay: 9, costPerMinute: 6_000 },
    });
    expect(await ask(idOf(person), asPartner(rich), gateway.url)).toMatchObject({
      extensions: { cost: { budget: { limit: 6_000, refillPerSecond: 100 } } },
    });
  });
});

describe('an app of our own', () => {
  const asMember = () => ({ authorization: `Bearer ${token}` });

  it('runs its operations by id, mutations by POST only', async () => {
    expect(await ask(idOf(viewer))).toMatchObject({ status: 200, data: { viewer: { id: 'me' } } });
    expect(await ask(inExtension(greet), asMember())).toMatchObject({
      data: { greet: 'Hello Ada' },
    });
    const byGet = await get({ documentId: `sha256:${sha256(greet)}` });
    expect(outcome(byGet)).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  it.each([
    ['an id that nobody has registered', () => idOf('{ x }'), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['a partner’s id', () => idOf(person), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    ['a retired id', () => idOf(gone), 404, 'PERSISTED_QUERY_NOT_IN_LIST'],
    [
      'an id that is not that of its text',
      () => ({ query: '{ viewer { id } }', ...inExtension('{ x }') }),
      400,
      'BAD_REQUEST',
    ],
    [
      'a text that is not valid with its id',
      () => ({ query: '{ x }', ...inExtension('{ x }') }),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('that sends %s gets a code', async (_what, body, status, code) => {
    expect(outcome(await ask(body()))).toEqual([status, code]);
  });

  it('may send an unknown id with its text, which registers nothing', async () => {
    const text = '{ viewer { id name } }';
    expect((await ask({ query: text, ...inExtension(text) })).status).toBe(200);
    expect((await ask(inExtension(text))).status).toBe(404);
  });

  it('may send a known id with a text that is printed otherwise', async () => {
    const answer = await ask({
      query: 'query Viewer {\n  viewer { id }\n}',
      ...inExtension(viewer),
    });
    expect(answer).toMatchObject({ status: 200, data: { viewer: { id: 'me' } } });
  });

  it('runs queries and subscriptions by id on its socket', async () => {
    using socket = await connect(town.url, token);
    socket.send({ type: 'subscribe', id: 'q', payload: { query: '', ...inExtension(viewer) } });
    expect(await socket.next()).toMatchObject({
      id: 'q',
      payload: { data: { viewer: { id: 'me' } } },
    });
    expect(await socket.next()).toMatchObject({ type: 'complete', id: 'q' });
    socket.send({ type: 'subscribe', id: 's', payload: { query: '', ...inExtension(ticks) } });
    expect(await socket.next()).toMatchObject({ id: 's', payload: { data: { ticks: 1 } } });
    expect(await socket.next()).toMatchObject({ type: 'complete', id: 's' });
    socket.send({ type: 'subscribe', id: 'x', payload: { query: '', ...inExtension('{ x }') } });
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' } }],
    });
  });

  it('may register documents with more tokens than others may send', async () => {
    const numbers = (count: number) => Array.from({ length: count }, () => '1').join(' ');
    const large = `query Large { sum(of: [${numbers(2_500)}]) }`;
    expect(outcome(await ask({ query: large }))).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
    const tooLarge = `query TooLarge { sum(of: [${numbers(15_000)}]) }`;
    clients.set(keys, [
      { text: large, partner: null },
      { text: tooLarge, partner: null },
    ]);
    expect(await ask(idOf(large))).toMatchObject({ errors: [], data: { sum: 2_500 } });
    expect(outcome(await ask(idOf(tooLarge)))).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });
});

describe('the list of our apps’ operations', () => {
  it('binds apps when it is enforced, and leaves staff free', async () => {
    await using strict = await startToySupergraph([people], { clients, safelist: 'enforce' });
    const free = '{ viewer { name } }';
    const admin = await strict.token('usr_2', { roles: ['ADMIN'], scopes: ['admin'] });
    expect(outcome(await ask({ query: free }, {}, strict.url))).toEqual([
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ]);
    expect((await ask({ query: viewer }, {}, strict.url)).status).toBe(200);
    expect((await ask(idOf(viewer), {}, strict.url)).status).toBe(200);
    expect(outcome(await ask({ query: gone }, {}, strict.url))).toEqual([
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ]);
    const asAdmin = { authorization: `Bearer ${admin}` };
    expect((await ask({ query: free }, asAdmin, strict.url)).status).toBe(200);
    const member = await strict.token('usr_1');
    using socket = await connect(strict.url, member);
    socket.send({ type: 'subscribe', id: '1', payload: { query: free } });
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' } }],
    });
    clients.forget();
    expect(outcome(await ask({ query: viewer }, {}, strict.url))).toEqual([
      503,
      'SERVICE_UNAVAILABLE',
    ]);
  });

  it('refuses nothing while it is only looked at', async () => {
    await using watching = await startToySupergraph([people], { clients, safelist: 'log' });
    expect((await ask({ query: '{ viewer { name } }' }, {}, watching.url)).status).toBe(200);
    expect((await ask({ query: viewer }, {}, watching.url)).status).toBe(200);
    expect(clients.counted).toEqual([`opr_${sha256(viewer).slice(0, 8)}`]);
  });
});
