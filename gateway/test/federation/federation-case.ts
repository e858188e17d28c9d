import type { ResolverMap } from '@skillswap/kit/server';

/** A subgraph of a case. */
export interface CaseSubgraph {
  readonly name: string;
  /** The schema without its `@link` to the federation specification. */
  readonly sdl: string;
  readonly resolvers: ResolverMap;
}

/** A query with the answer that it must have. */
export interface Expectation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>> | null;
  /** The paths of errors; none when left out. */
  readonly errorPaths?: readonly (readonly (string | number)[])[];
}

/** Tiny subgraphs that share something in one way, and what a client gets from them together. */
export interface FederationCase {
  readonly subgraphs: readonly CaseSubgraph[];
  readonly expectations: readonly Expectation[];
}
