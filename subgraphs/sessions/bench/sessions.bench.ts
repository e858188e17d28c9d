import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mongoDueWork } from '@skillswap/kit/due-work';
import { createTransact, ensureCollections, openMongo } from '@skillswap/kit/mongo';
import { writeFigures } from '../../../bench/figures.ts';
import { describeMachine } from '../../../bench/machine.ts';
import { startEngines } from '../../../engines/src/start-engines.ts';
import { collections } from '../src/collections.ts';
import { createStores } from '../src/stores.ts';
import { compareConfirmations } from './compare-confirmations.ts';
import { compareOpenSlots } from './compare-open-slots.ts';
import { seedSessions } from './seed-sessions.ts';
import { now, openBooking } from './town.ts';

/**
 * Measures mutual open slots of two people over four weeks, and confirmations, each beside the bare
 * driver doing the same store work, in a store that holds `--sessions` sessions of other people.
 */
const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
  },
});
const count = Number(values.sessions);
if (!Number.isInteger(count) || count < 0) throw new Error('give a number of sessions');

await using opening = new AsyncDisposableStack();
const uri = process.env['MONGODB_URI'] ?? (await startOwnEngines(opening));
const store = opening.use(await openMongo(uri, `bench_${randomBytes(4).toString('hex')}`, 'bench'));
opening.defer(async () => {
  await store.db.dropDatabase();
});
await ensureCollections(store.db, collections);
process.stderr.write(`seeding ${String(count)} sessions\n`);
await seedSessions(store.db, count);
const transact = createTransact(
  store,
  () => now,
  () => undefined,
);
const booking = openBooking(createStores(store.db), transact, mongoDueWork(store.db));

process.stderr.write('measuring\n');
const rows = [
  await compareOpenSlots(store.db, booking),
  await compareConfirmations(store, booking),
];
const lines = [
  `In a store of ${count.toLocaleString('en')} other sessions, one after the other:`,
  '',
  '| | p50 ms | p95 ms | bare driver p50 | p95 | p50 to p50 |',
  '| --- | --: | --: | --: | --: | --: |',
  ...rows.map(({ title, ours, bare }) => {
    const times = [ours.p50, ours.p95, bare.p50, bare.p95].map((time) => time.toFixed(1));
    return `| ${title} | ${times.join(' | ')} | ${(ours.p50 / bare.p50).toFixed(2)} × |`;
  }),
  '',
  describeMachine(),
];
process.stdout.write(`${lines.join('\n')}\n`);
if (values.write) writeFigures('sessions', lines);

async function startOwnEngines(stack: AsyncDisposableStack): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'skillswap-bench-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  return stack.use(await startEngines({ dataDir, env: process.env })).mongodbUri;
}
