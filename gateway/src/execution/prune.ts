import {
  Kind,
  type DirectiveNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The values of the variables that `@skip` and `@include` name. */
export type Conditions = ReadonlyMap<string, boolean>;

/** True when `@skip` and `@include` leave the selection in. */
export function isIncluded(node: SelectionNode, conditions: Conditions): boolean {
  return (node.directives ?? []).every((directive) => {
    if (!isCondition(directive)) return true;
    const value = directive.arguments?.[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (directive.name.value === 'include');
  });
}

/** True for `@skip` and `@include`. */
export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/**
 * The operation without the selections that `isWanted` refuses and without conditions: the planner
 * would merge fetches whose conditions differ, and then miss what one of them needs. Null when
 * nothing is left; an object of which nothing is left is still asked for, since it may be null.
 */
export function prune(
  operation: OperationDefinitionNode,
  isWanted: (node: SelectionNode) => boolean,
): OperationDefinitionNode | null {
  const selectionSet = pruneSet(operation.selectionSet, isWanted);
  return selectionSet.selections.length === 0 ? null : { ...operation, selectionSet };
}

function pruneSet(
  { selections }: SelectionSetNode,
  isWanted: (node: SelectionNode) => boolean,
): SelectionSetNode {
  const kept = selections.filter(isWanted).flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    const directives = (node.directives ?? []).filter((directive) => !isCondition(directive));
    if (node.selectionSet === undefined) return [{ ...node, directives }];
    const below = pruneSet(node.selectionSet, isWanted);
    const isEmpty = below.selections.length === 0;
    if (isEmpty && node.kind === Kind.INLINE_FRAGMENT) return [];
    return [{ ...node, directives, selectionSet: isEmpty ? typenameOnly : below }];
  });
  return { kind: Kind.SELECTION_SET, selections: kept };
}

const typenameOnly: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};
