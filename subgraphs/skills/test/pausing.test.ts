import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { anAdmin, createManualClock } from '../../../kit/test/testkit.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

const hour = 3_600_000;
const clock = createManualClock(new Date('2027-03-01T12:00:00Z'));
const inHours = (hours: number) => new Date(clock.now().getTime() + hours * hour);

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({}, clock);
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

let subjects = 0;

/** Bob teaches what ada wants; they have a match. */
async function meeting() {
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  const label = `Pastime${String((subjects += 1))}`;
  await people.learns(ada, label);
  const skill = await people.teaches(bob, label);
  const [match] = await people.matchesOf(ada);
  if (match === undefined) throw new Error('there is no match');
  return { ada, bob, skill, label, matchId: match.id };
}
const idsOf = async (viewer: Member) => (await people.matchesOf(viewer)).map(({ id }) => id);

describe('a match that is put off', () => {
  it('leaves one’s own list until its time', async () => {
    const { ada, bob, matchId } = await meeting();
    const until = inHours(48);
    expect(await people.snoozeMatch(ada, matchId, until)).toMatchObject({
      match: { id: matchId, status: 'SUGGESTED', snoozedUntil: until.toISOString() },
      userErrors: [],
    });
    expect(await idsOf(ada)).toEqual([]);
    expect(await people.matchesOf(bob)).toMatchObject([{ id: matchId, snoozedUntil: null }]);
    clock.advance(47 * hour);
    expect(await idsOf(ada)).toEqual([]);
    clock.advance(hour);
    expect(await people.matchesOf(ada)).toMatchObject([{ id: matchId, snoozedUntil: null }]);
  });

  it('follows the last word, of each person for themselves', async () => {
    const { ada, bob, matchId } = await meeting();
    await people.snoozeMatch(ada, matchId, inHours(100));
    await people.snoozeMatch(bob, matchId, inHours(2));
    await people.snoozeMatch(ada, matchId, inHours(1));
    clock.advance(hour);
    expect(await idsOf(ada)).toEqual([matchId]);
    expect(await idsOf(bob)).toEqual([]);
    clock.advance(hour);
    expect(await idsOf(bob)).toEqual([matchId]);
  });

  it('comes back with interest', async () => {
    const { ada, matchId } = await meeting();
    await people.snoozeMatch(ada, matchId, inHours(48));
    expect((await people.expressInterest(ada, matchId)).match).toMatchObject({
      status: 'INTERESTED',
      snoozedUntil: null,
    });
    expect(await idsOf(ada)).toEqual([matchId]);
  });

  it.each([
    ['already', 0],
    ['in the past', -1],
    ['more than a year from now', 367 * 24],
  ])('is not until %s', async (_when, hours) => {
    const { ada, matchId } = await meeting();
    expect(await people.snoozeMatch(ada, matchId, inHours(hours))).toEqual({
      match: null,
      userErrors: [{ code: 'UNTIL_OUT_OF_RANGE', path: ['until'] }],
    });
    expect(await idsOf(ada)).toEqual([matchId]);
  });

  it.each([
    ['a stranger', () => world.signUp()],
    ['an administrator', () => Promise.resolve(anAdmin())],
  ])('is not one of %s', async (_who, other) => {
    const { ada, matchId } = await meeting();
    for (const id of [matchId, newId('mat'), 'nonsense']) {
      expect(await people.snoozeMatch(await other(), id, inHours(1))).toEqual({
        match: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['matchId'] }],
      });
    }
    await expect(people.snoozeMatch(anonymous, matchId, inHours(1))).rejects.toThrow(
      'UNAUTHENTICATED',
    );
    expect(await idsOf(ada)).toEqual([matchId]);
  });
});

describe('a person who pauses', () => {
  it('is in nobody’s matches and in no search, whatever they add, until they resume', async () => {
    const { ada, bob, skill, label, matchId } = await meeting();
    const found = async () => ({
      matches: await idsOf(ada),
      byText: (await people.search(anonymous, { text: label })).edges.length,
      browsed: (await people.search(ada, { filter: { type: 'TEACH' } })).edges.filter(
        ({ node }) => node.user?.id === bob.id,
      ).length,
      match: (await people.resolve(ada, 'Match', matchId)) !== null,
    });
    expect(await found()).toEqual({ matches: [matchId], byText: 2, browsed: 1, match: true });
    expect(await people.setPaused(bob, true)).toBe(true);
    expect(await people.setPaused(bob, true)).toBe(true);
    await people.teaches(bob, `${label} for friends`);
    const move = { userId: bob.id, version: 1, cell: { latitude: 48.85, longitude: 2.35 } };
    await world.tell('users', 'user.locationChanged', move);
    expect(await found()).toEqual({ matches: [], byText: 1, browsed: 0, match: false });
    expect(await people.resolve(ada, 'Skill', skill.id)).toMatchObject({ label });
    expect((await people.skillsOf(ada, bob.id))?.edges).toHaveLength(2);
    expect(await people.setPaused(bob, false)).toBe(false);
    expect(await found()).toEqual({ matches: [matchId], byText: 3, browsed: 2, match: true });
  });

  it('keeps their own list', async () => {
    const { bob, matchId } = await meeting();
    await people.setPaused(bob, true);
    expect(await idsOf(bob)).toEqual([matchId]);
  });

  it('stays known by id to those with whom interest is mutual', async () => {
    const { ada, bob, matchId } = await meeting();
    await people.expressInterest(ada, matchId);
    await people.expressInterest(bob, matchId);
    await people.setPaused(bob, true);
    expect(await idsOf(ada)).toEqual([]);
    expect(await people.resolve(ada, 'Match', matchId)).toMatchObject({ status: 'MUTUAL' });
  });

  it('and is suspended does not come back by resuming', async () => {
    const { ada, bob } = await meeting();
    await people.setPaused(bob, true);
    const suspended = { userId: bob.id, version: 2, state: 'SUSPENDED' };
    await world.tell('users', 'user.stateChanged', suspended);
    await people.setPaused(bob, false);
    expect(await idsOf(ada)).toEqual([]);
    await world.tell('users', 'user.stateChanged', { ...suspended, version: 3, state: 'ACTIVE' });
    expect(await idsOf(ada)).toHaveLength(1);
  });

  it('and adds a skill at the same moment is out with it, forty times over', async () => {
    const teachers = await world.signUps(40);
    await Promise.all(
      teachers.flatMap((teacher) => [
        people.teaches(teacher, 'Tightrope walking'),
        people.setPaused(teacher, true),
      ]),
    );
    expect((await people.search(anonymous, { text: 'tightrope' })).edges).toEqual([]);
  });

  it.each([
    ['strangers', () => world.signUp()],
    ['administrators', () => Promise.resolve(anAdmin())],
    ['everyone', () => Promise.resolve(anonymous)],
  ])('does so without %s learning of it', async (_who, other) => {
    const { bob } = await meeting();
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { matchingPaused } } }';
    const answer = await world
      .as(await other())
      .execute(query, { r: [{ __typename: 'User', id: bob.id }] });
    expect(answer).toMatchObject({
      data: { _entities: [{ matchingPaused: null }] },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  it('is somebody with an account', async () => {
    await expect(people.setPaused(anonymous, true)).rejects.toThrow('UNAUTHENTICATED');
  });
});
