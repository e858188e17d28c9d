import { badUserInput } from './errors.ts';

/** Forward paging arguments as the schema declares them. */
export interface ForwardArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** A page as the store is asked for it: `limit` rows after the keyset `after`. */
export interface PageRequest<Keyset> {
  readonly limit: number;
  readonly after: Keyset | null;
}

/** A page as the store answers it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** Relay's connection. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Writes a keyset as an opaque cursor. `kind` keeps cursors of different lists apart. */
export function encodeCursor(kind: string, keyset: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([kind, ...keyset])).toString('base64url');
}

/**
 * Reads a cursor of this `kind` with `length` parts; anything else (another list's cursor, cut or
 * invented text) is a BAD_USER_INPUT.
 */
export function decodeCursor(kind: string, length: number, cursor: string): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts[0] === kind && parts.length === length + 1) {
      const keyset = parts.slice(1).filter(isKeysetPart);
      if (keyset.length === length) return keyset;
    }
  } catch {
    // Falls through: text that is not JSON is as wrong as any other foreign cursor.
  }
  throw foreignCursor();
}

function foreignCursor() {
  return badUserInput('The cursor does not belong to this list.', ['after']);
}

function isKeysetPart(part: unknown): part is string | number {
  return typeof part === 'string' || Number.isFinite(part);
}

/** `first` within 1 to 100, or BAD_USER_INPUT. */
export function pageSize(first: number, argument = 'first'): number {
  if (Number.isInteger(first) && first >= 1 && first <= 100) return first;
  throw badUserInput(`"${argument}" must be between 1 and 100.`, [argument]);
}

/**
 * Reads `first` and `after` into what the store needs; `parse` turns parts into the keyset, or into
 * null when they cannot be one, which is a BAD_USER_INPUT.
 */
export function pageRequest<Keyset>(
  kind: string,
  parts: number,
  { first, after }: ForwardArguments,
  parse: (parts: (string | number)[]) => Keyset | null,
): PageRequest<Keyset> {
  const limit = pageSize(first);
  if (after == null) return { limit, after: null };
  const keyset = parse(decodeCursor(kind, parts, after));
  if (keyset === null) throw foreignCursor();
  return { limit, after: keyset };
}

/** Cuts a page out of rows that were read with `limit + 1`. */
export function toPage<Row>(rows: readonly Row[], limit: number): Page<Row> {
  return { rows: rows.slice(0, limit), hasNextPage: rows.length > limit };
}

/** Shapes a page as a connection; `cursorOf` names each row's place. */
export function toConnection<Row>(
  page: Page<Row>,
  cursorOf: (row: Row) => string,
  hasPreviousPage: boolean,
): Connection<Row> {
  const edges = page.rows.map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
