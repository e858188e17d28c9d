import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '@skillswap/kit/viewer';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({ freeLearnSkills: 2 });
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const wants = (person: Member, label: string) => people.addSkill(person, { type: 'LEARN', label });
const entitle = (person: Member, version: number, entitlements: string[]) =>
  world.tell('payments', 'entitlements.changed', { userId: person.id, version, entitlements });
const refused = { skill: null, userErrors: [{ code: 'TOO_MANY_LEARN_SKILLS', path: [] }] };

describe('what somebody wants to learn', () => {
  it('is limited without a membership, and without limit with one that gives it', async () => {
    const ada = await world.signUp();
    await people.learns(ada, 'Harp');
    await people.learns(ada, 'Flute');
    expect(await wants(ada, 'Oboe')).toEqual(refused);
    expect(await people.skillsOf(ada, ada.id)).toMatchObject({ edges: { length: 2 } });
    expect((await people.teaches(ada, 'Chess')).type).toBe('TEACH');

    await entitle(ada, 2, ['UNLIMITED_LEARN_SKILLS']);
    expect((await wants(ada, 'Oboe')).userErrors).toEqual([]);
    expect((await wants(ada, 'Lute')).userErrors).toEqual([]);

    await entitle(ada, 4, []);
    expect(await wants(ada, 'Viola')).toEqual(refused);
    // Late news of what was before changes nothing.
    await entitle(ada, 3, ['UNLIMITED_LEARN_SKILLS']);
    expect(await wants(ada, 'Viola')).toEqual(refused);
    expect(await people.skillsOf(ada, ada.id)).toMatchObject({ edges: { length: 5 } });
  });

  it('stays within the limit when it is added at once', async () => {
    const ada = await world.signUp();
    const answers = await Promise.all(
      ['Harp', 'Flute', 'Oboe', 'Lute', 'Viola'].map((label) => wants(ada, label)),
    );
    expect(answers.filter(({ skill }) => skill !== null)).toHaveLength(2);
  });
});
