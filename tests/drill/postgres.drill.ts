import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lendEngine, type LentEngine } from '../../engines/src/lend-engine.ts';
import { postgresEngine } from '../../engines/src/postgres-engine.ts';
import { redisEngine } from '../../engines/src/redis-engine.ts';
import { brokenInvariants } from '../../subgraphs/payments/test/money-invariants.ts';
import { startTestPayments } from '../../subgraphs/payments/test/start-payments.ts';
import { longestGap, startLoad, untilFlowing } from './load.ts';
import { countLost, createPayers } from './payers.ts';
import { writeReport, type Finding } from './report.ts';

/** Payments while PostgreSQL's backends are terminated, it is restarted, and it is killed. */
await using postgres = await lendEngine(postgresEngine, { keepRunning: true });
await using redis = await lendEngine(redisEngine);
Object.assign(process.env, { DATABASE_URL: postgres.url, REDIS_URL: redis.url });
await using payments = await startTestPayments();
const { confirmed, writers } = createPayers(payments, 6);
const load = startLoad(writers);
await untilFlowing(load, 0, 10);

const findings: Finding[] = [];
const drill = async (fault: string, bound: number, breakIt: () => Promise<void>) => {
  const since = performance.now();
  await breakIt();
  await untilFlowing(load, performance.now(), 20);
  findings.push({ fault, gapSeconds: longestGap(load, since), bound });
};
await drill('all backends terminated, five times', 5, async () => {
  for (let round = 0; round < 5; round += 1) {
    await payments.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${payments.applicationName}`;
    await pause(300);
  }
});
await drill('fast restart', 5, () => signal(postgres, 'SIGINT'));
await drill('kill -9', 5, () => signal(postgres, 'SIGKILL'));

await load.stop();
const lost = await countLost(payments, confirmed);
const broken = await brokenInvariants(payments.owner);
writeReport('postgres', findings, [
  `${String(confirmed.length)} payments were confirmed to their payers; ${String(lost)} of them are lost.`,
  `${String(Object.keys(broken).length)} invariants of the books are broken.`,
]);
if (lost > 0 || Object.keys(broken).length > 0) throw new Error(JSON.stringify({ lost, broken }));

/** Its keeper starts it again. */
function signal({ dataDir }: LentEngine, name: NodeJS.Signals): Promise<void> {
  const file = join(dataDir, postgresEngine.name, postgresEngine.pidFile);
  process.kill(Number.parseInt(readFileSync(file, 'utf8'), 10), name);
  return pause(100);
}
