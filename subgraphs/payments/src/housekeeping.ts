import type { DueWork, PostgresDueWork } from '@skillswap/kit/due-work';
import type { Clock } from '@skillswap/kit/clock';
import type { Sql } from 'postgres';
import type { Transact } from './transact.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const kind = 'housekeeping';

interface House {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly transact: Transact;
  readonly dueWork: PostgresDueWork;
}

/**
 * Daily: prepares the ledger's partitions of this month and the next two, and removes events and
 * marks of letters that are past their keeping. It plans its next run, so calling it once at the
 * start keeps it going.
 */
export async function keepHouse({ sql, clock, transact, dueWork }: House): Promise<void> {
  const now = clock.now();
  for (const ahead of [0, 1, 2]) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    await sql`select ensure_ledger_partition(${month.toISOString().slice(0, 10)}::date)`;
  }
  await sql`delete from outbox where published_at < now() - interval '7 days'`;
  await sql`delete from inbox where at < ${now}::timestamptz - interval '30 days'`;
  await sql`delete from letters_sent where at < ${now}::timestamptz - interval '90 days'`;
  await transact((tx) => dueWork.plan(tx, nextRun(now)));
}

function nextRun(now: Date): DueWork {
  return { key: kind, kind, dueAt: new Date(now.getTime() + dayMilliseconds), payload: {} };
}
