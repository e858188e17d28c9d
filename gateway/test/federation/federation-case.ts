import type { ResolverMap } from '@skillswap/kit/server';

/** A subgraph of a case. */
export interface CaseSubgraph {
  readonly name: string;
  /** The schema without its `@link` to the federation specification. */
  readonly sdl: string;
  readonly resolvers: ResolverMap;
  /** The schema links no specification, as in the first version of federation. */
  readonly isFirstVersion?: boolean;
}

/** A query with the answer that it must have, its fields in this order. */
export interface Expectation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>> | null;
  /** The paths of errors, undefined for one that has none; no errors when left out. */
  readonly errorPaths?: readonly (readonly (string | number)[] | undefined)[];
  /** Why Apollo's gateway answers other data. */
  readonly unlikeApollo?: string;
}

/** Tiny subgraphs that share something in one way, and what a client gets from them together. */
export interface FederationCase {
  readonly subgraphs: readonly CaseSubgraph[];
  readonly expectations: readonly Expectation[];
}

/** A resolver that must never be asked: it is on no good way to what the queries want. */
export function neverAsked(): never {
  throw new Error('this resolver is not to be asked');
}

/** Resolves references by a key among these rows; null where there is none. */
export function referTo<Row extends object>(rows: readonly Row[], key: keyof Row & string) {
  return (reference: Readonly<Record<string, unknown>>): Row | null =>
    rows.find((row) => row[key] === reference[key]) ?? null;
}
