import type { JsonObject } from './json.ts';
import type { ResponsePath } from './positions.ts';

/** What a client is told about something that went wrong. */
export interface ClientError {
  readonly message: string;
  readonly path?: ResponsePath;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An error before its place in the response is known. */
export type UnplacedError = Omit<ClientError, 'path'>;

/**
 * Why fields of one object never arrived: the subgraph says there is no such entity; it failed
 * with an error; or it failed with errors that are reported at their own paths already.
 */
export type Failure =
  | { readonly kind: 'missing'; readonly fields: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly fields: ReadonlySet<string>; readonly error: UnplacedError }
  | { readonly kind: 'reported'; readonly fields: ReadonlySet<string> };

/** What went wrong while one plan ran. */
export interface Failures {
  /** Errors that subgraphs reported, at their places in the response. */
  readonly reported: ClientError[];
  /** True while nothing was noted or reported. */
  isEmpty(): boolean;
  /** Notes why fields of `object` never arrived. */
  note(object: JsonObject, failure: Failure): void;
  /** Why `field` of `object` never arrived; undefined when nothing went wrong. */
  explain(object: JsonObject, field: string): Failure | undefined;
}

/** An empty record of failures. */
export function createFailures(): Failures {
  const noted = new Map<JsonObject, Failure[]>();
  let anyFailed: Failure | undefined;
  const reported: ClientError[] = [];
  return {
    reported,
    isEmpty: () => noted.size === 0 && reported.length === 0,
    note(object, failure) {
      const known = noted.get(object);
      if (known === undefined) noted.set(object, [failure]);
      else known.push(failure);
      if (failure.kind === 'failed') anyFailed ??= failure;
    },
    explain(object, field) {
      const known = noted.get(object) ?? [];
      // A field can also be missing because what another subgraph needed for it never arrived.
      return (
        known.find(({ fields }) => fields.has(field)) ??
        known.find(({ kind }) => kind === 'failed') ??
        known[0] ??
        anyFailed
      );
    },
  };
}
