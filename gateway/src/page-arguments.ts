import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { getOwn, type JsonObject } from './execution/json.ts';
import { refuse } from './refusal.ts';

const pageArguments = ['first', 'last'];
const largestPage = 100;

/** A selection of a connection. */
export interface PageSelection {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/** True for a field that answers a connection, page by page. */
export function isPaged(field: GraphQLField<unknown, unknown>): boolean {
  return (
    getNamedType(field.type).name.endsWith('Connection') &&
    field.args.some(({ name }) => pageArguments.includes(name))
  );
}

/** True when the selection says how many it wants. */
export function hasPageSize(node: FieldNode): boolean {
  return (node.arguments ?? []).some(({ name }) => pageArguments.includes(name.value));
}

/** The selections of connections in an operation whose fragments are expanded. */
export function findPages(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): readonly PageSelection[] {
  const found: PageSelection[] = [];
  const visit = (node: SelectionNode, typeName: string): void => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return;
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = node.typeCondition?.name.value ?? typeName;
      for (const child of node.selectionSet.selections) visit(child, narrowed);
      return;
    }
    const type = schema.getType(typeName);
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (field === undefined) return;
    if (isPaged(field)) found.push({ node, field });
    const below = getNamedType(field.type).name;
    for (const child of node.selectionSet?.selections ?? []) visit(child, below);
  };
  const root = schema.getRootType(operation.operation);
  for (const node of operation.selectionSet.selections) visit(node, root?.name ?? '');
  return found;
}

/** True when every size that the selection gives is in the text. */
export function hasLiteralSize({ node }: PageSelection): boolean {
  return (node.arguments ?? [])
    .filter(({ name }) => pageArguments.includes(name.value))
    .every(({ value }) => value.kind !== Kind.VARIABLE);
}

/** Refuses a page without a size, or with a size outside 1 to 100. */
export function checkPages(pages: readonly PageSelection[], variables: JsonObject): void {
  for (const { node, field } of pages) {
    const sizes = pageArguments.flatMap((name) => {
      const size = argumentValue(node, field, name, variables);
      return size === undefined || size === null ? [] : [size];
    });
    if (sizes.length === 0) throw refusePage(node);
    for (const size of sizes) {
      if (typeof size !== 'number' || size < 1 || size > largestPage) throw refusePage(node);
    }
  }
}

/** A page without a size, or of a size that is not served. */
export function refusePage(node: FieldNode): Error {
  return refuse(400, 'BAD_USER_INPUT', pageMessage(node.name.value));
}

/** What the client is told about it. */
export function pageMessage(field: string): string {
  return `${field} needs \`first\` or \`last\`, from 1 to ${String(largestPage)}.`;
}

/** The number that an argument gives, or its default; whatever a variable has in its place. */
export function argumentValue(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
  variables: JsonObject,
): unknown {
  const argument = node.arguments?.find((candidate) => candidate.name.value === name);
  const given = argument === undefined ? undefined : valueOf(argument.value, variables);
  return given ?? field.args.find((candidate) => candidate.name === name)?.defaultValue;
}

function valueOf(value: ValueNode, variables: JsonObject): unknown {
  if (value.kind === Kind.VARIABLE) return getOwn(variables, value.name.value);
  return value.kind === Kind.INT ? Number(value.value) : undefined;
}
