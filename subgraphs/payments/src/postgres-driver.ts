import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * postgres.js 3.4.9 does not survive the death of a backend:
 * - A transaction goes on to use the connection that it has lost. Its `rollback` is written to a
 *   socket that is null, in a timer, which ends the process; or it reaches the next user of the
 *   connection and ends that one's transaction.
 * - A write that was scheduled when the socket closed is never sent, nor is any later one; a query
 *   that was being answered stays the current one. The connection is dead for good.
 * - When a socket ends with an error, what was sent between the error and the end stays queued, and
 *   takes the answer of another statement on the next connection.
 * - What a new connection asks about types rejects with nobody listening, which ends the process.
 * These corrections are made while the driver is loaded: a lost transaction answers every further
 * statement with its loss, and a closed connection starts anew with nothing to write or to await.
 */
const corrections: Readonly<Record<string, readonly (readonly [wrong: string, right: string])[]>> =
  {
    '/postgres/src/index.js': [
      ['let savepoints = 0\n', 'let lost = null, savepoints = 0\n'],
      ['connection.onclose = reject', 'connection.onclose = (e) => (lost = e, reject(e))'],
      [
        'q.catch(e => uncaughtError || (uncaughtError = e))\n',
        'q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n',
      ],
    ],
    '/postgres/src/connection.js': [
      ['return fetchArrayTypes()', 'return fetchArrayTypes().catch(noop)'],
      ['if (terminated)\n', 'if (terminated || socket === null)\n'],
      [
        'socket = null\n\n    if (initial)\n      return reconnect()',
        'socket = chunk = nextWriteTimer = errorResponse = null\n    rows = 0\n\n    if (initial)\n      return (query = null, reconnect())',
      ],
      ['!hadError && (query || sent.length)', ';(query || sent.length)'],
      [
        "onclose(connection, Errors.connection('CONNECTION_CLOSED', options, socket))",
        "query = null\n    onclose(connection, Errors.connection('CONNECTION_CLOSED', options, socket))",
      ],
    ],
  };

const corrected = new Set<string>();

const hooks = registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = Object.keys(corrections).find((end) => url.endsWith(end));
    if (file === undefined) return loaded;
    corrected.add(file);
    return { ...loaded, source: correct(file, readFileSync(fileURLToPath(url), 'utf8')) };
  },
});
const driver = await import('postgres');
hooks.deregister();
if (corrected.size !== Object.keys(corrections).length) {
  throw new Error('postgres.js was loaded before its corrections; import postgres-driver.ts first');
}

/** The PostgreSQL driver, corrected so that the process outlives its backends. */
export const postgres = driver.default;

function correct(file: string, source: string): string {
  return (corrections[file] ?? []).reduce((text, [wrong, right]) => {
    if (text.split(wrong).length === 2) return text.replace(wrong, right);
    throw new Error(`postgres.js has changed: review the corrections of ${file}`);
  }, source);
}
