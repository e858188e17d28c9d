import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import { ensureCollections, openMongo } from '@skillswap/kit/mongo';
import { createBlockRepository } from '../src/block-repository.ts';
import { candidatePipeline, createCandidateRepository } from '../src/candidate-repository.ts';
import { collections } from '../src/collections.ts';
import { findMatches, listMatches, type MatchSources } from '../src/find-matches.ts';
import { createMatchRepository } from '../src/match-repository.ts';
import { createPersonRepository } from '../src/person-repository.ts';
import { answersTo } from '../src/skill.ts';
import { createSkillRepository } from '../src/skill-repository.ts';
import { createSkillSearchRepository } from '../src/skill-search-repository.ts';
import { seedMembers } from './seed-members.ts';

const members = Number(process.argv[2] ?? 100_000);
const uri = process.env['MONGODB_URI'];
if (uri === undefined) throw new Error('MONGODB_URI is not set');
if (!Number.isInteger(members) || members < 100) throw new Error('give at least 100 members');

const rounds = 200;
await using store = await openMongo(uri, `bench_skills_${randomBytes(4).toString('hex')}`, 'bench');
const { db } = store;
try {
  await ensureCollections(db, collections);
  const ids = await seedMembers(db, members);
  say(`${String(members)} members, ${String(members * 3)} skills, ${String(rounds)} rounds`);
  await measureMatches(db, ids);
  await measureSearch(db);
} finally {
  await db.dropDatabase();
}

async function measureMatches(db: Db, ids: readonly string[]): Promise<void> {
  const sources: MatchSources = {
    skills: createSkillRepository(db),
    candidates: createCandidateRepository(db),
    people: createPersonRepository(db),
    matches: createMatchRepository(db),
    now: () => new Date(),
    candidateLimit: 200,
  };
  const blocks = createBlockRepository(db);
  const viewer = (round: number) => ids[(round * 7_919) % ids.length] ?? '';
  const page = async (id: string) => {
    const person = sources.people.findByIds([id]).then(([found]) => found ?? null);
    const asking = { id, person: () => person, blocks: () => blocks.findAround(id) };
    return listMatches(sources, asking, { limit: 10, after: null });
  };
  // The first look writes the rows of the pairs; what is measured is every later one.
  for (let round = 0; round < rounds; round += 1) await page(viewer(round));
  await measure('matches(first: 10)', (round) => page(viewer(round)));
  await measure('  the same reads, bare driver', (round) => bareMatches(db, viewer(round)));
  const [own] = [await sources.skills.findByOwners([viewer(0)])];
  const pipeline = candidatePipeline(viewer(0), own, [viewer(0)], 200);
  const plan = await db.collection('skills').aggregate(pipeline, { hint: 'by_side' }).explain();
  say(`  plan: ${indexesOf(plan)}`);
  const shown = await page(viewer(0));
  const asking = { id: viewer(0), person: () => Promise.resolve(null) };
  const again = { ...asking, blocks: () => blocks.findAround(viewer(0)) };
  const found = await findMatches(
    sources,
    again,
    shown.rows.map(({ id }) => id),
  );
  say(`  ${String(found.length)} of ${String(shown.rows.length)} resolve by id`);
}

/** What a page of matches reads, without a line of the product in between. */
async function bareMatches(db: Db, id: string): Promise<void> {
  const [skills, people] = [db.collection('skills'), db.collection<{ _id: string }>('people')];
  const repository = createSkillRepository(db);
  const [own] = await Promise.all([
    repository.findByOwners([id]),
    people.findOne({ _id: id }),
    db.collection('blocks').find({ blockerId: id, active: true }).toArray(),
    db.collection('matches').find({ passedBy: id }).toArray(),
  ]);
  const pipeline = candidatePipeline(id, own, [id], 200);
  const rows = skills.aggregate<{ _id: string }>(pipeline, { hint: 'by_side' });
  const candidates = (await rows.toArray()).map(({ _id }) => _id);
  await Promise.all([
    people.find({ _id: { $in: candidates }, 'state.value': 'ACTIVE' }).toArray(),
    skills
      .find({ userId: { $in: candidates }, sides: { $in: own.flatMap(answersTo) } })
      .hint('by_owner')
      .toArray(),
  ]);
  await db
    .collection('matches')
    .find({ $or: [{ low: id }, { high: id }] })
    .limit(10)
    .toArray();
}

async function measureSearch(db: Db): Promise<void> {
  const search = createSkillSearchRepository(db);
  const conditions = {
    type: 'TEACH',
    level: null,
    language: 'fr',
    mode: null,
    near: null,
  } as const;
  const asked = { ...conditions, withoutOwners: [] };
  const page = { limit: 20, after: null };
  const filter = { listed: true, type: 'TEACH', languages: { $regex: '^fr(-|$)' } };
  const newest = () =>
    db.collection('skills').find(filter).sort({ createdAt: -1, _id: -1 }).limit(21);
  const words = (round: number) => [`topic${String(round % 200)}`];
  await measure('searchSkills, newest with filters', () => search.listNewest(asked, page));
  await measure('  the same read, bare driver', () => newest().toArray());
  say(`  plan: ${indexesOf(await newest().explain())}`);
  await measure('searchSkills, a text', (round) =>
    search.listMostRelevant(words(round), asked, page),
  );
  const text = (round: number) =>
    db
      .collection('skills')
      .aggregate([
        { $match: { $text: { $search: words(round).join(' ') }, ...filter } },
        { $set: { relevance: { $meta: 'textScore' } } },
        { $sort: { relevance: -1, _id: -1 } },
        { $limit: 21 },
      ]);
  await measure('  the same read, bare driver', (round) => text(round).toArray());
  say(`  plan: ${indexesOf(await text(0).explain())}`);
}

async function measure(title: string, work: (round: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number) => (times[Math.ceil(share * rounds) - 1] ?? 0).toFixed(1);
  say(`${title}: p50 ${percentile(0.5)} ms, p95 ${percentile(0.95)} ms`);
}

/** The indexes in a plan, and whether it reads a whole collection. */
function indexesOf(plan: unknown): string {
  const text = JSON.stringify(plan);
  const names = [...text.matchAll(/"winningPlan".*?"indexName":"(\w+)"/gs)].map(([, name]) => name);
  const whole = text.includes('"COLLSCAN"') ? ', COLLSCAN' : '';
  return `${[...new Set(names)].join(', ')}${whole}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
