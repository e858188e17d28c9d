import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { unauthorizedField } from '@skillswap/kit/errors';
import type { Answered } from './answered.ts';
import type { FieldCosts } from './cost/field-costs.ts';
import { compilePlan, type CompiledPlan } from './execution/compiled-plan.ts';
import { createDataNames, withDataNames } from './execution/data-names.ts';
import { createEntityRequests } from './execution/entity-requests.ts';
import { executePlan } from './execution/execute-plan.ts';
import { createFailures, type ClientError } from './execution/failures.ts';
import { introspect } from './execution/introspection.ts';
import type { JsonObject } from './execution/json.ts';
import { toPlannerSupergraph } from './execution/planner-supergraph.ts';
import { compileProjection, type Project } from './execution/project.ts';
import { isIncluded, prune, type Conditions } from './execution/prune.ts';
import { createResultTree } from './execution/result-tree.ts';
import { compileShape } from './execution/shape.ts';
import { internalError } from './execution/subgraph-errors.ts';
import { createIsOfType } from './execution/type-conditions.ts';
import { rootFields, type PreparedOperation } from './operation.ts';
import type { Caller, SubgraphClient } from './subgraph-client.ts';

/** An operation that a viewer may run, with what they may not have of it. */
export interface Admitted {
  readonly operation: PreparedOperation;
  /** The client's variables with the operation's defaults. */
  readonly variables: JsonObject;
  /** Equal for viewers who are refused the same of this operation. */
  readonly denialKey: string;
  readonly denied: ReadonlySet<SelectionNode>;
  /** What the operation costs at most. */
  readonly cost: number;
}

/** An event of a subscription's primary, as the owning subgraph sent it. */
export interface SourceEvent {
  readonly data: JsonObject;
  readonly errors: readonly ClientError[];
}

/** Plans and runs admitted operations on one supergraph. */
export interface Engine {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** Runs a query or mutation. */
  execute(admitted: Admitted, caller: Caller): Promise<Answered>;
  /** The plan, compiled once per document, denial and conditions; throws when there is none. */
  planOf(admitted: Admitted): CompiledPlan;
  /** Completes a subscription's event with what other subgraphs know, and answers it. */
  complete(admitted: Admitted, event: SourceEvent, caller: Caller): Promise<Answered>;
}

/** An operation under given conditions, for viewers who are refused the same of it. */
interface Variant {
  readonly plan: CompiledPlan;
  readonly project: Project;
}

const mostVariants = 64;

/** Builds the engine from what `@apollo/gateway` loaded. */
export function createEngine(
  schema: GraphQLSchema,
  supergraphSdl: string,
  client: SubgraphClient,
  fieldCosts: FieldCosts | null,
): Engine {
  const document = parse(supergraphSdl);
  const separate = toPlannerSupergraph(document);
  const dataNameOf = createDataNames(document);
  // Apollo's gateway has validated the original; moving fields aside leaves externals unused.
  const supergraph = Supergraph.build(print(separate.document), { validateSupergraph: false });
  const planner = new QueryPlanner(supergraph);
  const plannerSchema = supergraph.apiSchema();
  const isOfType = createIsOfType(supergraph.schema.toGraphQLJSSchema());
  const variants = new WeakMap<PreparedOperation, Map<string, Variant>>();

  const variantOf = (admitted: Admitted): Variant => {
    const { operation, denialKey, denied, variables } = admitted;
    const known = bounded(variants.get(operation) ?? new Map<string, Variant>());
    variants.set(operation, known);
    const conditions = new Map(
      operation.conditions.map((name) => [name, variables[name] === true] as const),
    );
    const key = `${denialKey} ${[...conditions.values()].join()}`;
    const variant = known.get(key) ?? compileVariant(operation, denied, conditions);
    known.set(key, variant);
    return variant;
  };

  const compileVariant = (
    { kind, node, schema: offered }: PreparedOperation,
    denied: ReadonlySet<SelectionNode>,
    conditions: Conditions,
  ): Variant => {
    const root = schema.getRootType(kind)?.name ?? '';
    const { selections } = node.selectionSet;
    const wanted = prune(node, (child) => isIncluded(child, conditions) && !denied.has(child));
    return {
      plan: wanted === null ? { primary: null, node: null } : plan(wanted),
      project: compileProjection(
        offered,
        compileShape(root, selections, {
          schema: offered,
          conditions,
          denied,
          dataNameOf,
          fieldCosts,
        }),
      ),
    };
  };

  const plan = (node: OperationDefinitionNode): CompiledPlan => {
    const definitions = [withDataNames(node, dataNameOf)];
    const planned = { kind: Kind.DOCUMENT, definitions } as const;
    const operation = operationFromDocument(plannerSchema, planned, { validate: false });
    return compilePlan(planner.buildQueryPlan(operation), { separate, isOfType });
  };

  const run = async (admitted: Admitted, event: SourceEvent, caller: Caller): Promise<Answered> => {
    const { operation, variables } = admitted;
    const failures = createFailures();
    failures.reported.push(...event.errors);
    const { plan, project } = variantOf(admitted);
    const tree = createResultTree(event.data);
    if (plan.node !== null) {
      const remembers = operation.kind !== OperationTypeNode.MUTATION;
      const entities = createEntityRequests({ client, caller, variables, remembers });
      await executePlan(
        { client, caller, variables, isOfType, tree, entities, failures },
        plan.node,
      );
    }
    const { introspection, schema: offered } = operation;
    return project({
      tree,
      failures,
      requestId: caller.requestId,
      introspection: introspection === null ? {} : introspect(offered, introspection, variables),
    });
  };

  return {
    schema,
    planOf: (admitted) => variantOf(admitted).plan,
    async execute(admitted, caller) {
      const fatal = fatalDenials(schema, admitted);
      if (fatal.length > 0) return { data: 'null', errors: fatal, cost: 0 };
      try {
        return await run(admitted, { data: {}, errors: [] }, caller);
      } catch (cause) {
        caller.log.error({ err: cause }, 'an operation failed');
        return { data: 'null', errors: [internalError(caller.requestId)], cost: 0 };
      }
    },
    complete: run,
  };
}

/**
 * The denied fields of a mutation that may not be null. Its answer is null as a whole, so nothing
 * of it runs: the client could not learn what had happened.
 */
function fatalDenials(schema: GraphQLSchema, { operation, denied }: Admitted): ClientError[] {
  if (operation.kind !== OperationTypeNode.MUTATION || denied.size === 0) return [];
  const fields = schema.getMutationType()?.getFields() ?? {};
  return rootFields(operation.node.selectionSet.selections)
    .filter((node) => denied.has(node) && isNonNullType(fields[node.name.value]?.type))
    .map(({ alias, name }) => {
      const { message, extensions } = unauthorizedField();
      return { message, extensions, path: [(alias ?? name).value] };
    });
}

/** Forgets everything when the map has grown beyond use. */
function bounded<Key, Value>(map: Map<Key, Value>): Map<Key, Value> {
  if (map.size >= mostVariants) map.clear();
  return map;
}
