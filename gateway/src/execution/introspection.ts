import {
  executeSync,
  Kind,
  OperationTypeNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { isObject, type JsonObject } from './json.ts';

/** The part of an operation that asks about the schema itself; null when there is none. */
export function introspectionOf(
  operation: OperationDefinitionNode,
): OperationDefinitionNode | null {
  const selections = introspectionIn(operation.selectionSet.selections);
  if (operation.operation !== OperationTypeNode.QUERY || selections.length === 0) return null;
  return { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** Answers it from the client schema, by response name. */
export function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variableValues: JsonObject,
): JsonObject {
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [operation] },
    variableValues,
  });
  return isObject(data) ? data : {};
}

function introspectionIn(selections: readonly SelectionNode[]): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const { value } = selection.name;
      return value === '__schema' || value === '__type' ? [selection] : [];
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const within = introspectionIn(selection.selectionSet.selections);
    if (within.length === 0) return [];
    return [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: within } }];
  });
}
