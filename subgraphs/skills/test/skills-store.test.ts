import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import { recordCommands } from '../../../kit/test/testkit.ts';
import { collections } from '../src/collections.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const own = ['skillTags', 'skills', 'matches', 'people', 'blocks'];
const record = (work: () => Promise<unknown>) =>
  recordCommands(world.runtime.store.client, own, work);
const collectionOf = ({ command, commandName }: CommandStartedEvent) =>
  String(command[commandName]);
const sent = (commands: readonly CommandStartedEvent[]) =>
  commands.map((event) => `${event.commandName} ${collectionOf(event)}`).sort();
const levelOf = ({ command }: CommandStartedEvent) =>
  z.object({ readConcern: z.object({ level: z.string() }) }).parse(command).readConcern.level;

/** How the store runs a command that was sent. */
async function explain({ command }: CommandStartedEvent): Promise<string> {
  const query = Object.entries(command).filter(([field]) => !ofTheSession.has(field));
  const explained = { explain: Object.fromEntries(query), verbosity: 'queryPlanner' };
  return JSON.stringify(await world.runtime.store.db.command(explained));
}
const ofTheSession = new Set(['lsid', '$db', '$clusterTime', 'readConcern']);

async function aMatch(subject: string): Promise<{ ada: Member; bob: Member; id: string }> {
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  await people.learns(ada, subject);
  await people.teaches(bob, subject);
  const [match] = await people.matchesOf(ada);
  return { ada, bob, id: match?.id ?? '' };
}

it('has the indexes that are declared', async () => {
  for (const [name, { indexes }] of Object.entries(collections)) {
    const existing = await world.runtime.store.db.collection(name).indexes();
    const names = existing.map((index) => index.name);
    for (const index of indexes) expect(names).toContain(index.name);
  }
});

it.each([
  [
    'skills',
    { userId: 'usr_1', sides: ['TEACH tag:go', 'TEACH label:golang'] },
    { userId: 'usr_1', sides: ['TEACH label:golang'] },
  ],
  ['matches', { low: 'usr_1', high: 'usr_2' }, { low: 'usr_1', high: 'usr_2' }],
  ['skillTags', { names: ['nose flute', 'humanatone'] }, { names: ['humanatone'] }],
])('%s refuse a duplicate by themselves', async (name, first, second) => {
  const rows = world.runtime.store.db.collection(name);
  await rows.insertOne(first);
  await expect(rows.insertOne(second)).rejects.toMatchObject({ code: 11_000 });
  await rows.deleteMany(first);
});

describe('consistency', () => {
  it('reads as surely as the declarations say', async () => {
    const { ada, id } = await aMatch('Fencing');
    const reads = await record(async () => {
      await people.matchesOf(ada);
      await people.resolve(ada, 'Match', id);
      await people.search(ada, { text: 'fencing' });
      await people.teaches(ada, 'Fencing with foils').catch(() => null);
    });
    const outside = reads.filter(({ command }) => command['autocommit'] !== false);
    const levels = new Map(outside.map((event) => [collectionOf(event), levelOf(event)]));
    expect(levels).toEqual(
      new Map([
        ['skills', 'majority'],
        ['matches', 'majority'],
        ['skillTags', 'majority'],
        ['people', 'majority'],
        ['blocks', 'local'],
      ]),
    );
  });

  it('commits skills and interest by majority and journal', async () => {
    const { client } = world.runtime.store;
    const { ada, id } = await aMatch('Bowling');
    const concerns: unknown[] = [];
    const listen = ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'commitTransaction') concerns.push(command['writeConcern']);
    };
    client.on('commandStarted', listen);
    const skill = await people.teaches(ada, 'Bowling on grass');
    await people.removeSkill(ada, skill.id);
    await people.expressInterest(ada, id);
    client.off('commandStarted', listen);
    expect(concerns).toHaveLength(3);
    for (const concern of concerns) expect(concern).toMatchObject({ w: 'majority', j: true });
  });

  it('puts a match aside by majority and journal', async () => {
    const { ada, id } = await aMatch('Curling');
    const commands = await record(() => people.passOnMatch(ada, id));
    const writes = commands.filter(({ commandName }) => commandName === 'findAndModify');
    expect(writes.map(({ command }) => z.unknown().parse(command['writeConcern']))).toEqual([
      { w: 'majority', j: true },
    ]);
  });
});

describe('ten cost as many queries as one', () => {
  const entities = (viewer: Viewer, typename: string, keys: readonly object[], fields: string) =>
    record(async () => {
      const representations = keys.map((key) => ({ __typename: typename, ...key }));
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} { ${fields} } } }`;
      const { errors } = await world.as(viewer).execute(query, { r: representations });
      expect(errors).toEqual([]);
    });

  it('for people’s skills with their subjects', async () => {
    const ada = await world.signUp();
    const keys = [];
    for (const person of await world.signUps(10)) {
      keys.push({ id: person.id });
      await people.teaches(person, 'guitar');
      await people.learns(person, 'piano');
    }
    const fields = 'skills(first: 5) { edges { node { id tag { slug label } user { id } } } }';
    const one = await entities(ada, 'User', keys.slice(0, 1), fields);
    const ten = await entities(ada, 'User', keys, fields);
    expect(sent(one)).toEqual(['find blocks', 'find people', 'find skillTags', 'find skills']);
    expect(sent(ten)).toEqual(sent(one));
  });

  it('for skills, subjects and matches by reference', async () => {
    const ada = await world.signUp();
    const skills = [];
    for (let index = 0; index < 10; index += 1) {
      const subject = `Sport ${String(index)}`;
      await people.learns(ada, subject);
      skills.push({ id: (await people.teaches(await world.signUp(), subject)).id });
    }
    const matches = (await people.matchesOf(ada)).map(({ id }) => ({ id }));
    const tags = ['guitar', 'piano', 'chess', 'yoga'].map((slug) => ({ slug }));
    expect(matches).toHaveLength(10);
    for (const [typename, keys, fields] of [
      ['Skill', skills, 'label user { id }'],
      ['SkillTag', tags, 'label'],
      ['Match', matches, 'score status teachesViewer { label } reasons { text }'],
    ] as const) {
      const one = await entities(ada, typename, keys.slice(0, 1), fields);
      expect(sent(await entities(ada, typename, keys, fields))).toEqual(sent(one));
    }
  });

  it('for the matches on the home page', async () => {
    const ada = await world.signUp();
    await people.learns(ada, 'Home economics');
    for (let index = 0; index < 3; index += 1) {
      await people.teaches(await world.signUp(), 'Home economics');
    }
    const fields =
      'matches(first: 10) { edges { node { id score status user { id } reasons { code text } teachesViewer { id label } } } }';
    await entities(ada, 'User', [{ id: ada.id }], fields);
    const again = await entities(ada, 'User', [{ id: ada.id }], fields);
    expect(sent(again)).toEqual([
      'aggregate skills', // who shares a topic and follows the viewer on the circle
      'aggregate skills', // who shares it and comes from the circle's beginning on
      'find blocks',
      'find matches', // whom the viewer has put aside
      'find matches', // what was said about those on the page
      'find people', // the viewer
      'find people', // the candidates
      'find skills', // the viewer's
      'find skills', // the candidates'
    ]);
  });
});

it('looks for candidates in the index of sides alone, and for what they have in that of topics', async () => {
  const ada = await world.signUp();
  await people.learns(ada, 'guitar');
  await people.teaches(ada, 'Glass harp');
  await people.teaches(await world.signUp(), 'guitar');
  const commands = await record(() => people.matchesOf(ada));
  const reads = commands.filter((event) => collectionOf(event) === 'skills');
  const plans = await Promise.all(reads.map(explain));
  const [own = '', ...searches] = plans.slice(0, -1);
  expect(own).toContain('"indexName":"by_owner"');
  expect(searches).toHaveLength(4);
  for (const search of searches) {
    expect(search).toContain('"indexName":"by_side"');
    expect(search).not.toContain('"FETCH"');
    expect(search).not.toContain('"COLLSCAN"');
  }
  expect(plans.at(-1)).toContain('"indexName":"one_topic_per_side"');
});

it.each([
  ['newest', { listed: true }],
  ['newest_of_side', { listed: true, type: 'TEACH', level: 'BEGINNER' }],
  ['by_owner', { userId: 'usr_1' }],
])('the index %s has skills in their order', async (index, filter) => {
  const skills = world.runtime.store.db.collection('skills');
  const plan = await skills
    .find(filter)
    .sort({ createdAt: -1, _id: -1 })
    .hint(index)
    .explain('queryPlanner');
  expect(JSON.stringify(plan)).not.toContain('"SORT"');
});
