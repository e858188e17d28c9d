import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isObject, quote, setOwn, type JsonObject } from './json.ts';
import { mergeInto } from './merge.ts';
import { applyRewrites } from './rewrites.ts';
import { typeNameOf, type IsOfType } from './type-conditions.ts';

/**
 * Writes, as JSON text, what identifies an entity to a subgraph. Null when something of it never
 * arrived, so that the subgraph cannot be asked.
 */
export type Represent = (entity: JsonObject) => string | null;

/** Compiles what a fetch requires of its entities. */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[],
  isOfType: IsOfType,
): Represent {
  const written: Represent = (entity) => {
    const representation = representationOf(entity, requires, isOfType);
    if (representation === null) return null;
    applyRewrites(inputRewrites, representation, isOfType);
    return JSON.stringify(representation);
  };
  const byType = new Map<string, Represent>();
  return (entity) => {
    const typeName = typeNameOf(entity);
    if (typeName === undefined) return null;
    let represent = byType.get(typeName);
    if (represent === undefined) {
      const names = inputRewrites.length > 0 ? null : scalarNames(requires, typeName, isOfType);
      represent = names === null ? written : writeScalars(names, written);
      byType.set(typeName, represent);
    }
    return represent(entity);
  };
}

/** The fields required of a type, when they are scalars in one fragment as most keys are. */
function scalarNames(
  requires: readonly QueryPlanSelectionNode[],
  typeName: string,
  isOfType: IsOfType,
): readonly string[] | null {
  const applying = requires.filter(
    (node) => node.kind === 'Field' || isOfType(typeName, node.typeCondition ?? ''),
  );
  const [only, ...others] = applying;
  if (only?.kind !== 'InlineFragment' || others.length > 0) return null;
  const names = only.selections.map((node) =>
    node.kind === 'Field' && node.selections === undefined ? (node.alias ?? node.name) : null,
  );
  const known = names.filter((name) => name !== null);
  return known.length === names.length && known.includes('__typename') ? known : null;
}

/** The same text as `written` gives, without an object in between. */
function writeScalars(names: readonly string[], written: Represent): Represent {
  const prefixes = names.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (entity) => {
    let text = '';
    for (let index = 0; index < names.length; index += 1) {
      const value = entity[names[index] ?? ''];
      if (typeof value === 'string') text += (prefixes[index] ?? '') + quote(value);
      else if (typeof value === 'number') text += (prefixes[index] ?? '') + String(value);
      else return written(entity);
    }
    return `${text}}`;
  };
}

function representationOf(
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
      const value = source[name];
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
