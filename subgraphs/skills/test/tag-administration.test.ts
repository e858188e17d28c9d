import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Member } from '@skillswap/kit/viewer';
import { anAdmin, createManualClock, eventually } from '../../../kit/test/testkit.ts';
import { createSkillTagRepository } from '../src/skill-tag-repository.ts';
import { tagCatalogue } from '../src/tag-catalogue.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

const clock = createManualClock(new Date('2027-03-01T12:00:00Z'));
const admin = anAdmin();

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({}, clock);
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

let tags = 0;

/** A subject of its own; its names end in a number that no other has. */
async function aTag(aliases: (id: string) => string[] = () => []) {
  const id = String((tags += 1));
  const labels = { en: `Sport ${id}`, fr: `Discipline ${id}` };
  const input = { slug: `sport-${id}`, labels, aliases: aliases(id) };
  expect((await people.createSkillTag(admin, input))?.userErrors).toEqual([]);
  return input;
}
const bySlug = (slug: string) =>
  createSkillTagRepository(world.runtime.store.db).findBySlugs([slug]);
const removals = (person: Member) =>
  world.runtime.store.db
    .collection('outbox')
    .countDocuments({ type: 'skill.removed', 'payload.userId': person.id });

describe('a subject that is added', () => {
  it('gives its labels and aliases to skills of these names', async () => {
    const ada = await world.signUp();
    const labels = { en: '  Kite   surfing ', fr: 'Kitesurf' };
    const input = { slug: 'kite-surfing', labels, aliases: ['Kiteboarding'] };
    expect(await people.createSkillTag(admin, input)).toEqual({
      skillTag: {
        slug: 'kite-surfing',
        aliases: ['Kiteboarding'],
        en: 'Kite surfing',
        fr: 'Kitesurf',
      },
      userErrors: [],
    });
    expect((await people.teaches(ada, 'KITEBOARDING')).tag).toEqual({ slug: 'kite-surfing' });
  });

  it.each([
    ['a slug that is none', { slug: 'Kite surfing' }, 'INVALID_SLUG', ['slug']],
    ['an operator for a slug', { slug: '{"$gt":""}' }, 'INVALID_SLUG', ['slug']],
    ['another subject’s slug', { slug: 'guitar' }, 'SLUG_TAKEN', ['slug']],
    ['another subject’s name', { labels: { en: 'GUITARE', fr: 'X' } }, 'NAME_TAKEN', ['labels']],
    ['no name', { labels: { en: 'X', fr: ' ' } }, 'LABEL_REQUIRED', ['labels', 'fr']],
    [
      'a name of a megabyte',
      { labels: { en: 'x'.repeat(1_048_576), fr: 'X' } },
      'TOO_LONG',
      ['labels', 'en'],
    ],
    ['control characters', { aliases: ['a\u0007'] }, 'INVALID_TEXT', ['aliases']],
    [
      'fifty-one aliases',
      { aliases: Array.from({ length: 51 }, (_, index) => `Alias ${String(index)}`) },
      'TOO_MANY_ALIASES',
      ['aliases'],
    ],
  ])('cannot have %s', async (_what, over, code, path) => {
    const input = { slug: 'never-added', labels: { en: 'Never', fr: 'Jamais' }, ...over };
    expect(await people.createSkillTag(admin, input)).toEqual({
      skillTag: null,
      userErrors: [{ code, path }],
    });
    expect(await bySlug('never-added')).toEqual([]);
  });

  it('is added once, however often at once', async () => {
    const input = { slug: 'sailing-boats', labels: { en: 'Sailing boats', fr: 'Voile' } };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => people.createSkillTag(admin, input)),
    );
    expect(answers.filter((answer) => answer?.skillTag != null)).toHaveLength(1);
  });
});

describe('a subject that is changed', () => {
  it('is found by its new names, and so are the skills it has', async () => {
    const tag = await aTag((id) => [`Zorbing${id}`]);
    const ada = await world.signUp();
    const skill = await people.teaches(ada, 'Rolling about', { tagSlug: tag.slug });
    const labels = { en: `Globe riding${tag.slug.slice(6)}`, fr: 'Bulle' };
    const changed = await people.updateSkillTag(admin, { slug: tag.slug, labels });
    expect(changed?.skillTag).toEqual({ slug: tag.slug, aliases: tag.aliases, ...labels });
    const found = async (text: string) =>
      (await people.search(anonymous, { text })).edges.map(({ node }) => node.id);
    expect(await found('bulle')).toEqual([skill.id]);
    expect(await found(tag.labels.fr)).not.toContain(skill.id);
    const aliases = await people.updateSkillTag(admin, { slug: tag.slug, aliases: [] });
    expect(aliases?.skillTag).toEqual({ slug: tag.slug, aliases: [], ...labels });
  });

  it.each([
    ['a subject that is not there', { slug: 'alchemy', aliases: [] }, 'UNKNOWN_TAG', ['slug']],
    ['another subject’s name', { aliases: ['guitare'] }, 'NAME_TAKEN', ['aliases']],
    ['an empty name', { labels: { en: '', fr: 'X' } }, 'LABEL_REQUIRED', ['labels', 'en']],
  ])('is not %s', async (_what, over, code, path) => {
    const tag = await aTag();
    expect(await people.updateSkillTag(admin, { slug: tag.slug, ...over })).toEqual({
      skillTag: null,
      userErrors: [{ code, path }],
    });
    expect(await bySlug(tag.slug)).toMatchObject([tag]);
  });
});

describe('two subjects that are merged', () => {
  it('share names, slugs and skills, and people find each other', async () => {
    const [from, into] = [await aTag((id) => [`Old name ${id}`]), await aTag()];
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    const taught = await people.teaches(ada, 'My own words', { tagSlug: from.slug });
    await people.learns(bob, into.labels.en);
    expect(await people.matchesOf(bob)).toEqual([]);
    const merged = await people.mergeSkillTags(admin, from.slug, into.slug);
    expect(merged).toEqual({
      skillTag: {
        slug: into.slug,
        aliases: [from.labels.en, from.labels.fr, ...from.aliases],
        ...into.labels,
      },
      userErrors: [],
    });
    expect(await people.resolve(ada, 'Skill', taught.id)).toEqual({
      ...taught,
      tag: { slug: into.slug },
    });
    expect(await people.matchesOf(bob)).toMatchObject([{ teachesViewer: [{ id: taught.id }] }]);
    expect((await people.search(anonymous, { text: into.labels.fr })).edges.length).toBe(2);
    const carol = await world.signUp();
    expect((await people.teaches(carol, 'By slug', { tagSlug: from.slug })).tag).toEqual({
      slug: into.slug,
    });
    expect((await people.learns(carol, from.labels.fr)).tag).toEqual({ slug: into.slug });
  });

  it('leave a person who has both on one side with one, and room for another', async () => {
    const [from, into] = [await aTag(), await aTag()];
    const ada = await world.signUp();
    const old = await people.teaches(ada, from.labels.en);
    const kept = await people.teaches(ada, into.labels.en);
    const wish = await people.learns(ada, from.labels.en);
    await people.mergeSkillTags(admin, from.slug, into.slug);
    const own = (await people.skillsOf(ada, ada.id))?.edges.map(({ node }) => node.id) ?? [];
    expect(own.sort()).toEqual([kept.id, wish.id].sort());
    expect(await people.resolve(ada, 'Skill', old.id)).toBeNull();
    expect(await removals(ada)).toBe(1);
    const counted = world.runtime.store.db.collection<{ _id: string }>('people');
    expect(await counted.findOne({ _id: ada.id })).toMatchObject({ skillCount: 2 });
  });

  it('take in what somebody adds meanwhile, twenty times over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [from, into] = [await aTag(), await aTag()];
      const teachers = await world.signUps(4);
      await people.teaches(teachers[0] ?? admin, 'Old hand', { tagSlug: from.slug });
      await Promise.all([
        people.mergeSkillTags(admin, from.slug, into.slug),
        ...teachers.map((teacher) =>
          people.addSkill(teacher, { label: from.labels.en, type: 'TEACH' }),
        ),
        ...teachers.map((teacher) =>
          people.addSkill(teacher, { label: into.labels.en, type: 'TEACH' }),
        ),
      ]);
      clock.advance(61_000);
      const rows = world.runtime.store.db.collection('skills');
      await eventually(async () => {
        expect(await rows.countDocuments({ tagSlug: from.slug })).toBe(0);
      });
      const sides = await rows.find({ tagSlug: into.slug }).toArray();
      expect(sides.length).toBe(new Set(sides.map(({ userId }) => String(userId))).size);
    }
  }, 60_000);

  it('stay merged at the next start', async () => {
    await people.mergeSkillTags(admin, 'drums', 'electronics');
    const repository = createSkillTagRepository(world.runtime.store.db);
    await repository.ensure(tagCatalogue);
    expect((await repository.findBySlugs(['drums'])).map(({ slug }) => slug)).toEqual([
      'electronics',
    ]);
    const again = { slug: 'drums', labels: { en: 'Snares', fr: 'Caisses' } };
    expect((await people.createSkillTag(admin, again))?.userErrors).toEqual([
      { code: 'SLUG_TAKEN', path: ['slug'] },
    ]);
  });

  it('are two that exist', async () => {
    const tag = await aTag();
    const refuse = async (from: string, into: string) =>
      (await people.mergeSkillTags(admin, from, into))?.userErrors;
    expect(await refuse('alchemy', tag.slug)).toEqual([
      { code: 'UNKNOWN_TAG', path: ['fromSlug'] },
    ]);
    expect(await refuse(tag.slug, 'alchemy')).toEqual([
      { code: 'UNKNOWN_TAG', path: ['intoSlug'] },
    ]);
    expect(await refuse(tag.slug, tag.slug)).toEqual([{ code: 'SAME_TAG', path: ['intoSlug'] }]);
    expect(await bySlug(tag.slug)).toMatchObject([tag]);
  });
});

it.each([
  ['anonymous', () => Promise.resolve(anonymous), 'UNAUTHENTICATED'],
  ['a member', () => world.signUp(), 'FORBIDDEN'],
  ['a service', () => Promise.resolve({ kind: 'service', name: 'chat' } as const), 'UNAUTH'],
])('the catalogue is not changed by %s', async (_who, other, code) => {
  const [tag, viewer] = [await aTag(), await other()];
  const input = { slug: 'not-by-you', labels: { en: 'Not', fr: 'Non' } };
  await expect(people.createSkillTag(viewer, input)).rejects.toThrow(code);
  await expect(
    people.updateSkillTag(viewer, { slug: tag.slug, aliases: ['Mine'] }),
  ).rejects.toThrow(code);
  await expect(people.mergeSkillTags(viewer, tag.slug, 'guitar')).rejects.toThrow(code);
  expect(await bySlug('not-by-you')).toEqual([]);
  expect(await bySlug(tag.slug)).toMatchObject([tag]);
});

it('moves many skills by the index of subjects', async () => {
  const skills = world.runtime.store.db.collection('skills');
  const plan = await skills
    .find({ tagSlug: { $in: ['a', 'b'] } })
    .limit(200)
    .explain('queryPlanner');
  expect(JSON.stringify(plan)).toContain('by_tag');
});
