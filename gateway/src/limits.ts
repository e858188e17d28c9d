import {
  GraphQLError,
  Kind,
  Lexer,
  Source,
  TokenKind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isObject } from './execution/json.ts';
import { refuse } from './refusal.ts';

/** What one operation may be at most. */
export interface Limits {
  readonly tokens: number;
  /** Brackets of any kind inside each other, in the text. */
  readonly nesting: number;
  /** Lists and objects inside each other, in an argument that the text itself gives. */
  readonly valueNesting: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly selections: number;
  /** What one operation may cost. */
  readonly cost: number;
  readonly variableBytes: number;
  readonly variableNesting: number;
}

/** What holds unless a test asks for less. */
export const defaultLimits: Limits = {
  tokens: 2_000,
  nesting: 200,
  valueNesting: 10,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  directives: 30,
  selections: 5_000,
  cost: 1_000,
  variableBytes: 100_000,
  variableNesting: 20,
};

interface Measure {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
}

const opening: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const closing: ReadonlySet<TokenKind> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/**
 * Throws for a text that is nested too deeply or has too many tokens, reading it once from left to
 * right: the parser descends into whatever it is given.
 */
export function checkNesting(text: string, { tokens, nesting, valueNesting }: Limits): void {
  const source = new Source(text);
  const lexer = new Lexer(source);
  let depth = 0;
  // The depth at which the arguments began that are being read. Their values may be nested less: the
  // planner's time for a value doubles with each level (3 ms at 10, 180 ms at 20).
  let outside: number | null = null;
  for (let count = 0; count <= tokens; count += 1) {
    const { kind, start } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (opening.has(kind)) depth += 1;
    if (closing.has(kind)) depth -= 1;
    if (kind === TokenKind.PAREN_L) outside ??= depth;
    if (outside !== null && depth < outside) outside = null;
    if (depth > nesting || (outside !== null && depth - outside > valueNesting)) {
      const message = 'Syntax Error: The document is nested too deeply.';
      throw new GraphQLError(message, { source, positions: [start] });
    }
  }
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
  if (Object.keys(variables).length === 0) return;
  // First, because writing them out descends as deeply as they are nested.
  if (isDeeper(variables, limits.variableNesting)) {
    throw refuse(400, 'BAD_USER_INPUT', 'The variables are nested too deeply.');
  }
  if (Buffer.byteLength(JSON.stringify(variables)) > limits.variableBytes) {
    throw refuse(400, 'BAD_USER_INPUT', 'The variables are too large.');
  }
}

/** `depth` is null inside the schema's own description, which is bounded by validation. */
function measureNode(node: SelectionNode, depth: number | null, measure: Measure): void {
  measure.directives += node.directives?.length ?? 0;
  if (node.kind === Kind.FRAGMENT_SPREAD) return;
  if (node.kind === Kind.INLINE_FRAGMENT) {
    for (const child of node.selectionSet.selections) measureNode(child, depth, measure);
    return;
  }
  if (node.alias !== undefined) measure.aliases += 1;
  if (depth === 1) measure.rootFields += 1;
  const isMeasured = depth !== null && !node.name.value.startsWith('__');
  if (isMeasured) measure.depth = Math.max(measure.depth, depth);
  const below = isMeasured ? depth + 1 : null;
  for (const child of node.selectionSet?.selections ?? []) measureNode(child, below, measure);
}

function exceed(actual: number, limit: number, code: string, what: string): void {
  if (actual > limit) {
    throw refuse(400, code, `The operation has more than ${String(limit)} ${what}.`);
  }
}

/** True when there is something more than `levels` lists and objects inside `value`. */
function isDeeper(value: unknown, levels: number): boolean {
  const children = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  if (levels === 0) return children.length > 0;
  return children.some((child) => isDeeper(child, levels - 1));
}
