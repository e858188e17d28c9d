import type { Log } from '@skillswap/kit/log';
import type { GraphQLScalarType, GraphQLSchema } from 'graphql';
import { assertRuled, type AccessRules } from './access-rules.ts';
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
import { loadSupergraph, type LoadedSupergraph } from './load-supergraph.ts';
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

/** What composition wrote of a graph; access rules are null where nothing is restricted. */
export interface GraphFiles extends Pick<GraphOptions, 'supergraphSdl' | 'contracts'> {
  readonly accessRules: AccessRules | null;
}

/** A supergraph that was found good, and what clients see of it. */
export interface ExaminedGraph extends LoadedSupergraph {
  /** Null where everybody has the whole graph. */
  readonly offered: Readonly<Record<keyof ContractSdls, GraphQLSchema>> | null;
}

/**
 * Judges a supergraph; throws when it is unusable, a field of it has no access rule, or a contract
 * is no part of it.
 */
export async function examineGraph(files: GraphFiles, log: Log): Promise<ExaminedGraph> {
  const loaded = await loadSupergraph(toLoadable(files.supergraphSdl), log);
  if (files.accessRules !== null) assertRuled(loaded.schema, files.accessRules);
  const read = (audience: keyof ContractSdls, sdl: string) =>
    readContract(audience, sdl, loaded.schema);
  const offered = files.contracts && {
    mobile: read('mobile', files.contracts.mobile),
    partner: read('partner', files.contracts.partner),
  };
  return { ...loaded, offered };
}

/** Loads a supergraph, or throws like {@link examineGraph}. */
export async function loadGraph(options: GraphOptions): Promise<Graph> {
  const { policy, client, log } = options;
  const { accessRules } = policy;
  const { schema, supergraphSdl, offered } = await examineGraph({ ...options, accessRules }, log);
  const offer = (audience: Audience, shown: GraphQLSchema): Contract => {
    checkScalars(shown, options.scalars);
    return {
      audience,
      schema: shown,
      documents: createDocuments(shown, policy),
      admit: createAdmission(shown, policy),
    };
  };
  const whole = offer('admin', schema);
  return {
    engine: createEngine(schema, supergraphSdl, client, policy.fieldCosts),
    contractOf: offered === null ? () => whole : chooseContract(whole, offered, offer),
  };
}

function chooseContract(
  admin: Contract,
  offered: NonNullable<ExaminedGraph['offered']>,
  offer: (audience: Audience, shown: GraphQLSchema) => Contract,
): ContractOf {
  const contracts: Readonly<Record<Audience, Contract>> = {
    admin,
    mobile: offer('mobile', offered.mobile),
    partner: offer('partner', offered.partner),
  };
  return (viewer) => contracts[audienceOf(viewer)];
}
