import type { Sql } from 'postgres';
import { postgres } from './postgres-driver.ts';

/** What {@link openPostgres} needs. */
export interface PostgresOptions {
  readonly url: string;
  /** The schema that holds this subgraph's tables. */
  readonly schema: string;
  /** How backends are named in PostgreSQL's own views. */
  readonly applicationName: string;
}

/** The role that the subgraph works as; the migrations create it and say what it may do. */
const workingRole = 'skillswap_payments';

/**
 * Opens the connections that the subgraph works with. They act as a role that can append to the
 * ledger but not change it, whoever the address logs in as.
 */
export function openPostgres({ url, schema, applicationName }: PostgresOptions): Sql {
  return postgres(url, {
    max: 10,
    connect_timeout: 5,
    // A backend that was terminated is replaced at once, and a server that restarts within seconds.
    backoff: () => 0.1,
    onnotice: () => undefined,
    connection: {
      application_name: applicationName,
      search_path: schema,
      role: workingRole,
      synchronous_commit: 'on',
      // Reading a small table as a whole would, under SERIALIZABLE, conflict with every write to it.
      enable_seqscan: 'off',
      TimeZone: 'UTC',
    },
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: safeInteger },
  });
}

/** bigint columns as numbers: every amount here is far below 2^53. */
const safeInteger = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse(text: string): number {
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    throw new RangeError('an amount is beyond what can be counted exactly');
  },
};
