import type {
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { PlanPath } from './positions.ts';
import type { SeparateFields } from './required-fields.ts';
import { toSubgraphFetches } from './separate-fetches.ts';

/** One request to a subgraph, with everything worked out that does not depend on data. */
export interface CompiledFetch {
  readonly kind: 'Fetch';
  readonly subgraph: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly document: string;
  /** The request's body up to the first variable. */
  readonly bodyStart: string;
  readonly variables: readonly string[];
  /** Present when the fetch completes entities: what a representation consists of. */
  readonly requires: readonly QueryPlanSelectionNode[] | null;
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly outputRewrites: readonly FetchDataRewrite[];
  /** The response names that this fetch brings to its objects. */
  readonly fields: ReadonlySet<string>;
}

/** A plan's node, compiled. */
export type CompiledNode =
  | CompiledFetch
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'Flatten'; readonly path: PlanPath; readonly node: CompiledNode };

/** What to run for an operation; a subscription's `node` runs for each event of `primary`. */
export interface CompiledPlan {
  readonly primary: CompiledFetch | null;
  readonly node: CompiledNode | null;
}

/** Compiles what the planner answered, once per document. */
export function compilePlan({ node }: QueryPlan, separate: SeparateFields): CompiledPlan {
  if (node === undefined) return { primary: null, node: null };
  if (node.kind !== 'Subscription') return { primary: null, node: compileNode(node, separate) };
  const [primary = node.primary] = toSubgraphFetches(node.primary, separate);
  return {
    primary: compileFetch(primary),
    node: node.rest === undefined ? null : compileNode(node.rest, separate),
  };
}

function compileNode(node: PlanNode, separate: SeparateFields): CompiledNode {
  const compile = (child: PlanNode): CompiledNode => compileNode(child, separate);
  switch (node.kind) {
    case 'Fetch':
      return parallel(toSubgraphFetches(node, separate).map(compileFetch));
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(compile) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path, node: compile(node.node) };
    case 'Condition':
    case 'Defer':
      throw new TypeError(`operations are planned without conditions and @defer, not ${node.kind}`);
  }
}

function parallel(nodes: readonly CompiledFetch[]): CompiledNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { kind: 'Parallel', nodes };
}

function compileFetch(fetch: FetchNode): CompiledFetch {
  const name =
    fetch.operationName === undefined
      ? ''
      : `"operationName":${JSON.stringify(fetch.operationName)},`;
  return {
    kind: 'Fetch',
    subgraph: fetch.serviceName,
    operation: fetch.operationKind,
    document: fetch.operation,
    bodyStart: `{"query":${JSON.stringify(fetch.operation)},${name}"variables":{`,
    variables: fetch.variableUsages ?? [],
    requires: fetch.requires ?? null,
    inputRewrites: fetch.inputRewrites ?? [],
    outputRewrites: fetch.outputRewrites ?? [],
    fields: fetchedFields(fetch),
  };
}

function fetchedFields(fetch: FetchNode): ReadonlySet<string> {
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = new Map<string, SelectionSetNode>();
  let root: SelectionSetNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) root = definition.selectionSet;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const [entities] = root?.selections ?? [];
  const completes = fetch.requires !== undefined && entities?.kind === Kind.FIELD;
  return responseNames(completes ? entities.selectionSet : root, fragments);
}

function responseNames(
  set: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, SelectionSetNode>,
): Set<string> {
  const names = new Set<string>();
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      names.add(selection.alias?.value ?? selection.name.value);
      continue;
    }
    const within =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value);
    for (const name of responseNames(within, fragments)) names.add(name);
  }
  names.delete('__typename');
  return names;
}
