import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { actAt, type Wish } from './act.ts';
import { ask, post } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));

const bob = new Person(endpoint, somebody('Bob'));
const carol = new Person(endpoint, somebody('Carol'));
const people = [ada, bob, carol];
const { act, make } = actAt(endpoint);
const clock = openSystemClock(system);

/** A skill of Bob's, a session of his with Carol, and a session that Ada has proposed to him. */
let [offered, foreign, own] = ['', '', ''];
beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  const guitar = { type: 'TEACH', label: 'Guitar', level: 'BEGINNER', languages: ['en'] };
  offered = await make(bob, 'addSkill', { ...guitar, modes: ['REMOTE'] }, 'skill');
  const propose = async (learner: Person, days: number) => {
    const input = { skillId: offered, mode: 'REMOTE', ...(await inDays(days)) };
    const proposal = { idempotencyKey: crypto.randomUUID(), ...input };
    return make(learner, 'proposeSession', proposal, 'session');
  };
  [foreign, own] = [await propose(carol, 3), await propose(ada, 4)];
});
afterAll(async () => {
  await Promise.all(people.map((person) => person[Symbol.asyncDispose]()));
  await clock[Symbol.asyncDispose]();
});

async function inDays(days: number, hours = 1) {
  const start = (await clock.now()).getTime() + days * 86_400_000;
  return {
    startAt: new Date(start).toISOString(),
    endAt: new Date(start + hours * 3_600_000).toISOString(),
  };
}

describe('a request that is wrong', () => {
  it.each([
    ['that is not JSON', 'not json', 400, 'BAD_REQUEST'],
    ['that is empty', '', 400, 'BAD_REQUEST'],
    ['without an operation', '{}', 400, 'BAD_REQUEST'],
    ['that is a list', '[]', 400, 'BAD_REQUEST'],
    ['that does not parse', operation('{ viewer {'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['for an unknown field', operation('{ nothing }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['for a subgraph field', operation('{ _service { sdl } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'for entities',
      operation('{ _entities(representations: []) { __typename } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'for internal fields',
      operation('{ internalSkill(id: "x") { id } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'with a variable of another type',
      operation('query ($id: ID!) { user(id: $id) { id } }', { id: { $gt: '' } }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'without a needed variable',
      operation('query ($id: ID!) { user(id: $id) { id } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for an unknown operation',
      JSON.stringify({ query: 'query A { plans { code } }', operationName: 'B' }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'for too long a page',
      operation('{ skillTags(first: 101) { edges { cursor } } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for an empty page',
      operation('{ skillTags(first: 0) { edges { cursor } } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with a foreign cursor',
      operation('{ skillTags(first: 1, after: "abc") { edges { cursor } } }'),
      200,
      'BAD_USER_INPUT',
    ],
  ])('%s is answered with a code, in JSON, without a stack', async (_title, body, status, code) => {
    const answer = await post(endpoint, body, ada.headers);
    expect({ status: answer.status, code: answer.errors[0]?.extensions.code }).toEqual({
      status,
      code,
    });
    expect(answer.contentType).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.text).not.toMatch(/node_modules|at .+\.ts:|subgraph|127\.0\.0\.1/i);
  });

  it('with an invalid token is answered 401', async () => {
    const answer = await post(endpoint, operation('{ viewer { id } }'), {
      authorization: 'Bearer x.y.z',
    });
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('with an id of another type finds nothing', async () => {
    const { data, errors } = await ask(
      endpoint,
      ada,
      '{ session(id: "usr_1") { id } conversation(id: "\\u0000") { id } user(id: "ses_1") { id } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ session: null, conversation: null, user: null });
  });
});

describe('what somebody asks for', () => {
  let untouched: unknown;
  beforeAll(async () => {
    untouched = await stored();
  });

  const far = { startAt: '2040-01-01T10:00:00Z', endAt: '2040-01-01T11:00:00Z' };
  const aSkill = { type: 'TEACH', label: 'Chess', level: 'BEGINNER', languages: ['en'] };
  const window = { day: 'MONDAY', start: '09:00', end: '17:00' };
  const plan = { timeZone: 'Europe/Paris', weekly: [window] };
  const book = 'x'.repeat(20_000);
  const wishFor = (over: Wish) => async () => ({
    ...{ idempotencyKey: crypto.randomUUID(), skillId: offered, mode: 'REMOTE' },
    ...(await inDays(2)),
    ...over,
  });

  it.each<[string, string, Wish | (() => Wish | Promise<Wish>), string, string[]]>([
    [
      'a zone that is none',
      'setAvailability',
      { ...plan, timeZone: 'Mars/Base' },
      'INVALID_TIME_ZONE',
      ['timeZone'],
    ],
    [
      'an end before its start',
      'setAvailability',
      { ...plan, weekly: [{ ...window, end: '08:00' }] },
      'INVALID_WINDOW',
      ['weekly', '0'],
    ],
    [
      'a day of 25 hours',
      'setAvailability',
      { ...plan, weekly: [{ ...window, end: '25:00' }] },
      'INVALID_WINDOW',
      ['weekly', '0'],
    ],
    [
      'fewer than no sessions a day',
      'setAvailability',
      { ...plan, maximumPerDay: -1 },
      'OUT_OF_RANGE',
      ['maximumPerDay'],
    ],
    [
      'a day that the month lacks',
      'addAvailabilityException',
      { firstDay: '2040-02-30' },
      'INVALID_DAY',
      ['firstDay'],
    ],
    [
      'a session that ends before it starts',
      'proposeSession',
      wishFor({ endAt: '2020-01-01T00:00:00Z' }),
      'INVALID_INPUT',
      ['endAt'],
    ],
    [
      'a session in the past',
      'proposeSession',
      wishFor({ startAt: '2020-01-01T10:00:00Z', endAt: '2020-01-01T11:00:00Z' }),
      'IN_THE_PAST',
      ['startAt'],
    ],
    [
      'a session of 25 hours',
      'proposeSession',
      async () => ({ ...(await wishFor({})()), ...(await inDays(2, 25)) }),
      'INVALID_INPUT',
      ['endAt'],
    ],
    ['a session in many years', 'proposeSession', wishFor(far), 'INVALID_INPUT', ['startAt']],
    [
      'a place in control characters',
      'proposeSession',
      wishFor({ mode: 'ONSITE', place: { label: 'a\u0000b', latitude: 1, longitude: 1 } }),
      'INVALID_INPUT',
      ['place', 'label'],
    ],
    [
      'a place beyond the poles',
      'proposeSession',
      wishFor({ mode: 'ONSITE', place: { label: 'Pole', latitude: 91, longitude: 1 } }),
      'INVALID_INPUT',
      ['place', 'latitude'],
    ],
    [
      'a call that is no web address',
      'proposeSession',
      wishFor({ videoUrl: 'javascript:alert(1)' }),
      'INVALID_INPUT',
      ['videoUrl'],
    ],
    [
      'a skill that is a person',
      'proposeSession',
      wishFor({ skillId: 'usr_00000000000000000000000000' }),
      'NOT_FOUND',
      ['skillId'],
    ],
    [
      'a series by a zone that is none',
      'proposeSeries',
      wishFor({ weeks: 2, timeZone: 'Mars/Base' }),
      'INVALID_INPUT',
      ['timeZone'],
    ],
    [
      'a series of a hundred weeks',
      'proposeSeries',
      wishFor({ weeks: 100 }),
      'INVALID_INPUT',
      ['weeks'],
    ],
    [
      'time of a session',
      'holdSlot',
      async () => ({ userId: 'ses_00000000000000000000000000', ...(await inDays(2)) }),
      'NOT_FOUND',
      ['userId'],
    ],
    [
      "others' session",
      'confirmSession',
      () => ({ sessionId: foreign }),
      'NOT_FOUND',
      ['sessionId'],
    ],
    [
      'a session as it is no more',
      'cancelSession',
      () => ({ sessionId: own, expectedVersion: 7 }),
      'STALE_VERSION',
      ['expectedVersion'],
    ],
    [
      'a reason in control characters',
      'cancelSession',
      () => ({ sessionId: own, reason: '\u0007' }),
      'INVALID_INPUT',
      ['reason'],
    ],
    [
      'a subject that is unknown',
      'addSkill',
      { ...aSkill, label: null, tagSlug: 'no-such-subject', modes: ['REMOTE'] },
      'UNKNOWN_TAG',
      ['tagSlug'],
    ],
    [
      'a skill without a name',
      'addSkill',
      { ...aSkill, label: ' ', modes: ['REMOTE'] },
      'LABEL_REQUIRED',
      ['label'],
    ],
    [
      'a skill with a long name',
      'addSkill',
      { ...aSkill, label: book, modes: ['REMOTE'] },
      'TOO_LONG',
      ['label'],
    ],
    [
      'a skill in control characters',
      'addSkill',
      { ...aSkill, label: 'Ch\u0000ess', modes: ['REMOTE'] },
      'INVALID_TEXT',
      ['label'],
    ],
    ['a skill taught nowhere', 'addSkill', { ...aSkill, modes: [] }, 'MODES_REQUIRED', ['modes']],
    ["others' skill", 'removeSkill', () => ({ skillId: offered }), 'NOT_FOUND', ['skillId']],
    [
      'a match that is a skill',
      'passOnMatch',
      () => ({ matchId: offered }),
      'NOT_FOUND',
      ['matchId'],
    ],
    ['a bio of a whole book', 'updateProfile', { bio: book }, 'TOO_LONG', ['bio']],
    ['a bio in control characters', 'updateProfile', { bio: 'a\u0000b' }, 'INVALID_TEXT', ['bio']],
  ])(
    '%s is refused by a code at its field, and nothing is stored',
    async (_title, mutation, wish, code, path) => {
      const input = typeof wish === 'function' ? await wish() : wish;
      const { userErrors, ...payload } = await act(ada, mutation, input);
      expect({ userErrors, payload }).toEqual({ userErrors: [{ code, path }], payload: {} });
      expect(await stored()).toEqual(untouched);
    },
  );

  it.each([
    ['a level that is none', 'addSkill', { ...aSkill, level: 'EXPERT', modes: ['REMOTE'] }],
    [
      'a moment that is none',
      'proposeSession',
      { ...far, skillId: 'skl_1', mode: 'REMOTE', startAt: 'soon' },
    ],
  ])('%s is refused before anybody is asked', async (_title, mutation, input) => {
    await expect(act(ada, mutation, input)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('is refused whole when it is a megabyte', async () => {
    const bio = 'x'.repeat(1_048_576);
    const query =
      'mutation ($bio: String) { updateProfile(input: { bio: $bio }) { userErrors { code } } }';
    const answer = await post(endpoint, operation(query, { bio }), ada.headers);
    expect(answer.status).toBe(413);
    expect(answer.errors[0]?.extensions.code).toBe('PAYLOAD_TOO_LARGE');
  });

  /** All that Ada could have changed. */
  async function stored(): Promise<unknown> {
    const query = `query ($id: ID!) {
      viewer {
        bio timeZone availability { timeZone weekly { day start end } maximumPerDay }
        skills(first: 20) { edges { node { id label level } } }
        sessions(first: 20) { edges { node { id status version startAt } } }
      }
      theirs: user(id: $id) { skills(first: 20) { edges { node { id label } } } }
    }`;
    const { data, errors } = await ask(endpoint, ada, query, { id: bob.id });
    expect(errors).toEqual([]);
    return data;
  }
});

describe('an anonymous request', () => {
  it('has no viewer', async () => {
    expect((await ask(endpoint, null, '{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it('may read the catalogue and no members’ fields', async () => {
    const open = await ask(
      endpoint,
      null,
      '{ skillTags(first: 3) { edges { node { slug label } } } plans { code name } }',
    );
    expect(open.errors).toEqual([]);
    const closed = await ask(
      endpoint,
      null,
      `{ user(id: "${ada.id}") { id displayName email roles } }`,
    );
    expect(closed.data).toMatchObject({ user: { id: ada.id, email: null, roles: null } });
    for (const { extensions } of closed.errors)
      expect(extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(closed.errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'user.email',
      'user.roles',
    ]);
  });

  it('changes nothing', async () => {
    const refused = await ask(
      endpoint,
      null,
      'mutation { updateProfile(input: { displayName: "Mallory" }) { user { id } userErrors { code } } }',
    );
    expect(refused.errors[0]?.extensions.code).toMatch(/^UNAUTH/);
    const { data } = await ask(endpoint, ada, '{ viewer { displayName } }');
    expect(data).toEqual({ viewer: { displayName: ada.introduction.displayName } });
  });
});

function operation(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ query, variables });
}
