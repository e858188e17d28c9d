import {
  getOperationAST,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionNode,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import { findGuards, type Guard } from './authorization.ts';
import type { FieldCosts } from './cost/field-costs.ts';
import { createPrice, type Price } from './cost/price.ts';
import { withDirectiveDefaults } from './execution/directive-defaults.ts';
import { expandFragments, TooManySelections } from './execution/expand.ts';
import { introspectionOf } from './execution/introspection.ts';
import { isCondition } from './execution/prune.ts';
import { checkOperation, type Limits } from './limits.ts';
import { findPages, type PageSelection } from './page-arguments.ts';
import { refuse } from './refusal.ts';

/** What an operation may and must be, besides valid. */
export interface OperationPolicy {
  readonly limits: Limits;
  /** Null leaves every field open, for supergraphs without rules. */
  readonly accessRules: AccessRules | null;
  /** Root fields that check a secret; an operation may have one of them, once. */
  readonly credentialFields: ReadonlySet<string>;
  /** Whether connections must be given a page size. */
  readonly demandsPageSize: boolean;
  /** Null where nothing costs anything. */
  readonly fieldCosts: FieldCosts | null;
}

/** An operation with everything that one look at it tells. */
export interface PreparedOperation {
  readonly kind: OperationTypeNode;
  /** What exists for the one who asks. */
  readonly schema: GraphQLSchema;
  readonly name: string | null;
  /** The operation with its fragments expanded. */
  readonly node: OperationDefinitionNode;
  readonly guards: readonly Guard[];
  readonly pages: readonly PageSelection[];
  readonly introspection: OperationDefinitionNode | null;
  /** The variables that `@skip` and `@include` name. */
  readonly conditions: readonly string[];
  readonly price: Price;
}

/** Chooses and examines an operation; throws a refusal when it may not run for anybody. */
export function prepareOperation(
  schema: GraphQLSchema,
  policy: OperationPolicy,
  document: DocumentNode,
  operationName: string | null,
): PreparedOperation {
  const chosen = getOperationAST(document, operationName);
  if (!chosen) {
    throw refuse(
      400,
      'OPERATION_RESOLUTION_FAILURE',
      operationName === null
        ? 'The document has several operations; name one in `operationName`.'
        : 'The document has no operation of this name.',
    );
  }
  const node = withDirectiveDefaults(schema, expand(document, chosen, policy.limits));
  checkOperation(node, policy.limits);
  checkCredentials(node, policy.credentialFields);
  const conditions = findConditions(node.selectionSet.selections);
  const { fieldCosts: costs } = policy;
  return {
    kind: node.operation,
    schema,
    name: node.name?.value ?? null,
    node,
    guards: policy.accessRules === null ? [] : findGuards(schema, policy.accessRules, node),
    pages: policy.demandsPageSize ? findPages(schema, node) : [],
    introspection: introspectionOf(node),
    conditions,
    price: costs === null ? () => 0 : createPrice(node, { schema, costs, conditions }),
  };
}

function expand(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { selections }: Limits,
): OperationDefinitionNode {
  try {
    return expandFragments(document, operation, selections);
  } catch (error) {
    if (!(error instanceof TooManySelections)) throw error;
    throw refuse(
      400,
      'COST_ESTIMATED_TOO_EXPENSIVE',
      `The operation selects more than ${String(selections)} fields.`,
    );
  }
}

/** Several guesses in one operation would get round the limits on guessing. */
function checkCredentials(node: OperationDefinitionNode, fields: ReadonlySet<string>): void {
  const count = rootFields(node.selectionSet.selections).filter((field) =>
    fields.has(field.name.value),
  ).length;
  if (count > 1) {
    throw refuse(400, 'BAD_USER_INPUT', 'An operation may check credentials only once.');
  }
}

/** The fields that an operation whose fragments are expanded selects at its root. */
export function rootFields(selections: readonly SelectionNode[]): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? rootFields(node.selectionSet.selections) : [];
  });
}

function findConditions(selections: readonly SelectionNode[]): readonly string[] {
  const names = new Set<string>();
  const visit = (node: SelectionNode): void => {
    for (const directive of node.directives ?? []) {
      const value = directive.arguments?.[0]?.value;
      if (isCondition(directive) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    }
    if (node.kind === Kind.FRAGMENT_SPREAD) return;
    for (const child of node.selectionSet?.selections ?? []) visit(child);
  };
  for (const node of selections) visit(node);
  return [...names];
}
