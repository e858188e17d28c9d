import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { aMember, anAdmin } from '../../../kit/test/testkit.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({ skillsPerPerson: 5, candidateLimit: 200 });
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const labelsOf = async (person: Member) =>
  (await people.skillsOf(person, person.id))?.edges.map(({ node }) => node.label);
const eventsAbout = (person: Member) =>
  world.runtime.store.db
    .collection('outbox')
    .find({ 'payload.userId': person.id })
    .sort({ _id: 1 })
    .toArray();

describe('adding a skill', () => {
  it('answers all of it, and tells the others', async () => {
    const ada = await world.signUp();
    const { skill, userErrors } = await people.addSkill(ada, {
      type: 'LEARN',
      label: '  Jazz   improvisation ',
      level: 'ADVANCED',
      languages: ['FR', 'en-gb', 'fr'],
      modes: ['ONSITE', 'REMOTE', 'ONSITE'],
    });
    expect(userErrors).toEqual([]);
    expect(skill).toMatchObject({
      label: 'Jazz improvisation',
      type: 'LEARN',
      level: 'ADVANCED',
      languages: ['fr', 'en-GB'],
      modes: ['ONSITE', 'REMOTE'],
      user: { id: ada.id },
      tag: null,
    });
    expect(await eventsAbout(ada)).toMatchObject([
      {
        type: 'skill.added',
        payload: { skillId: skill?.id, type: 'LEARN', label: 'Jazz improvisation' },
      },
    ]);
  });

  it.each([
    ['its English name', 'guitar', 'guitar'],
    ['its French name in other spelling', ' ECHECS ', 'chess'],
    ['an alias', 'js', 'javascript'],
  ])('a label that the catalogue knows by %s gets the subject', async (_how, label, slug) => {
    const ada = await world.signUp();
    expect(await people.teaches(ada, label)).toMatchObject({ label: label.trim(), tag: { slug } });
  });

  it('a subject alone lends its name, in the person’s language', async () => {
    const ada = await world.signUp({ preferredLanguage: 'fr' });
    const { skill } = await people.addSkill(ada, { tagSlug: 'cooking' });
    expect(skill).toMatchObject({ label: 'Cuisine', tag: { slug: 'cooking' } });
  });

  it('a label beside a subject stays the person’s own', async () => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Sourdough', { tagSlug: 'baking' });
    expect(skill).toMatchObject({ label: 'Sourdough', tag: { slug: 'baking' } });
  });

  it.each([
    ['a name of the same subject', { label: 'Guitare' }, 'label'],
    ['the subject itself', { tagSlug: 'guitar' }, 'tagSlug'],
    ['the subject under another label', { label: 'Strings', tagSlug: 'guitar' }, 'label'],
    ['another spelling', { label: ' GUITÀR ' }, 'label'],
  ])('refuses %s as a duplicate on the same side', async (_what, input, field) => {
    const ada = await world.signUp();
    await people.teaches(ada, 'guitar');
    const refused = await people.addSkill(ada, input);
    expect(refused).toMatchObject({
      skill: null,
      userErrors: [{ code: 'DUPLICATE', path: [field] }],
    });
    expect(await labelsOf(ada)).toEqual(['guitar']);
    expect((await people.addSkill(ada, { ...input, type: 'LEARN' })).userErrors).toEqual([]);
  });

  it('adds one of many equal skills sent at once', async () => {
    const ada = await world.signUp();
    const spellings = Array.from({ length: 20 }, (_, index) =>
      people.addSkill(ada, { label: index % 2 === 0 ? 'Juggling' : ' JUGGLING' }),
    );
    const added = (await Promise.all(spellings)).filter(({ skill }) => skill !== null);
    expect(added).toHaveLength(1);
    expect(await labelsOf(ada)).toHaveLength(1);
    expect(await eventsAbout(ada)).toHaveLength(1);
  });

  it('stops at as many skills as one person can have, also when sent at once', async () => {
    const ada = await world.signUp();
    const labels = Array.from({ length: 12 }, (_, index) => `Subject ${String(index)}`);
    const answers = await Promise.all(labels.map((label) => people.addSkill(ada, { label })));
    expect(answers.filter(({ skill }) => skill !== null)).toHaveLength(5);
    const refusals = answers.flatMap(({ userErrors }) => userErrors);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['TOO_MANY_SKILLS']));
    const [first] = (await people.skillsOf(ada, ada.id))?.edges ?? [];
    await people.removeSkill(ada, first?.node.id ?? '');
    expect((await people.addSkill(ada, { label: 'One more' })).userErrors).toEqual([]);
    expect(await labelsOf(ada)).toHaveLength(5);
  });

  it('works before the news of the sign-up has arrived, and others see it afterwards', async () => {
    const early = aMember();
    const skill = await people.teaches(early, 'Patience');
    expect(await labelsOf(early)).toEqual(['Patience']);
    expect(await people.resolve(anonymous, 'Skill', skill.id)).toBeNull();
    await world.tell('users', 'user.registered', { userId: early.id, languages: ['en'] });
    expect(await people.resolve(anonymous, 'Skill', skill.id)).toMatchObject({ label: 'Patience' });
  });
});

describe('bad input adds nothing', () => {
  it.each([
    ['an unknown subject', { tagSlug: 'alchemy' }, 'UNKNOWN_TAG', 'tagSlug'],
    ['an operator for a subject', { tagSlug: '{"$gt":""}' }, 'UNKNOWN_TAG', 'tagSlug'],
    [
      'an unknown subject beside a label',
      { label: 'Gold', tagSlug: 'alchemy' },
      'UNKNOWN_TAG',
      'tagSlug',
    ],
    ['a label of a megabyte', { label: 'x'.repeat(1024 * 1024) }, 'TOO_LONG', 'label'],
    ['control characters', { label: 'a\u0007b' }, 'INVALID_TEXT', 'label'],
    ['nothing at all', {}, 'LABEL_REQUIRED', 'label'],
    [
      'a language that is none',
      { label: 'Gold', languages: ['!!'] },
      'INVALID_LANGUAGES',
      'languages',
    ],
    ['no way to meet', { label: 'Gold', modes: [] }, 'MODES_REQUIRED', 'modes'],
  ])('%s', async (_what, input, code, field) => {
    const ada = await world.signUp();
    const { skill, userErrors } = await people.addSkill(ada, input);
    expect(skill).toBeNull();
    expect(userErrors).toMatchObject([{ code, path: [field] }]);
    expect(await labelsOf(ada)).toEqual([]);
    expect(await eventsAbout(ada)).toEqual([]);
  });

  it.each([
    ['an unknown level', { level: 'GURU' }],
    ['an operator for a label', { label: { $gt: '' } }],
    ['null languages', { languages: null }],
  ])('%s is a wrong request', async (_what, over) => {
    const ada = await world.signUp();
    const input = {
      type: 'TEACH',
      label: 'Gold',
      level: 'BEGINNER',
      languages: ['fr'],
      modes: ['REMOTE'],
    };
    const answer = await world
      .as(ada)
      .execute('mutation ($i: AddSkillInput!) { addSkill(input: $i) { skill { id } } }', {
        i: { ...input, ...over },
      });
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await labelsOf(ada)).toEqual([]);
  });

  it.each([
    ['anonymously', anonymous],
    ['as a partner', { kind: 'partner', id: 'acme', scopes: ['partner'] } as const],
    ['as a service', { kind: 'service', name: 'chat' } as const],
  ])('not %s', async (_how, viewer) => {
    await expect(people.addSkill(viewer, { label: 'Gold' })).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('removing a skill', () => {
  it('takes it off every list, and tells the others', async () => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Unicycling');
    expect(await people.removeSkill(ada, skill.id)).toEqual({
      removedSkillId: skill.id,
      userErrors: [],
    });
    expect(await labelsOf(ada)).toEqual([]);
    expect(await people.resolve(ada, 'Skill', skill.id)).toBeNull();
    expect((await people.search(anonymous, { text: 'unicycling' })).edges).toEqual([]);
    expect((await eventsAbout(ada)).map(({ type }) => String(type))).toEqual([
      'skill.added',
      'skill.removed',
    ]);
    expect((await people.addSkill(ada, { label: 'Unicycling' })).userErrors).toEqual([]);
  });

  it('happens once, however often it is asked', async () => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Whistling');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => people.removeSkill(ada, skill.id)),
    );
    expect(answers.filter(({ removedSkillId }) => removedSkillId !== null)).toHaveLength(1);
    expect(await eventsAbout(ada)).toHaveLength(2);
  });

  it.each([
    ['a stranger', () => world.signUp()],
    ['an administrator', () => Promise.resolve(anAdmin())],
  ])('is not for %s', async (_who, other) => {
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Whistling');
    const refused = await people.removeSkill(await other(), skill.id);
    expect(refused).toEqual({
      removedSkillId: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['skillId'] }],
    });
    expect(await labelsOf(ada)).toEqual(['Whistling']);
  });

  it.each(['nonsense', '', newId('usr'), newId('skl')])(
    'answers NOT_FOUND for the id %j',
    async (id) => {
      const { userErrors } = await people.removeSkill(await world.signUp(), id);
      expect(userErrors).toEqual([{ code: 'NOT_FOUND', path: ['skillId'] }]);
    },
  );
});
