import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous } from '@skillswap/kit/viewer';
import { anAdmin } from '../../../kit/test/testkit.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

describe('changing a skill', () => {
  it('changes its level, languages and modes, for search and matches too', async () => {
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    const skill = await people.teaches(ada, 'Glass blowing', { level: 'BEGINNER' });
    await people.learns(bob, 'Glass blowing', { languages: ['fr'] });
    const reasons = async () =>
      (await people.matchesOf(bob)).flatMap((match) => match.reasons.map(({ code }) => code));
    expect(await reasons()).not.toContain('COMMON_LANGUAGE');
    const input = { level: 'ADVANCED', languages: ['FR', 'fr', 'en'], modes: ['ONSITE', 'ONSITE'] };
    const changed = { ...input, languages: ['fr', 'en'], modes: ['ONSITE'], label: skill.label };
    const updated = await people.updateSkill(ada, { skillId: skill.id, ...input });
    expect(updated).toMatchObject({ skill: changed, userErrors: [] });
    expect(await people.resolve(anonymous, 'Skill', skill.id)).toEqual(updated.skill);
    const filter = { level: 'ADVANCED', language: 'fr', mode: 'ONSITE' };
    expect((await people.search(anonymous, { text: 'glass', filter })).edges).toHaveLength(1);
    expect(await reasons()).toEqual(expect.arrayContaining(['COMMON_LANGUAGE', 'SUITABLE_LEVEL']));
  });

  it('leaves what is not given', async () => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Topiary');
    const { id, label, languages, modes } = skill;
    const changed = { id, label, languages, modes, level: 'ADVANCED' };
    const updated = await people.updateSkill(ada, { skillId: skill.id, level: 'ADVANCED' });
    expect(updated.skill).toMatchObject(changed);
    const nothing = { skillId: skill.id, level: null, languages: null, modes: null };
    expect((await people.updateSkill(ada, nothing)).skill).toMatchObject(changed);
    expect((await people.updateSkill(ada, { skillId: skill.id })).skill).toMatchObject(changed);
  });

  it.each([
    ['no language', { languages: [] }, 'INVALID_LANGUAGES', 'languages'],
    ['something that is no language', { languages: ['!!'] }, 'INVALID_LANGUAGES', 'languages'],
    ['no way to meet', { modes: [] }, 'MODES_REQUIRED', 'modes'],
  ])('to %s is refused, and the rest with it', async (_what, over, code, field) => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Marquetry');
    const input = { skillId: skill.id, level: 'ADVANCED', ...over };
    expect(await people.updateSkill(ada, input)).toEqual({
      skill: null,
      userErrors: [{ code, path: [field] }],
    });
    expect(await people.resolve(ada, 'Skill', skill.id)).toEqual(skill);
  });

  it.each([
    ['a stranger', () => world.signUp()],
    ['an administrator', () => Promise.resolve(anAdmin())],
  ])('is not for %s', async (_who, other) => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Marquetry');
    for (const skillId of [skill.id, newId('skl'), newId('usr'), 'nonsense']) {
      expect(await people.updateSkill(await other(), { skillId, level: 'ADVANCED' })).toEqual({
        skill: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['skillId'] }],
      });
    }
    await expect(people.updateSkill(anonymous, { skillId: skill.id })).rejects.toThrow(
      'UNAUTHENTICATED',
    );
    expect(await people.resolve(ada, 'Skill', skill.id)).toEqual(skill);
  });
});
