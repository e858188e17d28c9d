import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { anAdmin } from '../../../kit/test/testkit.ts';
import { createOperations, type MatchAnswer } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

let subjects = 0;
const aSubject = () => `Subject ${String((subjects += 1))} of its own`;

/** Two people who teach each other, and what. */
async function reciprocalPair() {
  const [ada, bob, taught, wanted] = [
    await world.signUp(),
    await world.signUp(),
    aSubject(),
    aSubject(),
  ];
  await people.teaches(ada, taught);
  await people.learns(ada, wanted);
  await people.teaches(bob, wanted);
  await people.learns(bob, taught);
  return { ada, bob, taught, wanted };
}
const matchWith = async (viewer: Member, other: Member): Promise<MatchAnswer | undefined> =>
  (await people.matchesOf(viewer)).find(({ user }) => user?.id === other.id);
const matchOf = async (viewer: Member, other: Member): Promise<MatchAnswer> => {
  const match = await matchWith(viewer, other);
  if (match === undefined) throw new Error('there is no match');
  return match;
};
const codesOf = (match: MatchAnswer | undefined) => match?.reasons.map(({ code }) => code) ?? [];

describe('matches', () => {
  it('two strangers who complement each other find each other first, with reasons', async () => {
    const { ada, bob, taught, wanted } = await reciprocalPair();
    const carol = await world.signUp();
    await people.teaches(carol, wanted, { level: 'ADVANCED' });
    const [first, second] = await people.matchesOf(ada);
    expect(first).toMatchObject({ status: 'SUGGESTED', user: { id: bob.id } });
    expect(first?.teachesViewer).toMatchObject([{ label: wanted }]);
    expect(first?.learnsFromViewer).toMatchObject([{ label: taught }]);
    expect(codesOf(first).slice(0, 3)).toEqual([
      'RECIPROCAL',
      'TEACHES_WHAT_YOU_LEARN',
      'LEARNS_WHAT_YOU_TEACH',
    ]);
    expect(second).toMatchObject({ user: { id: carol.id }, learnsFromViewer: [] });
    const seenByBob = await matchOf(bob, ada);
    expect(seenByBob.id).toBe(first?.id);
  });

  it('say why in the viewer’s language', async () => {
    const subject = aSubject();
    const ada = await world.signUp({ preferredLanguage: 'fr-FR' });
    const bob = await world.signUp();
    await people.learns(ada, subject);
    await people.teaches(bob, subject);
    const reason = (await matchOf(ada, bob)).reasons.find(
      ({ code }) => code === 'TEACHES_WHAT_YOU_LEARN',
    );
    expect(reason?.text).toContain('Enseigne ce que vous voulez apprendre');
  });

  it('follow what other parts of the product tell of people', async () => {
    const subject = aSubject();
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    await people.learns(ada, subject, { modes: ['ONSITE'] });
    await people.teaches(bob, subject, { modes: ['ONSITE', 'REMOTE'] });
    const before = await matchOf(ada, bob);
    const cell = { latitude: 48.85, longitude: 2.35 };
    for (const { id: userId } of [ada, bob]) {
      await world.tell('users', 'user.locationChanged', { userId, version: 1, cell });
    }
    const weekly = [{ day: 'MONDAY', start: '09:00', end: '12:00' }];
    await world.tell('sessions', 'availability.changed', {
      userId: bob.id,
      version: 1,
      timeZone: 'UTC',
      weekly,
    });
    await world.tell('reviews', 'reputation.changed', {
      userId: bob.id,
      version: 1,
      score: 4.5,
      count: 4,
    });
    const after = await matchOf(ada, bob);
    expect(codesOf(before)).not.toContain('NEARBY');
    expect(codesOf(after)).toEqual(
      expect.arrayContaining(['NEARBY', 'OVERLAPPING_AVAILABILITY', 'HIGH_REPUTATION']),
    );
    expect(after.score).toBeGreaterThan(before.score);
  });

  it('an older word never overrides a newer one, and the same word counts once', async () => {
    const subject = aSubject();
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    await people.learns(ada, subject);
    await people.teaches(bob, subject);
    const stars = (version: number, score: number) =>
      world.tell('reviews', 'reputation.changed', { userId: bob.id, version, score, count: 9 });
    await stars(7, 4.6);
    await stars(6, 2);
    await stars(7, 4.6);
    expect(codesOf(await matchOf(ada, bob))).toContain('HIGH_REPUTATION');
  });

  it('page through everybody once, in one order', async () => {
    const subject = aSubject();
    const ada = await world.signUp();
    await people.learns(ada, subject);
    for (let index = 0; index < 11; index += 1) {
      await people.teaches(await world.signUp(), subject, { languages: [index % 2 ? 'en' : 'de'] });
    }
    const whole = await people.matchesOf(ada);
    const read: MatchAnswer[] = [];
    let after: string | null = null;
    do {
      const page = await people.matchPage(ada, { first: 3, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      read.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(whole).toHaveLength(11);
    expect(read).toEqual(whole);
    const scores = whole.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('are none for somebody without skills', async () => {
    expect(await people.matchesOf(await world.signUp())).toEqual([]);
  });

  it.each([
    ['anonymous', () => anonymous],
    ['a stranger', () => world.signUp()],
    ['an administrator', anAdmin],
    ['a service', () => ({ kind: 'service', name: 'chat' }) as const],
  ])('are not for %s', async (_who, other) => {
    const { ada } = await reciprocalPair();
    const answer = await world
      .as(await other())
      .execute(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { matches(first: 5) { edges { cursor } } } } }',
        { r: [{ __typename: 'User', id: ada.id }] },
      );
    expect(answer.data).toEqual({ _entities: [{ matches: null }] });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { first: 5, after: 'nonsense' },
    { first: 5, after: 'WyJza2lsbCIsMSwieCJd' },
  ])('refuse the page %j', async (args) => {
    await expect(people.matchPage(await world.signUp(), args)).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('interest', () => {
  it('of one shows to that one only; of both it is mutual, which the others hear once', async () => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    const first = await people.expressInterest(ada, id);
    expect(first).toMatchObject({ match: { id, status: 'INTERESTED' }, userErrors: [] });
    expect(await people.expressInterest(ada, id)).toEqual(first);
    expect((await matchOf(bob, ada)).status).toBe('SUGGESTED');
    expect((await people.expressInterest(bob, id)).match).toMatchObject({ status: 'MUTUAL' });
    expect((await people.expressInterest(ada, id)).match).toMatchObject({ status: 'MUTUAL' });
    expect((await matchOf(ada, bob)).status).toBe('MUTUAL');
    expect(await matchesMade(id)).toMatchObject([
      { payload: { matchId: id, userIds: [ada.id, bob.id].sort() } },
    ]);
    expect(await isMutual(ada, bob)).toBe(true);
    expect(await isMutual(bob, ada)).toBe(true);
  });

  it('of both at once is mutual exactly once, eighty times over', async () => {
    const [subject, adas, bobs] = [aSubject(), await world.signUps(8), await world.signUps(10)];
    await Promise.all(adas.map((ada) => people.learns(ada, subject)));
    await Promise.all(bobs.map((bob) => people.teaches(bob, subject)));
    const meet = async (ada: Member, { id, user }: MatchAnswer) => {
      const bob = bobs.find((teacher) => teacher.id === user?.id) ?? ada;
      const answers = await Promise.all([
        people.expressInterest(ada, id),
        people.expressInterest(bob, id),
        people.expressInterest(bob, id),
      ]);
      expect(answers.some(({ match }) => match?.status === 'MUTUAL')).toBe(true);
      expect(await matchesMade(id)).toHaveLength(1);
    };
    let met = 0;
    for (const ada of adas) {
      const matches = await people.matchesOf(ada);
      await Promise.all(matches.map((match) => meet(ada, match)));
      met += matches.length;
    }
    expect(met).toBe(80);
    for (const person of [...adas, ...bobs]) {
      const statuses = (await people.matchesOf(person)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set(['MUTUAL']));
    }
  }, 120_000);

  it('two people who look at each other at once see one match', async () => {
    const { ada, bob } = await reciprocalPair();
    const seen = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? matchOf(ada, bob) : matchOf(bob, ada))),
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    const rows = world.runtime.store.db.collection<{ _id: string }>('matches');
    expect(await rows.countDocuments({ _id: seen[0]?.id ?? '' })).toBe(1);
  });

  it.each([
    ['anonymous', () => anonymous, 'UNAUTHENTICATED'],
    ['a service', () => ({ kind: 'service', name: 'chat' }) as const, 'UNAUTHENTICATED'],
  ])('is not for %s', async (_who, viewer, code) => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    await expect(people.expressInterest(viewer(), id)).rejects.toThrow(code);
    expect((await matchOf(ada, bob)).status).toBe('SUGGESTED');
  });

  it.each([
    ['a stranger', () => world.signUp()],
    ['an administrator', () => Promise.resolve(anAdmin())],
  ])('in others’ match is NOT_FOUND for %s', async (_who, other) => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    const refused = { match: null, userErrors: [{ code: 'NOT_FOUND', path: ['matchId'] }] };
    const carol = await other();
    expect(await people.expressInterest(carol, id)).toEqual(refused);
    expect(await people.passOnMatch(carol, id)).toEqual(refused);
    expect(await people.resolve(carol, 'Match', id)).toBeNull();
    expect((await matchOf(ada, bob)).status).toBe('SUGGESTED');
  });

  it.each(['nonsense', '', newId('usr'), newId('mat')])('in %j is NOT_FOUND', async (id) => {
    const { userErrors } = await people.expressInterest(await world.signUp(), id);
    expect(userErrors).toEqual([{ code: 'NOT_FOUND', path: ['matchId'] }]);
  });
});

describe('passing on a match', () => {
  it('takes it off one’s own list only, until interest brings it back', async () => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    expect((await people.passOnMatch(ada, id)).match).toMatchObject({ status: 'PASSED' });
    expect((await people.passOnMatch(ada, id)).match).toMatchObject({ status: 'PASSED' });
    expect(await matchWith(ada, bob)).toBeUndefined();
    expect((await matchOf(bob, ada)).status).toBe('SUGGESTED');
    expect((await people.expressInterest(ada, id)).match).toMatchObject({ status: 'INTERESTED' });
    expect(await matchWith(ada, bob)).toBeDefined();
  });

  it('takes back one’s own interest', async () => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    await people.expressInterest(ada, id);
    await people.passOnMatch(ada, id);
    expect((await people.expressInterest(bob, id)).match).toMatchObject({ status: 'INTERESTED' });
    expect(await matchesMade(id)).toEqual([]);
  });

  it('is refused once both are interested', async () => {
    const { ada, bob } = await reciprocalPair();
    const { id } = await matchOf(ada, bob);
    await people.expressInterest(ada, id);
    await people.expressInterest(bob, id);
    const { userErrors } = await people.passOnMatch(ada, id);
    expect(userErrors).toEqual([{ code: 'ALREADY_MUTUAL', path: ['matchId'] }]);
    expect((await matchOf(ada, bob)).status).toBe('MUTUAL');
  });
});

const matchesMade = (id: string) =>
  world.runtime.store.db
    .collection('outbox')
    .find({ type: 'match.made', 'payload.matchId': id })
    .toArray();

async function isMutual(one: Member, other: Member) {
  const answer = await world
    .as({ kind: 'service', name: 'chat' })
    .execute('query ($a: ID!, $b: ID!) { internalMutualMatch(userId: $a, otherId: $b) }', {
      a: one.id,
      b: other.id,
    });
  return answer.data?.['internalMutualMatch'];
}
