import {
  buildSchema,
  parse,
  print,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
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
import { toPlannerSupergraph, type PlannerSupergraph } from './execution/planner-supergraph.ts';
import { createRegisteredDocuments } from './operations/registered-documents.ts';
import { startPlanner, type Planner } from './planner/planner.ts';
import { readContract } from './read-contract.ts';
import { checkScalars } from './scalars.ts';
import type { SubgraphClient } from './subgraph-client.ts';
import { readResumableFields, type ResumableFields } from './subscriptions/resumable-fields.ts';
import { createSources, type SourceOf } from './subscriptions/source.ts';
import { toLoadable } from './supergraph.ts';

/** A loaded supergraph and the ways into it. */
export interface Graph extends AsyncDisposable {
  readonly engine: Engine;
  readonly contractOf: ContractOf;
  readonly sourceOf: SourceOf;
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
  /** Called with how long an operation took to plan that was not planned before. */
  readonly observePlanning?: (seconds: number) => void;
}

/** What composition wrote of a graph; access rules are null where nothing is restricted. */
export interface GraphFiles extends Pick<GraphOptions, 'supergraphSdl' | 'contracts'> {
  readonly accessRules: AccessRules | null;
}

/** A supergraph that was found good, and what clients see of it. */
export interface ExaminedGraph extends AsyncDisposable {
  readonly schema: GraphQLSchema;
  readonly supergraph: DocumentNode;
  readonly planned: PlannerSupergraph;
  readonly planner: Planner;
  readonly resumableFields: ResumableFields;
  /** Null where everybody has the whole graph. */
  readonly offered: Readonly<Record<keyof ContractSdls, GraphQLSchema>> | null;
}

/**
 * Judges a supergraph; throws when it is unusable, a field of it has no access rule, a subscription
 * is declared resumable by what it does not have, or a contract is no part of it.
 */
export async function examineGraph(files: GraphFiles): Promise<ExaminedGraph> {
  const supergraphSdl = toLoadable(files.supergraphSdl);
  const supergraph = parse(supergraphSdl, { noLocation: true });
  const planned = toPlannerSupergraph(supergraph);
  await using stack = new AsyncDisposableStack();
  const planner = stack.use(
    await startPlanner({ supergraphSdl, plannedSdl: print(planned.document) }),
  );
  const schema = buildSchema(planner.clientSdl);
  if (files.accessRules !== null) assertRuled(schema, files.accessRules);
  const resumableFields = readResumableFields(supergraph, schema);
  const read = (audience: keyof ContractSdls, sdl: string) => readContract(audience, sdl, schema);
  const offered = files.contracts && {
    mobile: read('mobile', files.contracts.mobile),
    partner: read('partner', files.contracts.partner),
  };
  const opened = stack.move();
  return {
    schema,
    supergraph,
    planned,
    planner,
    resumableFields,
    offered,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Loads a supergraph, or throws like {@link examineGraph}. */
export async function loadGraph(options: GraphOptions): Promise<Graph> {
  const { policy, client } = options;
  const { accessRules } = policy;
  const examined = await examineGraph({ ...options, accessRules });
  const { schema, offered } = examined;
  const offer = (audience: Audience, shown: GraphQLSchema): Contract => {
    checkScalars(shown, options.scalars);
    return {
      audience,
      schema: shown,
      documents: createDocuments(shown, policy),
      registered: createRegisteredDocuments(shown, policy),
      ...createAdmission(shown, policy),
    };
  };
  const whole = offer('admin', schema);
  return {
    engine: createEngine({
      ...examined,
      planner: measured(examined.planner, options.observePlanning),
      client,
      fieldCosts: policy.fieldCosts,
    }),
    contractOf: offered === null ? () => whole : chooseContract(whole, offered, offer),
    sourceOf: createSources(examined.resumableFields),
    [Symbol.asyncDispose]: () => examined[Symbol.asyncDispose](),
  };
}

function measured(
  planner: Planner,
  observe: (seconds: number) => void = () => undefined,
): Pick<Planner, 'plan'> {
  return {
    async plan(operation) {
      const started = performance.now();
      const plan = await planner.plan(operation);
      observe((performance.now() - started) / 1000);
      return plan;
    },
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
