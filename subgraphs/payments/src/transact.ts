import { setTimeout as pause } from 'node:timers/promises';
import { serviceUnavailable } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import type { Sql, TransactionSql } from 'postgres';

/**
 * Runs work in one SERIALIZABLE transaction and commits it. The work runs again after a conflict or
 * a lost connection, also when the loss hid that it had been committed: it does nothing but
 * statements in this transaction, and a unique key makes its second run find the first.
 */
export type Transact = <Result>(work: (tx: TransactionSql) => Promise<Result>) => Promise<Result>;

const attempts = 10;
const longestPauseMilliseconds = 500;

const conflicts = ['40001', '40P01'];
const losses = [
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'],
  ...['57P01', '57P02', '57P03', '53300', '08006', '08003', '25006'],
];

/** Makes a {@link Transact}; `committed` is told after each commit. */
export function createTransact(sql: Sql, log: Log, committed: () => void): Transact {
  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await commit(sql, work);
        committed();
        return result;
      } catch (error) {
        const code = errorCode(error);
        if (!conflicts.includes(code) && !losses.includes(code)) throw error;
        if (attempt === attempts) {
          log.error({ err: error, attempts }, 'a transaction did not get through');
          throw serviceUnavailable();
        }
        await pause(Math.random() * Math.min(10 * 2 ** attempt, longestPauseMilliseconds));
      }
    }
  };
}

/** The driver types its result as if arrays of queries were meant; the holder keeps our own type. */
async function commit<Result>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Result>,
): Promise<Result> {
  const { result } = await sql.begin('isolation level serializable', async (tx) => ({
    result: await work(tx),
  }));
  return result;
}

/** PostgreSQL's or the system's code of a failure; empty when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The name of the constraint that a statement broke; null when it broke none. */
export function brokenConstraint(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('constraint_name' in error)) return null;
  return typeof error.constraint_name === 'string' ? error.constraint_name : null;
}
