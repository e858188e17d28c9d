import type { Log } from '@skillswap/kit/log';
import type { GraphQLScalarType } from 'graphql';
import { assertRuled } from './access-rules.ts';
import { createAdmission, type AdmissionPolicy, type Admit } from './admission.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadSupergraph } from './load-supergraph.ts';
import { checkScalars } from './scalars.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { toLoadable } from './supergraph.ts';

/** A loaded supergraph and the ways into it. */
export interface Graph {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly admit: Admit;
}

/** What {@link loadGraph} needs; nothing of it knows the product. */
export interface GraphOptions {
  /** The composed supergraph, access directives included. */
  readonly supergraphSdl: string;
  readonly policy: AdmissionPolicy;
  /** Scalars whose values are checked at the entrance. */
  readonly scalars: readonly GraphQLScalarType[];
  readonly client: SubgraphClient;
  readonly log: Log;
}

/** Loads a supergraph; throws when it is unusable or a field of it has no access rule. */
export async function loadGraph(options: GraphOptions): Promise<Graph> {
  const { policy, client, log } = options;
  const { schema, supergraphSdl } = await loadSupergraph(toLoadable(options.supergraphSdl), log);
  if (policy.accessRules !== null) assertRuled(schema, policy.accessRules);
  checkScalars(schema, options.scalars);
  return {
    engine: createEngine(schema, supergraphSdl, client),
    documents: createDocuments(schema, policy),
    admit: createAdmission(schema, policy),
  };
}
