import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engineUrl, uniqueName } from '@skillswap/kit/test/testkit';
import { migrate } from '../src/migrate.ts';
import { postgres } from '../src/postgres-driver.ts';

it('brings a schema up to date once, for several instances that start at once', async () => {
  const url = engineUrl('DATABASE_URL');
  const schema = uniqueName('migrate');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await Promise.all(Array.from({ length: 4 }, () => migrate(url, schema)));
    await migrate(url, schema);
    const migrations = await sql<{ version: string }[]>`
      select version from ${sql(schema)}.migrations order by version`;
    const files = readdirSync(new URL('../migrations', import.meta.url));
    // The zeroth is the empty schema.
    const versions = Array.from({ length: files.length + 1 }, (_, version) => version);
    expect(migrations.map(({ version }) => Number(version))).toEqual(versions);
    const indexes = await sql<{ name: string }[]>`
      select indexname as name from pg_indexes where schemaname = ${schema}`;
    const names = indexes.map(({ name }) => name);
    for (const expected of [
      'outbox_unpublished',
      'due_work_by_due_at',
      'payment_intents_by_user',
      'invoices_by_user',
      'refunds_by_payment',
      'ledger_entries_by_account',
      'ledger_entries_by_transaction',
      'memberships_one_live_per_user',
      'memberships_one_trial_per_user',
      'membership_charges_one_renewal',
    ]) {
      expect(names).toContain(expected);
    }
  } finally {
    await sql`drop schema if exists ${sql(schema)} cascade`;
    await sql.end();
  }
});
