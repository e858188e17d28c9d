import { setTimeout as pause } from 'node:timers/promises';
import { postgres } from '../src/postgres-driver.ts';

/**
 * A process whose transactions are cut off under its feet: it writes pairs of rows, each pair in one
 * transaction with a pause between the two, as work does that waits for something else. It reports
 * halves of pairs (rows that reached a foreign transaction) and connections that never came back.
 */
const sql = postgres(process.env['DATABASE_URL'] ?? '', {
  max: 4,
  backoff: () => 0.05,
  connect_timeout: 5,
  onnotice: () => undefined,
  connection: { application_name: process.env['applicationName'] ?? '' },
});
const table = process.env['applicationName'] ?? '';
await sql`create table ${sql(table)} (pair text not null)`;

let running = true;
let lost = 0;
let stage = 'working';
process.once('message', () => {
  running = false;
  // Whatever hangs is named instead of waited for.
  setTimeout(() => {
    process.stderr.write(`hangs while ${stage}\n`);
    process.exit(1);
  }, 12_000).unref();
});

const writePairs = async () => {
  while (running) {
    const pair = crypto.randomUUID();
    await sql
      .begin(async (tx) => {
        await tx`insert into ${tx(table)} (pair) values (${pair})`;
        await pause(Math.random() * 20);
        await tx`insert into ${tx(table)} (pair) values (${pair})`;
      })
      .catch(() => {
        lost += 1;
      });
  }
};
const readOften = async () => {
  while (running) {
    await sql`select count(*) from ${sql(table)} where pair = ${'x'.repeat(2_000)}`.catch(() => {
      lost += 1;
    });
  }
};

process.send?.('working');
await Promise.all([writePairs(), writePairs(), writePairs(), writePairs(), readOften()]);

stage = 'asking again';
const answers = await Promise.all(
  Array.from({ length: 8 }, () =>
    Promise.race([sql`select 1`.then(() => 0), pause(3_000).then(() => 1)]),
  ),
);
const stuck = answers.reduce<number>((sum, answer) => sum + answer, 0);
stage = 'counting';
const halves = await sql`
  select pair from ${sql(table)} group by pair having count(*) <> 2`;
stage = 'dropping';
await sql`drop table ${sql(table)}`;
stage = 'ending';
await sql.end();
process.send?.({ lost, halves: halves.length, stuck });
process.disconnect();
