import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { anAdmin } from '../../../kit/test/testkit.ts';
import { createOperations, type SkillAnswer } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const finish = (
  skillId: string | null,
  teacher: Member,
  learner: Member,
  sessionId = newId('ses'),
) =>
  world.tell('sessions', 'session.done', {
    sessionId,
    skillId,
    teacherId: teacher.id,
    learnerId: learner.id,
    version: 3,
    status: 'DONE',
  });
const endorsementsOf = async ({ id }: SkillAnswer) =>
  (await people.resolve(anonymous, 'Skill', id)) ?? null;

describe('a finished session', () => {
  it('endorses its skill once, however often it is told', async () => {
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    const skill = await people.teaches(ada, 'Bookbinding');
    expect(skill.endorsements).toBe(0);
    const sessionId = newId('ses');
    await finish(skill.id, ada, bob, sessionId);
    await finish(skill.id, ada, bob, sessionId);
    expect(await endorsementsOf(skill)).toMatchObject({ endorsements: 1 });
    await finish(skill.id, ada, bob);
    expect(await endorsementsOf(skill)).toMatchObject({ endorsements: 2 });
    const { skill: updated } = await people.updateSkill(ada, {
      skillId: skill.id,
      level: 'ADVANCED',
    });
    expect(updated).toMatchObject({ endorsements: 2, level: 'ADVANCED' });
  });

  it('without a skill endorses none', async () => {
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    const skill = await people.teaches(ada, 'Bookbinding');
    await finish(null, ada, bob);
    expect(await endorsementsOf(skill)).toMatchObject({ endorsements: 0 });
  });

  it('endorses no skill of somebody who was not there', async () => {
    const [ada, bob, carol] = [await world.signUp(), await world.signUp(), await world.signUp()];
    const skill = await people.teaches(carol, 'Bookbinding');
    await finish(skill.id, ada, bob);
    expect(await endorsementsOf(skill)).toMatchObject({ endorsements: 0 });
  });

  it('is a reason for the learner’s match, and raises the score for both', async () => {
    const [ada, bob] = [await world.signUp({ preferredLanguage: 'fr' }), await world.signUp()];
    await people.learns(ada, 'Letterpress');
    const skill = await people.teaches(bob, 'Letterpress');
    const [before] = await people.matchesOf(ada);
    await finish(skill.id, bob, await world.signUp());
    const [after] = await people.matchesOf(ada);
    expect(after?.score).toBe((before?.score ?? 0) + 2);
    expect(after?.reasons.find(({ code }) => code === 'VERIFIED_BY_SESSIONS')?.text).toBe(
      'A mené à bien une session sur ce que vous voulez apprendre.',
    );
    const [seenByBob] = await people.matchesOf(bob);
    expect(seenByBob?.score).toBe(after?.score);
    expect(seenByBob?.reasons.map(({ code }) => code)).not.toContain('VERIFIED_BY_SESSIONS');
  });
});

it('of two skills that become one, the endorsements add up', async () => {
  const admin = anAdmin();
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  const [old, kept] = [await people.teaches(ada, 'drums'), await people.teaches(ada, 'piano')];
  await finish(old.id, ada, bob);
  await finish(kept.id, ada, bob);
  await people.mergeSkillTags(admin, 'drums', 'piano');
  expect(await endorsementsOf(kept)).toMatchObject({ endorsements: 2 });
  expect(await endorsementsOf(old)).toBeNull();
});
