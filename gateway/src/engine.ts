import {
  isNonNullType,
  OperationTypeNode,
  print,
  type DocumentNode,
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
import type { PlannerSupergraph } from './execution/planner-supergraph.ts';
import { compileProjection, type Project } from './execution/project.ts';
import { isIncluded, prune, type Conditions } from './execution/prune.ts';
import { createResultTree } from './execution/result-tree.ts';
import { compileShape } from './execution/shape.ts';
import { internalError } from './execution/subgraph-errors.ts';
import { createIsOfType } from './execution/type-conditions.ts';
import { rootFields, type PreparedOperation } from './operation.ts';
import type { Planner } from './planner/planner.ts';
import { Refusal } from './refusal.ts';
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
  planOf(admitted: Admitted): Promise<CompiledPlan>;
  /** Completes a subscription's event with what other subgraphs know, and answers it. */
  complete(admitted: Admitted, event: SourceEvent, caller: Caller): Promise<Answered>;
}

/** An operation under given conditions, for viewers who are refused the same of it. */
interface Variant {
  readonly plan: CompiledPlan;
  readonly project: Project;
}

const mostVariants = 64;

/** What an engine is built from. */
export interface EngineParts {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraph: DocumentNode;
  readonly planned: PlannerSupergraph;
  readonly planner: Pick<Planner, 'plan'>;
  readonly client: SubgraphClient;
  /** Null where nothing is priced. */
  readonly fieldCosts: FieldCosts | null;
}

/** Builds the engine; operations are planned when they first come. */
export function createEngine({
  schema,
  supergraph,
  planned,
  planner,
  client,
  fieldCosts,
}: EngineParts): Engine {
  const dataNameOf = createDataNames(supergraph);
  const isOfType = createIsOfType(supergraph);
  const variants = new WeakMap<PreparedOperation, Map<string, Variant | Promise<Variant>>>();

  const variantOf = ({
    operation,
    denialKey,
    denied,
    variables,
  }: Admitted): Variant | Promise<Variant> => {
    let known = variants.get(operation);
    if (known === undefined) {
      known = new Map();
      variants.set(operation, known);
    }
    const values = operation.conditions.map((name) => variables[name] === true);
    const key = `${denialKey} ${values.join()}`;
    const variant = known.get(key);
    if (variant !== undefined) return variant;
    const conditions = new Map(
      operation.conditions.map((name, index) => [name, values[index] === true] as const),
    );
    return compileOnce(bounded(known), key, () => compileVariant(operation, denied, conditions));
  };

  const compileVariant = async (
    { kind, node, schema: offered }: PreparedOperation,
    denied: ReadonlySet<SelectionNode>,
    conditions: Conditions,
  ): Promise<Variant> => {
    const root = schema.getRootType(kind)?.name ?? '';
    const { selections } = node.selectionSet;
    const wanted = prune(node, (child) => isIncluded(child, conditions) && !denied.has(child));
    return {
      plan: wanted === null ? { primary: null, node: null } : await plan(wanted),
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

  const plan = async (node: OperationDefinitionNode): Promise<CompiledPlan> => {
    const operation = print(withDataNames(node, dataNameOf));
    const compiled = compilePlan(await planner.plan(operation), { separate: planned, isOfType });
    if (compiled.primary === null && compiled.node === null && selectsData(node)) {
      throw new Error('the supergraph has no way to what the operation selects');
    }
    return compiled;
  };

  const run = async (admitted: Admitted, event: SourceEvent, caller: Caller): Promise<Answered> => {
    const { operation, variables } = admitted;
    const failures = createFailures();
    failures.reported.push(...event.errors);
    const variant = variantOf(admitted);
    const { plan, project } = variant instanceof Promise ? await variant : variant;
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
    planOf: async (admitted) => (await variantOf(admitted)).plan,
    async execute(admitted, caller) {
      const fatal = fatalDenials(schema, admitted);
      if (fatal.length > 0) return { data: 'null', errors: fatal, cost: 0 };
      try {
        return await run(admitted, { data: {}, errors: [] }, caller);
      } catch (cause) {
        if (cause instanceof Refusal) throw cause;
        caller.log().error({ err: cause }, 'an operation failed');
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

/** Whoever wants the same while it is compiled waits for the same; what failed is tried anew. */
function compileOnce(
  known: Map<string, Variant | Promise<Variant>>,
  key: string,
  compile: () => Promise<Variant>,
): Promise<Variant> {
  const compiling = compile().then(
    (variant) => {
      known.set(key, variant);
      return variant;
    },
    (cause: unknown) => {
      known.delete(key);
      throw cause;
    },
  );
  known.set(key, compiling);
  return compiling;
}

/** True when the operation selects anything that only subgraphs know. */
function selectsData({ selectionSet }: OperationDefinitionNode): boolean {
  return rootFields(selectionSet.selections).some(({ name }) => !name.value.startsWith('__'));
}

/** Forgets everything when the map has grown beyond use. */
function bounded<Key, Value>(map: Map<Key, Value>): Map<Key, Value> {
  if (map.size >= mostVariants) map.clear();
  return map;
}
