import { fileURLToPath } from 'node:url';
import Postgrator from 'postgrator';
import { postgres } from './postgres-driver.ts';

const migrationPattern = fileURLToPath(new URL('../migrations/*.sql', import.meta.url));

/**
 * Brings a schema up to date. All pending migrations are one transaction under a lock, so that
 * several instances may start at once and one that dies leaves nothing half done. The login needs
 * the right to create the schema and the working role when they are not there yet.
 */
export async function migrate(url: string, schema: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('skillswap payments migrations'))`;
      await tx`create schema if not exists ${tx(schema)}`;
      await tx`select set_config('search_path', ${schema}, true)`;
      const migrations = new Postgrator({
        driver: 'pg',
        schemaTable: `${schema}.migrations`,
        migrationPattern,
        execQuery: async (query) => ({ rows: await tx.unsafe(query) }),
      });
      await migrations.migrate();
    });
  } finally {
    await sql.end();
  }
}
