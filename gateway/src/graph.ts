import type { Log } from '@skillswap/kit/log';
import type { GraphQLScalarType, GraphQLSchema } from 'graphql';
import { assertRuled } from './access-rules.ts';
import { createAdmission, type AdmissionPolicy } from './admission.ts';
import {
  audienceOf,
  type Audience,
  type Contract,
  type ContractOf,
  type ContractSdls,
} from './contracts.ts';
import { createDocuments } from './documents.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadSupergraph } from './load-supergraph.ts';
import { readContract } from './read-contract.ts';
import { checkScalars } from './scalars.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { toLoadable } from './supergraph.ts';

/** A loaded supergraph and the ways into it. */
export interface Graph {
  readonly engine: Engine;
  readonly contractOf: ContractOf;
}

/** What {@link loadGraph} needs; nothing of it knows the product. */
export interface GraphOptions {
  /** The composed supergraph, access directives included. */
  readonly supergraphSdl: string;
  /** Null gives everybody the whole graph. */
  readonly contracts: ContractSdls | null;
  readonly policy: AdmissionPolicy;
  /** Scalars whose values are checked at the entrance. */
  readonly scalars: readonly GraphQLScalarType[];
  readonly client: SubgraphClient;
  readonly log: Log;
}

/**
 * Loads a supergraph; throws when it is unusable, a field of it has no access rule, or a contract
 * is no part of it.
 */
export async function loadGraph(options: GraphOptions): Promise<Graph> {
  const { policy, client, log } = options;
  const { schema, supergraphSdl } = await loadSupergraph(toLoadable(options.supergraphSdl), log);
  if (policy.accessRules !== null) assertRuled(schema, policy.accessRules);
  const offer = (audience: Audience, offered: GraphQLSchema): Contract => {
    checkScalars(offered, options.scalars);
    return {
      audience,
      schema: offered,
      documents: createDocuments(offered, policy),
      admit: createAdmission(offered, policy),
    };
  };
  const whole = offer('admin', schema);
  return {
    engine: createEngine(schema, supergraphSdl, client),
    contractOf: chooseContract(whole, options.contracts, (audience, sdl) =>
      offer(audience, readContract(audience, sdl, schema)),
    ),
  };
}

function chooseContract(
  admin: Contract,
  sdls: ContractSdls | null,
  read: (audience: keyof ContractSdls, sdl: string) => Contract,
): ContractOf {
  if (sdls === null) return () => admin;
  const contracts: Readonly<Record<Audience, Contract>> = {
    admin,
    mobile: read('mobile', sdls.mobile),
    partner: read('partner', sdls.partner),
  };
  return (viewer) => contracts[audienceOf(viewer)];
}
