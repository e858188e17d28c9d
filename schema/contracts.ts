import { composeServices } from '@apollo/composition';
import { applyTagFilterOnSubgraphs } from '@theguild/federation-composition';
import { lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import type { SubgraphSource } from './subgraphs.ts';

/** The audiences that see a part of the graph. Staff see all of it: `schema/api.graphql`. */
export const contractNames = ['mobile', 'partner'] as const;

/** An audience that sees a part of the graph. */
export type ContractName = (typeof contractNames)[number];

/** What an audience sees, or null with every reason why its contract does not compose. */
export interface ComposedContract {
  readonly name: ContractName;
  readonly schema: GraphQLSchema | null;
  readonly problems: readonly string[];
}

const filters: Readonly<Record<ContractName, Filter>> = {
  mobile: { include: new Set(), exclude: new Set(['admin']) },
  partner: { include: new Set(['partner']), exclude: new Set(['admin']) },
};

interface Filter {
  /** Keeps only what has one of these tags; an empty set keeps everything. */
  readonly include: Set<string>;
  readonly exclude: Set<string>;
}

/** Where a contract is committed. */
export function contractFile(name: ContractName): string {
  return `schema/contracts/${name}.graphql`;
}

/** The part of the graph that an audience sees: what the tags in the subgraphs' schemas leave. */
export function composeContract(
  name: ContractName,
  subgraphs: readonly SubgraphSource[],
): ComposedContract {
  const filtered = applyTagFilterOnSubgraphs([...subgraphs], filters[name]);
  const composed = composeServices(
    filtered.map(({ name: subgraph, url, typeDefs }) => ({ name: subgraph, url, typeDefs })),
  );
  if (composed.errors !== undefined) {
    const problems = composed.errors.map(({ message }) => `${name} contract: ${message}`);
    return { name, schema: null, problems };
  }
  // Sorted, so that a diff shows what changes and not in which order subgraphs compose.
  const schema = lexicographicSortSchema(composed.schema.toAPISchema().toGraphQLJSSchema());
  return { name, schema, problems: [] };
}
