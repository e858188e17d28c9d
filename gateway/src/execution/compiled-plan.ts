import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileRepresentation, type Represent } from './representations.ts';
import type { SeparateFields } from './required-fields.ts';
import { pathBelow, rootPath, type TreePath } from './result-tree.ts';
import { toSubgraphFetches } from './separate-fetches.ts';
import type { IsOfType } from './type-conditions.ts';

/** One request to a subgraph, with everything worked out that does not depend on data. */
export interface CompiledFetch {
  readonly kind: 'Fetch';
  readonly subgraph: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly document: string;
  /** The request's body up to the first variable. */
  readonly bodyStart: string;
  readonly variables: readonly string[];
  /** The path of the objects that the fetch completes. */
  readonly path: TreePath;
  /** Present when it completes entities. */
  readonly entities: EntitySelection | null;
  readonly outputRewrites: readonly FetchDataRewrite[];
  /** The response names that this fetch brings to its objects. */
  readonly fields: ReadonlySet<string>;
  /** Whether it brings objects, to which a later fetch may add. */
  readonly bringsObjects: boolean;
}

/** What a fetch asks of entities, in parts from which requests for several fetches can be made. */
export interface EntitySelection {
  readonly represent: Represent;
  /** `{ … }` as `_entities` is asked for. */
  readonly selection: string;
  readonly operationName: string;
  /** Whether it may become part of a larger request: directives of an operation are about all of it. */
  readonly isCombinable: boolean;
  /** Definitions of the client's variables that the selection uses, as `$name:Type`. */
  readonly definitions: readonly string[];
}

/** A plan's node, compiled. */
export type CompiledNode =
  | CompiledFetch
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly CompiledNode[] };

/** What to run for an operation; a subscription's `node` runs for each event of `primary`. */
export interface CompiledPlan {
  readonly primary: CompiledFetch | null;
  readonly node: CompiledNode | null;
}

/** What compilation depends on besides the plan. */
export interface PlanContext {
  readonly separate: SeparateFields;
  readonly isOfType: IsOfType;
}

/** Compiles what the planner answered, once per document. */
export function compilePlan({ node }: QueryPlan, context: PlanContext): CompiledPlan {
  if (node === undefined) return { primary: null, node: null };
  if (node.kind !== 'Subscription') {
    return { primary: null, node: compileNode(node, rootPath, context) };
  }
  const [primary = node.primary] = toSubgraphFetches(node.primary, context.separate);
  return {
    primary: compileFetch(primary, rootPath, context),
    node: node.rest === undefined ? null : compileNode(node.rest, rootPath, context),
  };
}

function compileNode(node: PlanNode, path: TreePath, context: PlanContext): CompiledNode {
  switch (node.kind) {
    case 'Fetch':
      return several(
        'Parallel',
        toSubgraphFetches(node, context.separate).map((fetch) =>
          compileFetch(fetch, path, context),
        ),
      );
    case 'Sequence':
    case 'Parallel':
      return several(
        node.kind,
        node.nodes.map((child) => compileNode(child, path, context)),
      );
    case 'Flatten':
      return compileNode(node.node, pathBelow(path, node.path), context);
    case 'Condition':
    case 'Defer':
      throw new TypeError(`operations are planned without conditions and @defer, not ${node.kind}`);
  }
}

function several(kind: 'Sequence' | 'Parallel', nodes: readonly CompiledNode[]): CompiledNode {
  const [only, ...others] = nodes;
  return only !== undefined && others.length === 0 ? only : { kind, nodes };
}

function compileFetch(fetch: FetchNode, path: TreePath, { isOfType }: PlanContext): CompiledFetch {
  const name =
    fetch.operationName === undefined
      ? ''
      : `"operationName":${JSON.stringify(fetch.operationName)},`;
  const operation = operationOf(fetch);
  const [entities] = operation.selectionSet.selections;
  const { requires, inputRewrites = [] } = fetch;
  const completes = requires !== undefined && entities?.kind === Kind.FIELD;
  const selectionSet = (completes ? entities.selectionSet : undefined) ?? operation.selectionSet;
  return {
    kind: 'Fetch',
    subgraph: fetch.serviceName,
    operation: fetch.operationKind,
    document: fetch.operation,
    bodyStart: `{"query":${JSON.stringify(fetch.operation)},${name}"variables":{`,
    variables: fetch.variableUsages ?? [],
    path,
    entities: completes
      ? {
          represent: compileRepresentation(requires, inputRewrites, isOfType),
          selection: stripIgnoredCharacters(print(selectionSet)),
          operationName: fetch.operationName ?? '',
          isCombinable: (operation.directives ?? []).length === 0,
          definitions: (operation.variableDefinitions ?? [])
            .filter(({ variable }) => variable.name.value !== 'representations')
            .map((definition) => stripIgnoredCharacters(print(definition))),
        }
      : null,
    outputRewrites: fetch.outputRewrites ?? [],
    ...contentOf(selectionSet),
  };
}

/** Fetches are planned without named fragments, so their documents are one operation. */
function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION) return definition;
  throw new TypeError('a planned fetch has no operation');
}

function contentOf(set: SelectionSetNode): Pick<CompiledFetch, 'fields' | 'bringsObjects'> {
  const fields = new Set<string>();
  let bringsObjects = false;
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        fields.add(selection.alias?.value ?? selection.name.value);
        bringsObjects ||= selection.selectionSet !== undefined;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
    }
  };
  visit(set);
  fields.delete('__typename');
  return { fields, bringsObjects };
}
