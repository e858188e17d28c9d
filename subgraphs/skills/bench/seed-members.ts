import type { Db } from 'mongodb';
import { newId } from '@skillswap/kit/id';
import { unknownPerson } from '../src/person.ts';
import { skillLevels, topicsOf, type Skill } from '../src/skill.ts';
import { toSkillDocument } from '../src/skill-document.ts';

const batchSize = 5_000;

/**
 * Fills a database with so many members, each with two skills to teach and one to learn, spread over
 * so many topics of which the first are crowded; the members' ids.
 */
export async function seedMembers(
  db: Db,
  members: number,
  topics: number,
): Promise<readonly string[]> {
  const ids = Array.from({ length: members }, () => newId('usr'));
  const random = pseudoRandom(42);
  for (let from = 0; from < members; from += batchSize) {
    const batch = ids.slice(from, from + batchSize);
    const state = { value: 'ACTIVE', version: 0 };
    const people = batch.map((_id) => ({ _id, state, skillCount: 3, location: aPlace(random) }));
    await db.collection<{ _id: string }>('people').insertMany(people, { ordered: false });
    const rows = people.flatMap(({ _id: id, location: { cell } }) =>
      skillsOf(id, random, topics).map((skill) =>
        toSkillDocument(skill, null, { ...unknownPerson(id), state: 'ACTIVE', cell }),
      ),
    );
    await db.collection<{ _id: string }>('skills').insertMany(rows, { ordered: false });
  }
  return ids;
}

function skillsOf(userId: string, random: () => number, topics: number): Skill[] {
  /** The square makes the first topics crowded. */
  const topic = () => Math.floor(random() ** 2 * topics);
  const first = topic();
  const numbers = [first, (first + 1 + topic()) % (2 * topics), topic()];
  return numbers.map((number, index) => {
    const label = `Topic${String(number)}`;
    const createdAt = new Date(Date.UTC(2027, 0, 1) + Math.floor(random() * 3e10));
    return {
      id: newId('skl'),
      userId,
      type: index < 2 ? 'TEACH' : 'LEARN',
      label,
      tagSlug: null,
      topics: topicsOf(label, null),
      level: skillLevels[Math.floor(random() * 3)] ?? 'BEGINNER',
      languages: [random() < 0.5 ? 'fr' : 'en'],
      modes: ['REMOTE'],
      createdAt,
      confirmedAt: createdAt,
      hiddenAt: null,
      endorsements: 0,
    };
  });
}

/** A cell in a country of 5 by 5 degrees. */
function aPlace(random: () => number) {
  const steps = () => Math.round(random() * 100) / 20;
  const cell = { latitude: 44 + steps(), longitude: steps() };
  return { cell, version: 1 };
}

/** The same numbers at each run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
