import { monotonicFactory } from 'ulidx';

const ulid = monotonicFactory();

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
