import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { anAdmin, createManualClock, eventually } from '../../../kit/test/testkit.ts';
import type { Addressee } from '../src/addressees.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

const day = 86_400_000;
const clock = createManualClock(new Date('2027-03-01T12:00:00Z'));

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({}, clock);
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Moves the clock and waits until all that is due has been worked off. */
async function pass(days: number) {
  clock.advance(days * day);
  // As the product reads it: a plain read sees a commit before those who read by majority do.
  await eventually(async () => {
    expect(await world.runtime.dueWork.dueSince(clock.now())).toBeNull();
  });
}
const mailsTo = (person: Member) => world.mails.filter(({ to }) => to === `${person.id}@x.example`);
let labels = 0;

/** Somebody with an address who teaches something, and somebody who wants it. */
async function offer(over: Partial<Addressee> = {}) {
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  const email = `${ada.id}@x.example`;
  const addressee = { state: 'ACTIVE', email, displayName: 'Ada', preferredLanguage: null };
  world.addresses.set(ada.id, { ...addressee, ...over });
  const label = `Handicraft${String((labels += 1))}`;
  const skill = await people.teaches(ada, label);
  await people.learns(bob, label);
  const seen = async () => ({
    found: (await people.search(anonymous, { text: label, filter: { type: 'TEACH' } })).edges
      .length,
    matches: (await people.matchesOf(bob)).length,
    ofOwner: (await people.skillsOf(anonymous, ada.id))?.edges.length,
  });
  return { ada, bob, skill, label, seen };
}
const shown = { found: 1, matches: 1, ofOwner: 1 };
const hidden = { found: 0, matches: 0, ofOwner: 0 };

describe('a skill that nobody confirms', () => {
  it('is asked about once after 180 days, and hidden from others 14 days later', async () => {
    const { ada, skill, label, seen } = await offer();
    await pass(179);
    expect(mailsTo(ada)).toEqual([]);
    await pass(1);
    const [mail, ...more] = mailsTo(ada);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'SKILLS_STALE', subject: 'Do your skills still hold?' });
    expect(mail?.text).toContain(`- ${label} (you teach it)`);
    expect(mail?.text).toContain('https://app.example/skills');
    await pass(13);
    expect(await seen()).toEqual(shown);
    await pass(1);
    expect(await seen()).toEqual(hidden);
    expect(await people.resolve(anonymous, 'Skill', skill.id)).toMatchObject({ hiddenSince: null });
    const own = (await people.skillsOf(ada, ada.id))?.edges.map(({ node }) => node);
    expect(own).toMatchObject([{ id: skill.id, hiddenSince: clock.now().toISOString() }]);
    expect(await people.matchesOf(ada)).toEqual([]);
    await pass(400);
    expect(mailsTo(ada)).toHaveLength(1);
  });

  it('is not shown again by a move, a pause or a suspension that ends', async () => {
    const { ada, seen } = await offer();
    await pass(180);
    await pass(14);
    const userId = ada.id;
    await people.setPaused(ada, true);
    await people.setPaused(ada, false);
    await world.tell('users', 'user.locationChanged', { userId, version: 1, cell: null });
    await world.tell('users', 'user.stateChanged', { userId, version: 2, state: 'SUSPENDED' });
    await world.tell('users', 'user.stateChanged', { userId, version: 3, state: 'ACTIVE' });
    expect(await seen()).toEqual(hidden);
  });

  it('is asked about together with the others of that day, in the person’s language', async () => {
    const { ada, label } = await offer({ preferredLanguage: 'fr-FR' });
    await people.learns(ada, `${label} avancé`);
    await pass(180);
    expect(mailsTo(ada)).toHaveLength(1);
    expect(mailsTo(ada)[0]?.text).toContain(`- ${label} (vous l’enseignez)`);
    expect(mailsTo(ada)[0]?.text).toContain(`- ${label} avancé (vous voulez l’apprendre)`);
  });

  it.each([{ state: 'SUSPENDED' }, { email: null }])(
    'is not hidden while its owner cannot be asked: %j',
    async (over) => {
      const { ada, seen } = await offer(over);
      await pass(180);
      await pass(14);
      expect(await seen()).toEqual(shown);
      const address = { state: 'ACTIVE', email: `${ada.id}@x.example` };
      world.addresses.set(ada.id, { displayName: 'Ada', preferredLanguage: null, ...address });
      await pass(14);
      expect(mailsTo(ada)).toHaveLength(1);
      await pass(14);
      expect(await seen()).toEqual(hidden);
    },
  );

  it('is asked about once by many who look at the same time', async () => {
    const { ada, label } = await offer();
    for (let index = 0; index < 5; index += 1) {
      clock.advance(day);
      await people.teaches(ada, `${label} part ${String(index)}`);
    }
    await pass(190);
    expect(mailsTo(ada)).toHaveLength(1);
    expect(mailsTo(ada)[0]?.text.match(/part/g)).toHaveLength(5);
  });
});

describe('confirming', () => {
  it.each([
    ['as it is', (viewer: Member, skillId: string) => people.confirmSkill(viewer, skillId)],
    ['by a change', (viewer: Member, skillId: string) => people.updateSkill(viewer, { skillId })],
  ])('a hidden skill %s brings it back for as long again', async (_how, confirm) => {
    const { ada, skill, seen } = await offer();
    await pass(180);
    await pass(14);
    const confirmed = await confirm(ada, skill.id);
    expect(confirmed.skill).toMatchObject({
      hiddenSince: null,
      confirmedAt: clock.now().toISOString(),
    });
    expect(await seen()).toEqual({ ...shown, matches: 1 });
    await pass(179);
    expect(mailsTo(ada)).toHaveLength(1);
    await pass(1);
    expect(mailsTo(ada)).toHaveLength(2);
  });

  it('after the mail keeps it from being hidden', async () => {
    const { ada, skill, seen } = await offer();
    await pass(180);
    await people.confirmSkill(ada, skill.id);
    await pass(14);
    expect(await seen()).toEqual(shown);
  });

  it('a hidden skill of somebody who pauses does not list it', async () => {
    const { ada, skill, seen } = await offer();
    await pass(180);
    await pass(14);
    await people.setPaused(ada, true);
    await people.confirmSkill(ada, skill.id);
    expect(await seen()).toEqual({ found: 0, matches: 0, ofOwner: 1 });
    await people.setPaused(ada, false);
    expect(await seen()).toEqual(shown);
  });

  it.each([
    ['a stranger', () => world.signUp()],
    ['an administrator', () => Promise.resolve(anAdmin())],
  ])('is not for %s', async (_who, other) => {
    const { ada, skill } = await offer();
    for (const id of [skill.id, newId('skl'), 'nonsense']) {
      expect(await people.confirmSkill(await other(), id)).toEqual({
        skill: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['skillId'] }],
      });
    }
    await expect(people.confirmSkill(anonymous, skill.id)).rejects.toThrow('UNAUTHENTICATED');
    expect(await people.resolve(ada, 'Skill', skill.id)).toEqual(skill);
  });
});
