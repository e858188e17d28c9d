import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Db } from 'mongodb';
import { ensureCollections, openMongo } from '@skillswap/kit/mongo';
import { writeFigures } from '../../../bench/figures.ts';
import { describeMachine } from '../../../bench/machine.ts';
import { startEngines } from '../../../engines/src/start-engines.ts';
import { collections } from '../src/collections.ts';
import { compareMatches } from './compare-matches.ts';
import { compareSearches } from './compare-searches.ts';
import type { Comparison } from './measure.ts';
import { seedMembers } from './seed-members.ts';

/**
 * Measures matches and searches beside the bare driver's reads of the same: in a community of
 * `--members`, and in one of a tenth of them where just as many people share each topic.
 */
const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100000' },
    write: { type: 'boolean', default: false },
  },
});
const members = Number(values.members);
if (!Number.isInteger(members) || members < 5_000) throw new Error('give at least 5,000 members');
const membersOfTopic = 500;

await using opening = new AsyncDisposableStack();
const uri = process.env['MONGODB_URI'] ?? (await startOwnEngines(opening));
const lines: string[] = [];
for (const size of [members / 10, members]) {
  const database = `bench_skills_${randomBytes(4).toString('hex')}`;
  await using store = await openMongo(uri, database, 'bench');
  try {
    lines.push(...table(size, await compareAll(store.db, size)));
  } finally {
    await store.db.dropDatabase();
  }
}
lines.push(describeMachine());
process.stdout.write(`${lines.join('\n')}\n`);
if (values.write) writeFigures('skills', lines);

async function compareAll(db: Db, size: number): Promise<Comparison[]> {
  process.stderr.write(`seeding ${String(size)} members\n`);
  await ensureCollections(db, collections);
  const ids = await seedMembers(db, size, Math.ceil(size / membersOfTopic));
  process.stderr.write('measuring\n');
  return [...(await compareMatches(db, ids)), ...(await compareSearches(db, size))];
}

function table(size: number, rows: readonly Comparison[]): string[] {
  const people = size.toLocaleString('en');
  const skills = (size * 3).toLocaleString('en');
  return [
    `**${people} members, ${skills} skills**`,
    '',
    '| | p50 ms | p95 ms | bare driver p50 | p95 | indexes |',
    '| --- | --: | --: | --: | --: | --- |',
    ...rows.map(({ title, ours, bare, indexes }) => {
      const times = [ours.p50, ours.p95, bare.p50, bare.p95].map((time) => time.toFixed(1));
      return `| ${title} | ${times.join(' | ')} | ${indexes} |`;
    }),
    '',
  ];
}

async function startOwnEngines(stack: AsyncDisposableStack): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'skillswap-bench-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  return stack.use(await startEngines({ dataDir, env: process.env })).mongodbUri;
}
