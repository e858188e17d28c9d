import { pino } from 'pino';

/** The log of one process; `child` binds a request id. */
export type Log = pino.Logger;

/** Paths that never reach a log line, wherever an object carrying them is logged. */
const secrets = ['authorization', 'password', 'token', 'refreshToken', 'accessToken', 'totp'];

/** JSON lines on standard output; `level` follows pino's names, `silent` writes nothing. */
export function createLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
  });
}
