import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation selects more than `limit` fields and fragments once its fragments are expanded. */
export class TooManySelections extends Error {
  override readonly name = 'TooManySelections';
}

/**
 * The operation with every fragment spread replaced by the fragment's content, so that each field
 * of it stands for exactly one place. Stops at `limit` selections: fragments that use fragments
 * twice grow exponentially.
 */
export function expandFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limit: number,
): OperationDefinitionNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  let count = 0;

  const expandSet = (set: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: set.selections.flatMap(expandSelection),
  });
  const expandSelection = (selection: SelectionNode): SelectionNode[] => {
    count += 1;
    if (count > limit) throw new TooManySelections();
    if (selection.kind === Kind.FIELD) {
      const { selectionSet } = selection;
      return [
        selectionSet === undefined
          ? { ...selection }
          : { ...selection, selectionSet: expandSet(selectionSet) },
      ];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return [{ ...selection, selectionSet: expandSet(selection.selectionSet) }];
    }
    const fragment = fragments.get(selection.name.value);
    if (fragment === undefined) return [];
    const inlined: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: fragment.typeCondition,
      directives: selection.directives ?? [],
      selectionSet: expandSet(fragment.selectionSet),
    };
    return [inlined];
  };

  return { ...operation, selectionSet: expandSet(operation.selectionSet) };
}
