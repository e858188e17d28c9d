import { randomBytes } from 'node:crypto';
import { monotonicFactory } from 'ulidx';

const pool = 4_096;
let random = Buffer.alloc(0);
let used = 0;

/** A random number below 1. Asking for each byte alone would be most of what an id costs. */
function nextRandom(): number {
  if (used === random.length) {
    random = randomBytes(pool);
    used = 0;
  }
  return random.readUInt8(used++) / 256;
}

const ulid = monotonicFactory(nextRandom);

/**
 * A new id, `<prefix>_<ULID>`: unique everywhere and, within one process, ascending. Order across
 * processes is never read from an id.
 */
export function newId(prefix: string): string {
  return `${prefix}_${ulid()}`;
}

/** True for a well-formed id with this prefix; ids of another type and foreign text are not. */
export function isId(prefix: string, id: string): boolean {
  return (
    id.startsWith(`${prefix}_`) && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id.slice(prefix.length + 1))
  );
}
