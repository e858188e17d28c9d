import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const labels = async (viewer: Viewer, args: object) =>
  (await people.search(viewer, args)).edges.map(({ node }) => node.label);

describe('a text finds skills', () => {
  it.each([
    ['by a word of the label', 'sourdough', ['Sourdough bread']],
    ['without case and accents', 'CRÈME', ['Creme brûlée']],
    ['by another name of the subject, in another language', 'pâtisserie', ['Sourdough bread']],
    ['by nothing else', 'zeppelin', []],
    [
      'with an operator of the store’s text language as a plain word',
      '-sourdough',
      ['Sourdough bread'],
    ],
    ['not by punctuation alone', '"-"', []],
  ])('%s', async (_how, text, expected) => {
    const bakers = await world.signUp({ languages: ['nl'] });
    await people.teaches(bakers, 'Sourdough bread', { tagSlug: 'baking', languages: ['nl'] });
    await people.teaches(bakers, 'Creme brûlée', { languages: ['nl'] });
    const found = await people.search(anonymous, { text, filter: { language: 'nl' } });
    const own = found.edges.filter(({ node }) => node.user?.id === bakers.id);
    expect(own.map(({ node }) => node.label)).toEqual(expected);
  });

  it('the most relevant first, page by page, each once', async () => {
    for (const label of [
      'Falconry',
      'Falconry for owners of hawks',
      'Hawks and falconry',
      'Hawks',
    ]) {
      await people.teaches(await world.signUp(), label);
    }
    const whole = await labels(anonymous, { text: 'falconry hawks' });
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page = await people.search(anonymous, { text: 'falconry hawks', first: 1, after });
      read.push(...page.edges.map(({ node }) => node.label));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(whole[0]).toBe('Hawks and falconry');
    expect(whole).toHaveLength(4);
    expect(read).toEqual(whole);
  });
});

describe('filters', () => {
  it.each([
    ['type', { type: 'LEARN' }, ['Kayaking']],
    ['level', { level: 'ADVANCED' }, ['Rafting']],
    ['language, with its regional forms', { language: 'pt' }, ['Rafting', 'Kayaking']],
    ['a regional language alone', { language: 'pt-BR' }, ['Rafting']],
    ['way to meet', { mode: 'ONSITE' }, ['Rafting']],
    [
      'all at once',
      { type: 'TEACH', level: 'BEGINNER', language: 'eo', mode: 'REMOTE' },
      ['Rowing'],
    ],
  ])('by %s', async (_by, filter, expected) => {
    const ada = await world.signUp();
    const rowers = await world.signUp();
    await people.teaches(rowers, 'Rowing', { level: 'BEGINNER', languages: ['eo'] });
    await people.learns(rowers, 'Kayaking', { languages: ['pt'] });
    await people.teaches(rowers, 'Rafting', {
      level: 'ADVANCED',
      languages: ['pt-BR'],
      modes: ['ONSITE'],
    });
    const found = (await people.search(ada, { filter })).edges.map(({ node }) => node);
    const own = found.filter(({ user }) => user?.id === rowers.id);
    expect(own.map(({ label }) => label)).toEqual(expected);
  });

  it('by distance from the viewer, as people move', async () => {
    const move = (userId: string, version: number, cell: object | null) =>
      world.tell('users', 'user.locationChanged', { userId, version, cell });
    const [ada, bob] = [await world.signUp(), await world.signUp()];
    await people.teaches(bob, 'Puppetry');
    await move(ada.id, 1, { latitude: 48.85, longitude: 2.35 });
    await move(bob.id, 1, { latitude: 48.8, longitude: 2.13 });
    await people.teaches(bob, 'Puppetry of shadows');
    const near = (withinKm: number) => labels(ada, { text: 'puppetry', filter: { withinKm } });
    expect(await near(25)).toHaveLength(2);
    expect(await near(5)).toEqual([]);
    expect(await labels(ada, { filter: { withinKm: 25, type: 'TEACH' } })).toContain('Puppetry');
    await move(bob.id, 2, { latitude: 45.76, longitude: 4.84 });
    expect(await near(25)).toEqual([]);
    expect(await near(500)).toHaveLength(2);
    await move(bob.id, 3, null);
    expect(await near(20_000)).toEqual([]);
  });

  it('by distance need somebody who is somewhere', async () => {
    const search = (viewer: Viewer, withinKm: number) =>
      people.search(viewer, { filter: { withinKm } });
    await expect(search(anonymous, 10)).rejects.toThrow('UNAUTHENTICATED');
    await expect(search(await world.signUp(), 10)).rejects.toThrow('BAD_USER_INPUT');
    await expect(search(await world.signUp(), 0)).rejects.toThrow('BAD_USER_INPUT');
    await expect(search(await world.signUp(), 20_001)).rejects.toThrow('BAD_USER_INPUT');
  });
});

it('without a text the newest come first, page by page, each once', async () => {
  const ada = await world.signUp();
  const filter = { language: 'tlh' };
  for (const label of ['One', 'Two', 'Three', 'Four', 'Five']) {
    await people.teaches(ada, label, { languages: ['tlh'] });
  }
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page = await people.search(anonymous, { filter, first: 2, after });
    read.push(...page.edges.map(({ node }) => node.label));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(read).toEqual(['Five', 'Four', 'Three', 'Two', 'One']);
  const own = await people.skillsOf(anonymous, ada.id, { first: 2 });
  const rest = await people.skillsOf(anonymous, ada.id, {
    first: 3,
    after: own?.pageInfo.endCursor,
  });
  const listed = [...(own?.edges ?? []), ...(rest?.edges ?? [])];
  expect(listed.map(({ node }) => node.label)).toEqual(read);
});

it.each([
  ['a text of a megabyte', { text: 'x'.repeat(1024 * 1024) }],
  ['control characters', { text: 'gui\u0000tar' }],
  ['a language that is none', { filter: { language: '^.*' } }],
  ['no page', { first: 0 }],
  ['too large a page', { first: 101 }],
  ['an invented cursor', { after: 'e30' }],
  [
    'another list’s cursor',
    { text: 'x', after: Buffer.from('["skill",1,"x"]').toString('base64url') },
  ],
  ['a cursor beyond time', { after: Buffer.from('["skill",1e300,"x"]').toString('base64url') }],
  [
    'a cursor of text for a time',
    { after: Buffer.from('["skill","x","x"]').toString('base64url') },
  ],
])('refuses %s', async (_what, args) => {
  await expect(people.search(anonymous, args)).rejects.toThrow('BAD_USER_INPUT');
});

describe('the catalogue', () => {
  const list = async (args: string, viewer: Viewer = anonymous) => {
    const query = `{ skillTags(${args}) { edges { cursor node { slug label fr: label(language: "fr-CA") other: label(language: "de") } } pageInfo { hasNextPage endCursor } } }`;
    return world.as(viewer).execute(query);
  };

  it.each([
    ['in any language', 'search: "échecs"', ['chess']],
    ['by a word inside', 'search: "devel"', ['mobile-development', 'web-development']],
    ['by an alias', 'search: "lsf"', ['sign-language']],
    ['not by an expression', 'search: ".*"', []],
  ])('is searched %s', async (_how, search, slugs) => {
    const { data } = await list(`${search}, first: 10`);
    expect(data).toMatchObject({ skillTags: { edges: slugs.map((slug) => ({ node: { slug } })) } });
  });

  it('has labels in French and English', async () => {
    const { data } = await list('search: "cuis", first: 1');
    const node = { slug: 'cooking', label: 'Cooking', fr: 'Cuisine', other: 'Cooking' };
    expect(data).toMatchObject({ skillTags: { edges: [{ node }] } });
  });

  it('pages by slug, and a blank search is none', async () => {
    const first = await list('search: "  ", first: 2');
    expect(first.data).toMatchObject({
      skillTags: {
        edges: [{ node: { slug: 'accounting' } }, { node: { slug: 'arabic' } }],
        pageInfo: { hasNextPage: true },
      },
    });
    const after = Buffer.from('["skillTag","arabic"]').toString('base64url');
    const next = await list(`first: 1, after: "${after}"`);
    expect(next.data).toMatchObject({ skillTags: { edges: [{ node: { slug: 'baking' } }] } });
  });

  it('refuses what is no language', async () => {
    const { errors } = await world
      .as(anonymous)
      .execute('{ skillTags(first: 1) { edges { node { label(language: "!") } } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is the same after every start', async () => {
    const { createSkillTagRepository } = await import('../src/skill-tag-repository.ts');
    const { tagCatalogue } = await import('../src/tag-catalogue.ts');
    const { db } = world.runtime.store;
    const rows = () => db.collection('skillTags').find().sort({ _id: 1 }).toArray();
    const before = await rows();
    const tags = createSkillTagRepository(db);
    await Promise.all([tags.ensure(tagCatalogue), tags.ensure(tagCatalogue)]);
    expect(await rows()).toEqual(before);
    await db.collection('skillTags').deleteMany({ labels: { $exists: true } });
    await Promise.all([
      tags.ensure(tagCatalogue),
      tags.ensure(tagCatalogue),
      tags.ensure(tagCatalogue),
    ]);
    expect(await rows()).toEqual(before);
  });
});
