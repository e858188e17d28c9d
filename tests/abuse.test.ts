import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '../gateway/src/config.ts';
import { startGateway } from '../gateway/src/gateway.ts';
import { connect, openSocket } from '../gateway/test/client-socket.ts';
import { ask, post } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const mallory = new Person(endpoint, somebody('Mallory'));
const ada = new Person(endpointOf(system), somebody('Ada'));

beforeAll(async () => {
  await mallory.signUp();
  await ada.signUp();
});
afterAll(async () => {
  await mallory[Symbol.asyncDispose]();
  await ada[Symbol.asyncDispose]();
});

/** How many requests and operations were refused with a code so far. */
async function refusals(code: string): Promise<number> {
  const text = await (await fetch(`${system.internalOrigin}/metrics`)).text();
  const line = text
    .split('\n')
    .find((candidate) => candidate.includes(`refusals_total{code="${code}"`));
  return Number(line?.split(' ').at(-1) ?? 0);
}

const repeat = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');
const deep = (levels: number): string =>
  levels === 0
    ? 'id'
    : `conversations(first: 1) { edges { node { members { ${deep(levels - 1)} } } } }`;
const bomb = `{ viewer { ...F0 } } ${repeat(
  30,
  (n) => `fragment F${String(n)} on User { ...F${String(n + 1)} ...F${String(n + 1)} }`,
)} fragment F30 on User { id }`;

describe('an operation that asks for too much', () => {
  it.each([
    ['by its depth', `{ viewer { ${deep(4)} } }`, 'MAX_DEPTH_LIMIT'],
    [
      'by its aliases',
      `{ ${repeat(40, (n) => `a${String(n)}: viewer { id }`)} }`,
      'MAX_ALIASES_LIMIT',
    ],
    ['by fragments of fragments', bomb, 'COST_ESTIMATED_TOO_EXPENSIVE'],
    [
      'by its brackets',
      `{ viewer ${'{ viewer '.repeat(250)}${'}'.repeat(251)}`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['by its size', `{ ${'__typename '.repeat(3_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['in one list', '{ searchSkills(first: 10000) { edges { cursor } } }', 'BAD_USER_INPUT'],
    [
      'in lists of lists',
      '{ viewer { conversations(first: 100) { edges { node { messages(first: 100) { edges { node { id } } } } } } } }',
      'COST_ESTIMATED_TOO_EXPENSIVE',
    ],
    [
      'by guessing twice',
      'mutation { a: logIn(input: { email: "a@b.example", password: "1" }) { userErrors { code } } b: logIn(input: { email: "a@b.example", password: "2" }) { userErrors { code } } }',
      'BAD_USER_INPUT',
    ],
    ['of the machinery inside', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'of entities by their keys',
      '{ _entities(representations: [{ __typename: "User", id: "x" }]) { __typename } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s is refused on both entrances, and counted', async (_how, query, code) => {
    const before = await refusals(code);
    const answer = await ask(endpoint, mallory, query);
    expect([answer.status, answer.data, answer.errors[0]?.extensions.code]).toEqual([
      400,
      null,
      code,
    ]);
    using socket = await connect(endpoint.graphql, tokenOf(mallory));
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code } }],
    });
    expect(await refusals(code)).toBe(before + 2);
  });

  it('as a batch of operations is refused whole', async () => {
    const batch = Array.from({ length: 100 }, () => ({ query: '{ plans { code } }' }));
    const answer = await post(endpoint, JSON.stringify(batch), mallory.headers);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('again and again is refused before anybody is asked, until there is budget again', async () => {
    const eager = new Person(endpointOf(system), somebody('Eager'));
    await eager.signUp();
    const dear = `{ ${repeat(8, (n) => `a${String(n)}: searchSkills(first: 100) { edges { node { id } } }`)} }`;
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await ask(endpoint, eager, dear));
    // Nearly all of it comes back when nothing is found, so that a search costs what it finds.
    expect(answers.map(({ status }) => status)).toContain(200);
    const flood = await Promise.all(Array.from({ length: 40 }, () => ask(endpoint, eager, dear)));
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { data, errors } of refused) {
      expect(data).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({
        code: 'RATE_LIMITED',
        cost: { requested: 880, budget: { limit: 1_000, refillPerSecond: 50 } },
      });
    }
    await expect
      .poll(async () => (await ask(endpoint, eager, '{ viewer { id } }')).status, {
        timeout: 10_000,
      })
      .toBe(200);
    await eager[Symbol.asyncDispose]();
  });
});

describe('a log-in', () => {
  it('cannot be guessed: after five failures even the right password has to wait', async () => {
    const { email, password } = ada.introduction;
    const logIn = (guess: unknown) =>
      ask(
        endpoint,
        null,
        'mutation ($input: LogInInput!) { logIn(input: $input) { auth { accessToken } userErrors { code } } }',
        { input: { email, password: guess } },
      );
    for (let count = 0; count < 5; count += 1) {
      const { data } = await logIn(`wrong ${String(count)}`);
      expect(data).toMatchObject({ logIn: { auth: null } });
    }
    const answer = await logIn(password);
    expect(answer.status).toBe(429);
    expect(answer.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(answer.text).not.toContain('accessToken":"');
  });

  it.each([
    ['an operator', { $gt: '' }],
    ['a pattern', { $regex: '.*' }],
    ['a list', [{ $ne: null }]],
  ])('takes no %s of the database for a password', async (_what, password) => {
    const answer = await ask(
      endpoint,
      null,
      'mutation ($input: LogInInput!) { logIn(input: $input) { auth { accessToken } } }',
      { input: { email: ada.introduction.email, password } },
    );
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('text that is code elsewhere', () => {
  const script =
    '<script>alert(document.cookie)</script><img src=x onerror=alert(1)> {"$gt":""} \'; drop table "a"; --';

  it('is stored and answered as the text that it is, in JSON that no page runs', async () => {
    const { errors } = await ask(
      endpoint,
      mallory,
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }',
      { input: { bio: script } },
    );
    expect(errors).toEqual([]);
    const response = await fetch(endpoint.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...mallory.headers },
      body: JSON.stringify({ query: '{ viewer { bio } }' }),
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.json()).toMatchObject({ data: { viewer: { bio: script } } });
  });

  it('finds nobody as an operator of the database', async () => {
    const { data, errors } = await ask(
      endpoint,
      mallory,
      'query ($text: String!) { searchSkills(text: $text, first: 5) { edges { cursor } } user(id: $text) { id } }'.replace(
        'user(id: $text)',
        'user(id: "{\\"$gt\\":\\"\\"}")',
      ),
      { text: '{"$gt":""}' },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ searchSkills: { edges: [] }, user: null });
  });

  it('is escaped on the page of mails, which runs no scripts', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const stranger = new Person(endpoint, { ...somebody('Stranger'), displayName: name });
    await stranger.signUp();
    const page = await fetch(`${system.internalOrigin}/mailbox`, {
      headers: { accept: 'text/html' },
    });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toContain(name);
    await stranger[Symbol.asyncDispose]();
  });
});

describe('a subgraph', () => {
  const usersUrl = inject('usersUrl');
  const forge = (secret: string, audience: string) =>
    new SignJWT({ viewer: { kind: 'service', name: 'gateway' } })
      .setProtectedHeader({ alg: 'HS256', typ: 'skillswap-identity+jwt' })
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(new TextEncoder().encode(secret));
  const askUsers = (headers: Readonly<Record<string, string>>, query = '{ viewer { id } }') =>
    fetch(usersUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });

  it('answers nobody without an identity, its machinery included', async () => {
    for (const query of ['{ viewer { id } }', '{ _service { sdl } }']) {
      const response = await askUsers({}, query);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });

  it('takes no forged identity', async () => {
    const forged = [
      'x.y.z',
      tokenOf(mallory),
      await forge('another-secret-with-as-many-characters', 'users'),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"viewer":{"kind":"service","name":"gateway"}}').toString('base64url')}.`,
    ];
    for (const identity of forged) {
      expect((await askUsers({ 'x-skillswap-identity': identity })).status).toBe(401);
    }
  });

  it('hears nothing of an identity that a client sends to the gateway', async () => {
    const { data } = await post(endpoint, JSON.stringify({ query: '{ viewer { id } }' }), {
      ...mallory.headers,
      'x-skillswap-identity': await forge('another-secret-with-as-many-characters', 'users'),
    });
    expect(data).toEqual({ viewer: { id: mallory.id } });
  });
});

describe('sockets', () => {
  it('with a frame that is too large are closed', async () => {
    using socket = await connect(endpoint.graphql, tokenOf(mallory));
    socket.sendText(`{"type":"ping","payload":{"x":"${'x'.repeat(200 * 1024)}"}}`);
    expect(await socket.closed).toBe(1009);
  });

  it('of one person that do nothing are ten at most', async () => {
    await using sockets = new AsyncDisposableStack();
    for (let count = 0; count < 10; count += 1) {
      sockets.use(await connect(endpoint.graphql, tokenOf(mallory)));
    }
    for (let count = 0; count < 20; count += 1) {
      using socket = await openSocket(endpoint.graphql);
      const authorization = `Bearer ${tokenOf(mallory)}`;
      socket.send({ type: 'connection_init', payload: { authorization } });
      expect(await socket.closed).toBe(4429);
    }
    // Others are not kept out.
    using other = await connect(endpoint.graphql, tokenOf(ada));
    other.send({ type: 'ping' });
    expect(await other.next()).toMatchObject({ type: 'pong' });
  });

  it('of nobody are closed', async () => {
    for (const payload of [undefined, {}, { authorization: 'Bearer x.y.z' }]) {
      using socket = await openSocket(endpoint.graphql);
      socket.send({ type: 'connection_init', ...(payload && { payload }) });
      expect(await socket.closed).toBe(4403);
    }
  });
});

describe('in production', () => {
  it('nobody but administrators reads the schema or sees the console, and there is no mailbox', async () => {
    const config = readConfig({
      SKILLSWAP_ENV: 'production',
      REDIS_URL: system.redisUrl,
      INTERNAL_IDENTITY_SECRET: 'a-secret-of-production-that-nobody-knows',
      LOG_LEVEL: 'silent',
    });
    await using gateway = await startGateway(
      { ...config, port: 0, internalPort: 0 },
      { stopping: new AbortController().signal, tracing: null },
    );
    const open = { ...endpoint, graphql: `${gateway.url}/graphql` };
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "User") { name } }']) {
      const answer = await ask(open, null, query);
      expect([answer.status, answer.data]).toEqual([400, null]);
      expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const page = await fetch(open.graphql, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(404);
    expect((await fetch(`${gateway.internalUrl}/mailbox`)).status).toBe(404);
  });
});

function tokenOf(person: Person): string {
  return (person.headers['authorization'] ?? '').replace('Bearer ', '');
}
