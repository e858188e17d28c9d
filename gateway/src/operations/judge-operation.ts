import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Viewer } from '@skillswap/kit/viewer';
import { deny } from '../authorization.ts';
import type { Contract } from '../contracts.ts';
import type { JsonObject } from '../execution/json.ts';
import { checkPages, hasLiteralSize } from '../page-arguments.ts';
import type { PreparedOperation } from '../operation.ts';
import { Refusal } from '../refusal.ts';

/** Why an operation cannot be registered, for programs. */
export type ProblemCode =
  'MISMATCH' | 'INVALID_DOCUMENT' | 'NOT_ALLOWED' | 'OVER_LIMIT' | 'TOO_EXPENSIVE';

/** One reason. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** What one look at an operation tells, before anybody runs it. */
export interface Judgement {
  /** What it costs with the page sizes that its text gives; null when it cannot be priced. */
  readonly cost: number | null;
  readonly problems: readonly Problem[];
}

/** An operation that its client wants to run by id. */
export interface WantedOperation {
  readonly hash: string;
  readonly name: string;
  /** Null when only the text says it. */
  readonly kind: OperationTypeNode | null;
  readonly text: string;
}

/** Judges an operation in the contract of those who will run it, here as `viewer`. */
export function judgeOperation(
  contract: Contract,
  viewer: Viewer,
  wanted: WantedOperation,
): Judgement {
  try {
    const document = contract.registered.readOnce(wanted.hash, wanted.text);
    const mismatch = findMismatch(document, wanted);
    if (mismatch !== null) return refused({ code: 'MISMATCH', message: mismatch });
    const operation = contract.registered.examine(document);
    checkPages(operation.pages.filter(hasLiteralSize), {});
    const cost = dearest(operation);
    const problems = [
      ...(viewer.kind === 'partner' ? refuseForPartner(operation, viewer) : []),
      ...(cost > contract.registered.mostCost ? [tooDear(cost, contract.registered.mostCost)] : []),
    ];
    return { cost, problems };
  } catch (error) {
    if (error instanceof Refusal) return refused(...error.errors.map(toProblem));
    throw error;
  }
}

function findMismatch(
  document: DocumentNode,
  { name, kind }: Pick<WantedOperation, 'name' | 'kind'>,
): string | null {
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) {
    return 'The document must have exactly one operation.';
  }
  if (operation.name?.value !== name) return 'The name is not the one in the document.';
  if (kind !== null && operation.operation !== kind) {
    return 'The type is not the one in the document.';
  }
  return null;
}

/** Nobody gets an answer with holes in it from an operation that we have accepted. */
function refuseForPartner({ kind, guards }: PreparedOperation, viewer: Viewer): Problem[] {
  if (kind !== OperationTypeNode.QUERY) {
    return [{ code: 'NOT_ALLOWED', message: 'Partners run queries only.' }];
  }
  const closed = new Set([...deny(guards, viewer).denied].map(fieldName));
  return [...closed].map((field) => ({
    code: 'NOT_ALLOWED',
    message: `This partner may not read ${field}.`,
  }));
}

function fieldName(node: SelectionNode): string {
  return node.kind === Kind.FIELD ? node.name.value : 'this';
}

/**
 * With the defaults of its variables, and as large as can be where there are none. Conditions that
 * are variables are tried both ways.
 */
function dearest({ node, price }: PreparedOperation): number {
  const given: JsonObject = {};
  const conditions: string[] = [];
  for (const { variable, defaultValue, type } of node.variableDefinitions ?? []) {
    const name = variable.name.value;
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    if (named.kind === Kind.NAMED_TYPE && named.name.value === 'Boolean') conditions.push(name);
    if (defaultValue?.kind === Kind.INT) given[name] = Number(defaultValue.value);
  }
  const all = (value: boolean) => Object.fromEntries(conditions.map((name) => [name, value]));
  return Math.max(price({ ...given, ...all(true) }), price({ ...given, ...all(false) }));
}

function tooDear(cost: number, limit: number): Problem {
  const message = `It may cost ${String(cost)}, and an operation costs at most ${String(limit)}. Give its pages a size in the text or as a variable's default, or ask for less.`;
  return { code: 'TOO_EXPENSIVE', message };
}

function toProblem({ message, extensions }: Refusal['errors'][number]): Problem {
  return { code: codes.get(extensions?.['code']) ?? 'INVALID_DOCUMENT', message };
}

const codes: ReadonlyMap<unknown, ProblemCode> = new Map([
  ['MAX_DEPTH_LIMIT', 'OVER_LIMIT'],
  ['MAX_ALIASES_LIMIT', 'OVER_LIMIT'],
  ['MAX_ROOT_FIELDS_LIMIT', 'OVER_LIMIT'],
  ['MAX_DIRECTIVES_LIMIT', 'OVER_LIMIT'],
  ['COST_ESTIMATED_TOO_EXPENSIVE', 'TOO_EXPENSIVE'],
]);

function refused(...problems: readonly Problem[]): Judgement {
  return { cost: null, problems };
}
