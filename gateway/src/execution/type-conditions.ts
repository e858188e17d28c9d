import { Kind, type DocumentNode } from 'graphql';
import type { JsonObject } from './json.ts';

/** True when an object whose type is `typeName` is of the type `condition`. */
export type IsOfType = (typeName: string, condition: string) => boolean;

/** Answers from the supergraph, which knows also what clients cannot name. */
export function createIsOfType({ definitions }: DocumentNode): IsOfType {
  const wider = new Map<string, Set<string>>();
  const add = (narrow: string, wide: string): void => {
    const known = wider.get(narrow);
    if (known === undefined) wider.set(narrow, new Set([wide]));
    else known.add(wide);
  };
  for (const node of definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of node.types ?? []) add(name.value, node.name.value);
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    // An implementation names also the interfaces of its interfaces.
    for (const { name } of node.interfaces ?? []) add(node.name.value, name.value);
  }
  return (typeName, condition) =>
    typeName === condition || wider.get(typeName)?.has(condition) === true;
}

/** The object's `__typename`, when it has one. */
export function typeNameOf(object: JsonObject): string | undefined {
  const name = object['__typename'];
  return typeof name === 'string' ? name : undefined;
}
