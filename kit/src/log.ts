import { pino, type DestinationStream } from 'pino';

/** The log of one process; `child` binds a request id. */
export type Log = pino.Logger;

/** Paths that never reach a log line, wherever an object carrying them is logged. */
const secrets = ['authorization', 'password', 'token', 'refreshToken', 'accessToken', 'totp'];

/**
 * JSON lines on standard output; `level` follows pino's names, `silent` writes nothing. Lines are
 * written in the background, and what is left when the process ends.
 */
export function createLog(
  name: string,
  level: string,
  destination: DestinationStream = pino.destination({ fd: 1, sync: false }),
): Log {
  return pino(
    {
      name,
      level,
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
      serializers: { err: describeError, error: describeError },
    },
    destination,
  );
}

/**
 * An error as the log shows it. What libraries attach to their errors (a document that was refused,
 * a statement with its values) stays out, and texts lose what looks like a secret or an address:
 * a message may quote both.
 */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.cause instanceof Error &&
      depth < mostCauses && { cause: describeError(error.cause, depth + 1) }),
  };
}

const mostCauses = 3;

const quoted: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/\bey[\w-]{8,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(?:Bearer +|pk_|sk_|whsec_)[\w-]+/g, '[secret]'],
  [/\/\/[^/\s:@]*:[^/\s@]*@/g, '//[credentials]@'],
];

function withoutSecrets(text: string): string {
  return quoted.reduce((clean, [pattern, name]) => clean.replace(pattern, name), text);
}
