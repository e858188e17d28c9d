import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import { isObject } from './execution/json.ts';
import { refuse } from './refusal.ts';

/** What one operation may be at most. */
export interface Limits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly selections: number;
  readonly variableBytes: number;
  readonly variableNesting: number;
}

/** security-contract's figures. */
export const defaultLimits: Limits = {
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  directives: 30,
  selections: 5_000,
  variableBytes: 100_000,
  variableNesting: 20,
};

interface Measure {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
}

/** Refuses an operation, its fragments expanded, that is larger than the limits. */
export function checkOperation(operation: OperationDefinitionNode, limits: Limits): void {
  const measure: Measure = {
    depth: 0,
    aliases: 0,
    rootFields: 0,
    directives: operation.directives?.length ?? 0,
  };
  for (const selection of operation.selectionSet.selections) measureNode(selection, 1, measure);
  exceed(measure.depth, limits.depth, 'MAX_DEPTH_LIMIT', 'levels');
  exceed(measure.aliases, limits.aliases, 'MAX_ALIASES_LIMIT', 'aliases');
  exceed(measure.rootFields, limits.rootFields, 'MAX_ROOT_FIELDS_LIMIT', 'root fields');
  exceed(measure.directives, limits.directives, 'MAX_DIRECTIVES_LIMIT', 'directives');
}

/** Refuses variables that are larger or deeper than the limits. */
export function checkVariables(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  if (Buffer.byteLength(JSON.stringify(variables)) > limits.variableBytes) {
    throw refuse(400, 'BAD_USER_INPUT', 'The variables are too large.');
  }
  if (nesting(variables) > limits.variableNesting) {
    throw refuse(400, 'BAD_USER_INPUT', 'The variables are nested too deeply.');
  }
}

function measureNode(node: SelectionNode, depth: number, measure: Measure): void {
  measure.directives += node.directives?.length ?? 0;
  if (node.kind === Kind.FRAGMENT_SPREAD) return;
  if (node.kind === Kind.INLINE_FRAGMENT) {
    for (const child of node.selectionSet.selections) measureNode(child, depth, measure);
    return;
  }
  if (node.alias !== undefined) measure.aliases += 1;
  if (depth === 1) measure.rootFields += 1;
  // The schema's own description is bounded and nested by nature.
  if (node.name.value.startsWith('__')) return;
  measure.depth = Math.max(measure.depth, depth);
  for (const child of node.selectionSet?.selections ?? []) measureNode(child, depth + 1, measure);
}

function exceed(actual: number, limit: number, code: string, what: string): void {
  if (actual > limit) {
    throw refuse(400, code, `The operation has more than ${String(limit)} ${what}.`);
  }
}

function nesting(value: unknown): number {
  const children = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  let deepest = 0;
  for (const child of children) deepest = Math.max(deepest, nesting(child) + 1);
  return deepest;
}
