import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { getOwn, isObject, setOwn, type JsonObject } from './json.ts';
import { mergeInto } from './merge.ts';
import { typeNameOf, type IsOfType } from './type-conditions.ts';

/**
 * What identifies `entity` to a subgraph: the fields that its `requires` selects. Null when one of
 * them never arrived, so that the subgraph cannot be asked.
 */
export function representationOf(
  entity: JsonObject,
  requires: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): JsonObject | null {
  const representation = select(entity, requires, isOfType);
  return representation !== null && typeNameOf(representation) !== undefined
    ? representation
    : null;
}

function select(
  source: JsonObject,
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): JsonObject | null {
  const result: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = getOwn(source, name);
      if (value === undefined) return null;
      setOwn(result, name, selectWithin(value, selection.selections, isOfType));
    } else if (applies(source, selection.typeCondition, isOfType)) {
      const narrowed = select(source, selection.selections, isOfType);
      if (narrowed !== null) mergeInto(result, narrowed);
    }
  }
  return result;
}

function selectWithin(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  isOfType: IsOfType,
): unknown {
  if (selections === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => selectWithin(item, selections, isOfType));
  return isObject(value) ? select(value, selections, isOfType) : null;
}

function applies(source: JsonObject, condition: string | undefined, isOfType: IsOfType): boolean {
  const typeName = typeNameOf(source);
  return condition !== undefined && typeName !== undefined && isOfType(typeName, condition);
}
