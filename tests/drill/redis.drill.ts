import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { eventStream } from '@skillswap/kit/outbox';
import { lendEngine } from '../../engines/src/lend-engine.ts';
import { postgresEngine } from '../../engines/src/postgres-engine.ts';
import { redisEngine } from '../../engines/src/redis-engine.ts';
import { brokenInvariants } from '../../subgraphs/payments/test/money-invariants.ts';
import { startTestPayments } from '../../subgraphs/payments/test/start-payments.ts';
import { longestGap, startLoad, untilFlowing } from './load.ts';
import { countLost, createPayers } from './payers.ts';
import { writeReport, type Finding } from './report.ts';

/** Payments and their events while Redis is killed, and while it has lost everything. */
await using postgres = await lendEngine(postgresEngine);
await using redis = await lendEngine(redisEngine, { keepRunning: true });
Object.assign(process.env, { DATABASE_URL: postgres.url, REDIS_URL: redis.url });
await using payments = await startTestPayments();
const { confirmed, writers } = createPayers(payments, 6);
const load = startLoad(writers);
await untilFlowing(load, 0, 10);

const findings: Finding[] = [];
const since = performance.now();
const pid = Number.parseInt(
  readFileSync(join(redis.dataDir, 'redis', redisEngine.pidFile), 'utf8'),
  10,
);
process.kill(pid, 'SIGKILL');
await pause(3_000);
findings.push({ fault: 'kill -9: writes go on', gapSeconds: longestGap(load, since), bound: 5 });
await untilFlowing(load, performance.now(), 20);
await load.stop();

const stopped = performance.now();
await untilPublished();
const drained = (performance.now() - stopped) / 1000;
const client = new Redis(redis.url);
const stream = eventStream(payments.runtime.prefix, 'payments');
const published = new Set(
  (await client.xrange(stream, '-', '+')).map(
    ([, fields]) => /"id":"(\w+)"/.exec(fields[1] ?? '')?.[1],
  ),
);
client.disconnect();
const events = await payments.owner<{ id: string }[]>`select id from outbox`;
const missing = events.filter(({ id }) => !published.has(id)).length;
const lost = await countLost(payments, confirmed);
const broken = await brokenInvariants(payments.owner);
writeReport('redis', findings, [
  `${String(confirmed.length)} payments were confirmed to their payers; ${String(lost)} of them are lost.`,
  `${String(events.length)} events were committed; ${String(missing)} of them are not in the stream. The last was published ${drained.toFixed(2)} s after the load ended.`,
  `${String(Object.keys(broken).length)} invariants of the books are broken.`,
]);
if (lost + missing + Object.keys(broken).length > 0) {
  throw new Error(JSON.stringify({ lost, missing, broken }));
}

async function untilPublished(): Promise<void> {
  const deadline = performance.now() + 30_000;
  while ((await payments.owner`select from outbox where published_at is null`).length > 0) {
    if (performance.now() > deadline) throw new Error('the outbox is not drained');
    await pause(20);
  }
}
