import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Viewer } from '@skillswap/kit/viewer';
import { closed, permits, type AccessRule, type AccessRules } from './access-rules.ts';

/** A rule that an operation depends on, and the selections that need it. */
export interface Guard {
  readonly rules: readonly AccessRule[];
  readonly nodes: readonly FieldNode[];
}

/** What a viewer may not have of an operation. */
export interface Denial {
  /** Equal for viewers who are refused the same. */
  readonly key: string;
  readonly denied: ReadonlySet<SelectionNode>;
}

/**
 * Finds, without looking at data or variables, which rules the selections of an expanded operation
 * need. A field of an interface or union needs the rules of every type that can stand there.
 */
export function findGuards(
  schema: GraphQLSchema,
  accessRules: AccessRules,
  operation: OperationDefinitionNode,
): readonly Guard[] {
  const guards = new Map<string, { rules: readonly AccessRule[]; nodes: FieldNode[] }>();

  const visitField = (node: FieldNode, types: ReadonlySet<string>): void => {
    const name = node.name.value;
    if (name.startsWith('__')) return;
    const needed = new Map<string, AccessRule>();
    for (const type of types) {
      const rule = accessRules.get(`${type}.${name}`) ?? closed;
      if (rule !== 'public') needed.set(JSON.stringify(rule), rule);
    }
    if (needed.size > 0) {
      const key = [...needed.keys()].sort().join('&');
      const guard = guards.get(key) ?? { rules: [...needed.values()], nodes: [] };
      guard.nodes.push(node);
      guards.set(key, guard);
    }
    const below = fieldTypes(schema, types, name);
    for (const child of node.selectionSet?.selections ?? []) visit(child, below);
  };
  const visit = (node: SelectionNode, types: ReadonlySet<string>): void => {
    if (node.kind === Kind.FIELD) visitField(node, types);
    else if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition?.name.value;
      const narrowed =
        condition === undefined
          ? types
          : types.intersection(possibleTypes(schema, schema.getType(condition)));
      for (const child of node.selectionSet.selections) visit(child, narrowed);
    }
  };

  const root = possibleTypes(schema, schema.getRootType(operation.operation));
  for (const node of operation.selectionSet.selections) visit(node, root);
  return [...guards.values()];
}

const nothingDenied: Denial = { key: '', denied: new Set() };

/** Which of the guarded selections this viewer may not have. */
export function deny(guards: readonly Guard[], viewer: Viewer): Denial {
  const isPermitted = ({ rules }: Guard): boolean => rules.every((rule) => permits(rule, viewer));
  if (guards.every(isPermitted)) return nothingDenied;
  const permitted = guards.map(isPermitted);
  return {
    key: permitted.map((isOpen) => (isOpen ? '-' : 'x')).join(''),
    denied: new Set(guards.flatMap(({ nodes }, index) => (permitted[index] === true ? [] : nodes))),
  };
}

function fieldTypes(
  schema: GraphQLSchema,
  parents: ReadonlySet<string>,
  field: string,
): ReadonlySet<string> {
  const types = new Set<string>();
  for (const parent of parents) {
    const type = schema.getType(parent);
    const definition =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    if (definition === undefined) continue;
    for (const name of possibleTypes(schema, getNamedType(definition.type))) types.add(name);
  }
  return types;
}

function possibleTypes(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null | undefined,
): ReadonlySet<string> {
  if (isAbstractType(type)) return new Set(schema.getPossibleTypes(type).map(({ name }) => name));
  return isObjectType(type) ? new Set([type.name]) : new Set();
}
