import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member, type Viewer } from '@skillswap/kit/viewer';
import { anAdmin } from '../../../kit/test/testkit.ts';
import { createBlockRepository } from '../src/block-repository.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

let words = 0;

/** Bob teaches what ada wants; they have a match. */
async function meeting() {
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  const label = `Craft${String((words += 1))}`;
  await people.learns(ada, label);
  const skill = await people.teaches(bob, label);
  const [match] = await people.matchesOf(ada);
  if (match === undefined) throw new Error('there is no match');
  return { ada, bob, skill, matchId: match.id };
}
type Meeting = Awaited<ReturnType<typeof meeting>>;

/** What a viewer sees of bob, by every path. */
async function seenOfBob(viewer: Viewer, { bob, skill, matchId }: Meeting) {
  const found = await people.search(viewer, { text: skill.label, filter: { type: 'TEACH' } });
  const browsed = await people.search(viewer, { filter: { type: 'TEACH' } });
  const matches = viewer.kind === 'member' ? await people.matchesOf(viewer) : [];
  return {
    skills: (await people.skillsOf(viewer, bob.id)) !== null,
    skill: (await people.resolve(viewer, 'Skill', skill.id)) !== null,
    found: found.edges.length > 0,
    browsed: browsed.edges.some(({ node }) => node.id === skill.id),
    match: (await people.resolve(viewer, 'Match', matchId)) !== null,
    matches: matches.some(({ id }) => id === matchId),
  };
}
const all = (seen: boolean) => ({ skills: seen, skill: seen, found: seen, browsed: seen });
const both = (seen: boolean) => ({ match: seen, matches: seen });

describe('an active person is seen', () => {
  it.each([
    ['by the other person of the match', ({ ada }: Meeting) => ada, true],
    ['by everyone, but for matches', () => anonymous, false],
    ['by strangers, but for matches', () => world.signUp(), false],
    ['by administrators, but for matches', () => anAdmin(), false],
    [
      'by partners, but for matches',
      () => ({ kind: 'partner', id: 'acme', scopes: [] }) as const,
      false,
    ],
  ] as const)('%s', async (_who, viewer, matches) => {
    const scene = await meeting();
    expect(await seenOfBob(await viewer(scene), scene)).toEqual({ ...all(true), ...both(matches) });
  });
});

describe.each(['SUSPENDED', 'BANNED', 'DELETED'])('a person who is %s', (state) => {
  it.each([
    ['the other person of the match', ({ ada }: Meeting) => ada],
    ['everyone', () => anonymous],
    ['administrators', () => anAdmin()],
  ] as const)('is nobody to %s', async (_who, viewer) => {
    const scene = await meeting();
    const { bob, ada } = scene;
    await world.tell('users', 'user.stateChanged', { userId: bob.id, version: 2, state });
    expect(await seenOfBob(viewer(scene), scene)).toEqual({ ...all(false), ...both(false) });
    const refused = await people.expressInterest(ada, scene.matchId);
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const ownSkills = await people.skillsOf(bob, bob.id);
    expect(ownSkills?.edges).toHaveLength(1);
  });

  it('is seen again once active', async () => {
    const scene = await meeting();
    const { bob, ada } = scene;
    await world.tell('users', 'user.stateChanged', { userId: bob.id, version: 2, state });
    await world.tell('users', 'user.stateChanged', { userId: bob.id, version: 3, state: 'ACTIVE' });
    await world.tell('users', 'user.stateChanged', { userId: bob.id, version: 2, state });
    expect(await seenOfBob(ada, scene)).toEqual({ ...all(true), ...both(true) });
  });
});

describe('a block', () => {
  const block = (blocker: Member, blocked: Member, type = 'user.blocked') =>
    world.tell('users', type, { blockerId: blocker.id, blockedId: blocked.id });

  it('makes the blocker nobody to the blocked person', async () => {
    const scene = await meeting();
    const { ada, bob } = scene;
    await block(bob, ada);
    expect(await seenOfBob(ada, scene)).toEqual({ ...all(false), ...both(false) });
    const nobody = await people.skillsOf(ada, newId('usr'));
    expect(await people.skillsOf(ada, bob.id)).toEqual(nobody);
    for (const refused of [
      await people.expressInterest(ada, scene.matchId),
      await people.passOnMatch(ada, scene.matchId),
    ]) {
      expect(refused).toEqual({
        match: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['matchId'] }],
      });
    }
  });

  it('keeps the blocked person out of the blocker’s search and matches, yet known by id', async () => {
    const scene = await meeting();
    const { ada, bob } = scene;
    await block(ada, bob);
    expect(await seenOfBob(ada, scene)).toEqual({
      skills: true,
      skill: true,
      found: false,
      browsed: false,
      ...both(false),
    });
  });

  it('changes nothing for others', async () => {
    const scene = await meeting();
    await block(scene.bob, scene.ada);
    expect(await seenOfBob(anonymous, scene)).toEqual({ ...all(true), ...both(false) });
  });

  it('ends when it is lifted', async () => {
    const scene = await meeting();
    const { ada, bob } = scene;
    await block(bob, ada);
    await block(bob, ada, 'user.unblocked');
    expect(await seenOfBob(ada, scene)).toEqual({ ...all(true), ...both(true) });
  });

  it('that is heard of after its end stays ended', async () => {
    const scene = await meeting();
    const { ada, bob } = scene;
    const { store, transact } = world.runtime;
    const blocks = createBlockRepository(store.db);
    const pair = { blockerId: bob.id, blockedId: ada.id };
    const [earlier, later] = [newId('evt'), newId('evt')];
    await transact(({ session }) => blocks.tell(session, pair, false, later));
    await transact(({ session }) => blocks.tell(session, pair, true, earlier));
    expect(await seenOfBob(ada, scene)).toEqual({ ...all(true), ...both(true) });
  });
});

it('the internal questions are for services alone', async () => {
  const { skill, ada, bob } = await meeting();
  const query = `query ($id: ID!) { internalSkill(id: $id) { id userId type label level modes } }`;
  const service = { kind: 'service', name: 'sessions' } as const;
  const answer = await world.as(service).execute(query, { id: skill.id });
  expect(answer.data).toEqual({
    internalSkill: {
      id: skill.id,
      userId: bob.id,
      type: 'TEACH',
      label: skill.label,
      level: 'INTERMEDIATE',
      modes: ['REMOTE'],
    },
  });
  expect((await world.as(service).execute(query, { id: newId('skl') })).data).toEqual({
    internalSkill: null,
  });
  for (const viewer of [anonymous, ada, anAdmin()]) {
    const refused = await world.as(viewer).execute(query, { id: skill.id });
    expect(refused).toMatchObject({
      data: { internalSkill: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const mutual = await world
      .as(viewer)
      .execute('query ($a: ID!, $b: ID!) { internalMutualMatch(userId: $a, otherId: $b) }', {
        a: ada.id,
        b: bob.id,
      });
    expect(mutual).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  }
});
