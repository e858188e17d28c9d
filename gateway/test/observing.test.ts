import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uniqueName } from '@skillswap/kit/test/testkit';
import { z } from 'zod';
import { openSocket } from './client-socket.ts';
import { startObservedSystem, type ObservedSystem } from './observed-system.ts';
import { startTraceReceiver, type ReceivedSpan, type TraceReceiver } from './trace-receiver.ts';

const password = 'correct horse battery staple';
const email = `${uniqueName('ada')}@example.org`;
const displayName = 'Ada of the Observed';
const claimedTrace = 'ab'.repeat(16);

const auth = 'auth { accessToken refreshToken } user { id } userErrors { code }';
const session = z.object({ accessToken: z.string(), refreshToken: z.string() });
const payload = z.object({ auth: session, user: z.object({ id: z.string() }) });

let receiver: TraceReceiver;
let system: ObservedSystem;
/** Everything that must not be seen in a log or a trace. */
let secrets: readonly string[];
let userId: string;

/** One whole round: sign up, verify, log in, be refused, refresh, look at oneself, log out. */
async function playLogInRound(): Promise<void> {
  const post = (query: string, variables: object, token?: string) =>
    system.post(query, {
      variables: { input: variables },
      headers: {
        'apollographql-client-name': 'skillswap-web',
        'apollographql-client-version': '7.1',
        traceparent: `00-${claimedTrace}-${'cd'.repeat(8)}-01`,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
  await post('mutation SignUp($input: SignUpInput!) { signUp(input: $input) { mailSent } }', {
    ...{ email, password, displayName, timeZone: 'Europe/Paris', acceptedTermsVersion: '1' },
  });
  const link = system.mails.find(({ to }) => to === email)?.text ?? '';
  const mailed = /token=(\S+)/.exec(link)?.[1] ?? '';
  const verify = `mutation Verify($input: VerifyEmailInput!) { verifyEmail(input: $input) { ${auth} } }`;
  const verified = z
    .object({ data: z.object({ verifyEmail: payload }) })
    .parse(await post(verify, { token: mailed, deviceName: 'Phone' })).data.verifyEmail;
  const logIn = `mutation LogIn($input: LogInInput!) { logIn(input: $input) { ${auth} } }`;
  const wrong = 'an entirely wrong password';
  await post(logIn, { email, password: wrong, deviceName: 'Phone' });
  const logged = z
    .object({ data: z.object({ logIn: payload }) })
    .parse(await post(logIn, { email, password, deviceName: 'Phone' })).data.logIn;
  // Literals, too, and a document that is refused.
  await system.post(
    `mutation { logIn(input: { email: "${email}", password: "${wrong}" }) { no } }`,
  );
  await system.post(`{ viewer { id displayName email } plans { code } }`, {
    headers: { authorization: `Bearer ${logged.auth.accessToken}` },
  });
  await system.post('{ viewer { id } }', { headers: { authorization: 'Bearer forged.to.ken' } });
  await askOnSocket(logged.auth.accessToken);
  userId = logged.user.id;
  secrets = [
    ...[email, password, wrong, displayName, mailed, 'forged.to.ken'],
    ...Object.values(verified.auth),
    ...Object.values(logged.auth),
  ];
}

/** A query and a refused one on one socket. */
async function askOnSocket(accessToken: string): Promise<void> {
  using socket = await openSocket(system.url, { clientName: 'skillswap-mobile' });
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  const ask = async (query: string): Promise<void> => {
    socket.send({ type: 'subscribe', id: query, payload: { query } });
    for (let told = ''; told !== 'complete' && told !== 'error';) told = (await socket.next()).type;
  };
  await ask('query OnSocket { viewer { id } plans { code } }');
  await ask('query Wrong { nothing }');
}

beforeAll(async () => {
  receiver = await startTraceReceiver();
  system = await startObservedSystem(receiver);
  await playLogInRound();
  await system.flush();
}, 120_000);
afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

/** The spans of the trace in which the viewer looked at themselves and at the plans. */
function viewerTrace(): readonly ReceivedSpan[] {
  const asked = receiver.spans.find(({ name }) => name.startsWith('query viewer'));
  return receiver.spans.filter(({ traceId }) => traceId === asked?.traceId);
}

/** The names of the spans from the top of a trace down to this one. */
function wayTo(span: ReceivedSpan | undefined): readonly string[] {
  if (span === undefined) return [];
  const above = receiver.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...wayTo(above), `${span.service}: ${span.name}`];
}

describe('a trace', () => {
  it('is one from the gateway through a subgraph to MongoDB', () => {
    const command = viewerTrace().find(
      ({ service, attributes }) =>
        service === 'users' && attributes['db.system.name'] === 'mongodb',
    );
    expect(wayTo(command)).toEqual([
      'gateway: graphql query',
      'gateway: fetch users',
      'users: query viewer',
      'users: find users',
    ]);
  });

  it('is one from the gateway through a subgraph to PostgreSQL', () => {
    const query = viewerTrace().find(
      ({ attributes }) => attributes['db.system.name'] === 'postgresql',
    );
    expect(wayTo(query)).toEqual([
      'gateway: graphql query',
      'gateway: fetch payments',
      'payments: query plans',
      'payments: select plans',
    ]);
  });

  it('is one for an operation on a socket, too', () => {
    const tops = receiver.spans.filter(({ name, parentSpanId, attributes }) => {
      const isTop = parentSpanId === undefined && name === 'graphql query';
      return isTop && attributes['graphql.operation.name'] === 'OnSocket';
    });
    expect(tops).toHaveLength(1);
    const command = receiver.spans.find(
      ({ traceId, service, attributes }) =>
        traceId === tops[0]?.traceId &&
        service === 'users' &&
        attributes['db.system.name'] === 'mongodb',
    );
    expect(wayTo(command).slice(0, 3)).toEqual([
      'gateway: graphql query',
      'gateway: fetch users',
      'users: query viewer',
    ]);
  });

  it('shows what the gateway did before it asked anybody', () => {
    const top = viewerTrace().find(({ parentSpanId }) => parentSpanId === undefined);
    const parts = viewerTrace().filter(({ parentSpanId }) => parentSpanId === top?.spanId);
    const names = parts.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['read', 'admit', 'plan', 'fetch users']));
  });

  it('does not continue the trace that a client claims to be in, but links it', () => {
    expect(receiver.spans.filter(({ traceId }) => traceId === claimedTrace)).toEqual([]);
    const linked = receiver.spans.filter(({ links }) => links.includes(claimedTrace));
    expect(new Set(linked.map(({ service }) => service))).toEqual(new Set(['gateway']));
  });

  it('holds no document, no value and nothing of a person', () => {
    expect(receiver.spans.length).toBeGreaterThan(10);
    for (const secret of [...secrets, userId, 'displayName']) {
      expect(receiver.text()).not.toContain(secret);
    }
  });

  it('is not made of what background loops ask of their stores', () => {
    const roots = receiver.spans.filter(({ parentSpanId }) => parentSpanId === undefined);
    expect(new Set(roots.map(({ service }) => service))).toEqual(new Set(['gateway']));
  });
});

const line = z.looseObject({ level: z.number(), msg: z.string() });
const answered = () =>
  system.lines.map((text) => line.parse(JSON.parse(text))).filter(({ msg }) => msg === 'answered');

describe('the log', () => {
  it('has one line for each operation, which says what was run, by whom and how it went', () => {
    const traceIds = receiver.spans.map(({ traceId }) => traceId);
    const [logIn] = answered().filter(({ ['operation']: name }) => name === 'LogIn');
    expect(logIn).toMatchObject({
      level: 30,
      kind: 'mutation',
      client: 'skillswap-web',
      clientVersion: '7.1',
      viewer: 'anonymous',
      outcome: 'ok',
      status: 200,
    });
    expect(logIn?.['hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(logIn?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(logIn?.['seconds']).toBeTypeOf('number');
    expect(traceIds).toContain(logIn?.['traceId']);
    expect(answered()).toHaveLength(9);
  });

  it('tells of operations on sockets what it tells of those over HTTP', () => {
    const [seen] = answered().filter(({ operation }) => operation === 'OnSocket');
    expect(seen).toMatchObject({
      transport: 'socket',
      kind: 'query',
      client: 'skillswap-mobile',
      outcome: 'ok',
      code: null,
      status: null,
    });
    expect(seen?.['viewer']).toMatch(/^[0-9a-f]{16}$/);
    expect(receiver.spans.map(({ traceId }) => traceId)).toContain(seen?.['traceId']);
    const refused = answered().filter(
      ({ transport, code }) => transport === 'socket' && code !== null,
    );
    expect(refused).toMatchObject([{ outcome: 'refused', code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });

  it('says why an operation was refused', () => {
    expect(answered().map(({ outcome, code }) => [outcome, code])).toEqual(
      expect.arrayContaining([
        ['refused', 'GRAPHQL_VALIDATION_FAILED'],
        ['refused', 'UNAUTHENTICATED'],
      ]),
    );
  });

  it('knows people by a hash only', () => {
    const viewers = answered().map(({ viewer }) => viewer);
    expect(viewers).toContainEqual(expect.stringMatching(/^[0-9a-f]{16}$/));
    expect(system.lines.join('')).not.toContain(userId);
  });

  it('holds no password, token, address or name of a whole log-in round, at any level', () => {
    expect(secrets).toHaveLength(10);
    for (const secret of secrets) expect(system.lines.join('\n')).not.toContain(secret);
  });

  it('takes from a client no more than a short printable name', async () => {
    const headers = { 'apollographql-client-name': `app\t\u00e9\u0085${'x'.repeat(500)}` };
    await system.post('{ plans { code } }', { headers });
    await expect.poll(() => answered().at(-1)?.['client']).toMatch(/^app?x{1,61}$/);
  });
});

describe('the figures', () => {
  const figures = async (origin: string) => (await fetch(new URL('/metrics', origin))).text();

  it('have as many series after hundreds of made-up names as before', async () => {
    const many = 300;
    const series = async () =>
      (await figures(system.internalUrl)).split('\n').filter((text) => /^gateway_/.test(text));
    const ask = (at: number) =>
      system.post(`query Made${String(at)} { plans { code } }`, {
        headers: { 'apollographql-client-name': `made-up-${String(at)}` },
      });
    await ask(0);
    await system.post('query Broken {', {});
    const before = (await series()).length;
    for (let at = 1; at <= many; at += 1) await ask(at);
    const after = await series();
    expect(after).toHaveLength(before);
    expect(after.join('\n')).toContain('gateway_client_operations_total{client="other"}');
    expect(after.join('\n')).not.toContain('made-up');
  });

  it('tell of operations, refusals, fetches and subgraphs that are left alone', async () => {
    const text = await figures(system.internalUrl);
    for (const expected of [
      /gateway_operation_seconds_count\{kind="mutation",outcome="ok"\} [1-9]/,
      /gateway_refusals_total\{code="UNAUTHENTICATED"\} 1/,
      /gateway_client_operations_total\{client="skillswap-web"\} [1-9]/,
      /gateway_subgraph_fetch_seconds_count\{subgraph="payments",outcome="answered"\} [1-9]/,
      /gateway_subgraph_left_alone\{subgraph="users"\} 0/,
      /gateway_operations_running 0/,
      /gateway_planning_seconds_count [1-9]/,
      /nodejs_eventloop_lag_seconds/,
    ]) {
      expect(text).toMatch(expected);
    }
  });

  it('of a subgraph tell of its operations and of how far its background work is behind', async () => {
    const text = await figures(system.usersUrl);
    expect(text).toMatch(/subgraph_operation_seconds_count\{kind="mutation",outcome="ok"\} [1-9]/);
    expect(text).toMatch(/subgraph_outbox_lag_seconds [0-9.]+/);
    expect(text).toMatch(/subgraph_due_work_lag_seconds [0-9.]+/);
  });
});
