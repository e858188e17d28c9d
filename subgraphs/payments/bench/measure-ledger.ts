import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@skillswap/kit/id';
import { createLog } from '@skillswap/kit/log';
import type { Sql } from 'postgres';
import { writeFigures } from '../../../bench/figures.ts';
import { describeMachine } from '../../../bench/machine.ts';
import { lendEngine } from '../../../engines/src/lend-engine.ts';
import { postgresEngine } from '../../../engines/src/postgres-engine.ts';
import { post } from '../src/ledger-repository.ts';
import type { LedgerAccount } from '../src/ledger.ts';
import { migrate } from '../src/migrate.ts';
import { openPostgres } from '../src/open-postgres.ts';
import { postgres } from '../src/postgres-driver.ts';
import { createTransact, errorCode } from '../src/transact.ts';
import { brokenInvariants } from '../test/money-invariants.ts';

/**
 * The ledger's throughput with twenty hot accounts beside a bare SERIALIZABLE transaction of the
 * driver that does the same store work by hand and is repeated on conflict in the same way.
 */
const [accounts, writers, rounds, seconds] = [20, 10, 5, 4];

const given = process.env['DATABASE_URL'];
await using lent = given === undefined ? await lendEngine(postgresEngine) : null;
const url = given ?? lent?.url ?? '';
const schema = `bench_payments_${randomBytes(4).toString('hex')}`;
await migrate(url, schema);
const owner = postgres(url, {
  connection: { search_path: schema },
  max: 2,
  onnotice: () => undefined,
});
const sql = openPostgres({ url, schema, applicationName: schema });
try {
  await prepareBareTables(owner);
  const ours = await measure('ledger', ledgerTransfer(sql));
  const bare = await measure('bare', bareTransfer(sql));
  const broken = await brokenInvariants(owner);
  if (Object.keys(broken).length > 0) throw new Error(JSON.stringify(broken));
  const share = ((100 * ours) / bare).toFixed(0);
  const lines = [
    '| Transfers between 20 hot accounts, 10 writers | a second |',
    '| --- | ---: |',
    `| the ledger | ${ours.toFixed(0)} |`,
    `| bare SERIALIZABLE transaction with retry | ${bare.toFixed(0)} |`,
    `| share | ${share} % |`,
    '',
    describeMachine(),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (process.argv.includes('--write')) writeFigures('payments', lines);
} finally {
  await sql.end();
  await owner`drop schema ${owner(schema)} cascade`;
  await owner.end();
}

/** The median of several rounds, in transfers a second; conflicts are part of it. */
async function measure(name: string, transfer: Transfer): Promise<number> {
  await run(transfer, 1_000);
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    figures.push((await run(transfer, seconds * 1_000)) / seconds);
  }
  figures.sort((a, b) => a - b);
  process.stdout.write(`${name}: ${figures.map((figure) => figure.toFixed(0)).join(', ')}\n`);
  return figures[Math.floor(rounds / 2)] ?? 0;
}

/** False when it was refused after ten attempts, as a client is asked to come again. */
type Transfer = (from: number, to: number) => Promise<boolean>;

async function run(transfer: Transfer, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let done = 0;
  const write = async () => {
    while (performance.now() < end) {
      const from = Math.floor(Math.random() * accounts);
      const to = (from + 1 + Math.floor(Math.random() * (accounts - 1))) % accounts;
      if (await transfer(from, to)) done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return done;
}

function ledgerTransfer(db: Sql): Transfer {
  const transact = createTransact(db, createLog('bench', 'silent'), () => undefined);
  const account = (at: number): LedgerAccount => ({
    id: `hot:${String(at).padStart(2, '0')}`,
    unit: 'EUR',
    ownerId: null,
    minimum: null,
  });
  return (from, to) =>
    transact((tx) =>
      post(tx, {
        reference: newId('ref'),
        kind: 'BENCH',
        paymentIntentId: null,
        sessionId: null,
        at: new Date(),
        movements: [
          { account: account(from), amount: -1 },
          { account: account(to), amount: 1 },
        ],
      }),
    ).then(
      () => true,
      () => false,
    );
}

/** The same rows without triggers, checks or privileges: one transaction, two entries, two balances. */
async function prepareBareTables(db: Sql): Promise<void> {
  await db`create table bare_accounts (id int primary key, balance bigint not null default 0)`;
  await db`insert into bare_accounts (id) select generate_series(0, ${accounts - 1}::int)`;
  await db`
    create table bare_transactions (id text primary key, reference text unique, kind text, at timestamptz)`;
  await db`
    create table bare_entries (id text primary key, transaction_id text, account_id int, amount bigint,
      at timestamptz)`;
  await db`create index on bare_entries (account_id, at desc, id desc)`;
  await db`create index on bare_entries (transaction_id)`;
  await db`
    grant select, insert, update on bare_accounts, bare_transactions, bare_entries to skillswap_payments`;
}

function bareTransfer(db: Sql): Transfer {
  return async (from, to) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await db.begin('isolation level serializable', async (tx) => {
          const [id, at] = [newId('ltx'), new Date()];
          await tx`insert into bare_transactions values (${id}, ${newId('ref')}, 'BENCH', ${at})`;
          await tx`
            insert into bare_entries
            values (${newId('lde')}, ${id}, ${from}, -1, ${at}), (${newId('lde')}, ${id}, ${to}, 1, ${at})`;
          for (const account of [from, to].sort((a, b) => a - b)) {
            const amount = account === from ? -1 : 1;
            await tx`update bare_accounts set balance = balance + ${amount} where id = ${account}`;
          }
        });
        return true;
      } catch (error) {
        if (!['40001', '40P01'].includes(errorCode(error))) throw error;
        if (attempt === 10) return false;
        await pause(Math.random() * Math.min(10 * 2 ** attempt, 500));
      }
    }
  };
}
