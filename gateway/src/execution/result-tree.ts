import { equalJson, isObject, type JsonObject } from './json.ts';
import type { PlanPath } from './positions.ts';
import type { Represent } from './representations.ts';

/** A plan's path with a text that begins with the text of every path above it. */
export interface TreePath {
  readonly keys: PlanPath;
  readonly text: string;
}

/** Where every plan begins. */
export const rootPath: TreePath = { keys: [], text: '' };

/** The path that goes on from `path` by `keys`. */
export function pathBelow(path: TreePath, keys: PlanPath): TreePath {
  return { keys: [...path.keys, ...keys], text: `${path.text}${keys.map(toStep).join('')}` };
}

function toStep(key: string | number): string {
  return `${String(key)}.`;
}

/**
 * The result of one run while subgraphs add to it. The same entity is often found at many positions
 * of one path with the same content; then all of them hold one object, which is asked for, completed
 * and written once. That is sound because plans address objects by path: whatever is added to one of
 * these positions is added to all.
 */
export interface ResultTree {
  readonly root: JsonObject;
  /** Objects that several positions hold; what they are written as is kept with them. */
  readonly shared: Map<JsonObject, string>;
  /** The objects at a path, each once, by their representations. */
  groupsAt(path: TreePath, represent: Represent, mayShare: boolean): Map<string, JsonObject[]>;
  /** Says that a fetch for the objects at `path` is under way; answers how to say that it is over. */
  begin(path: TreePath): () => void;
  /** Says that objects were added that a path may lead to. */
  grow(): void;
}

interface Flight {
  readonly path: TreePath;
  readonly size: number;
}

/** A tree that consists of its root. */
export function createResultTree(root: JsonObject): ResultTree {
  const shared = new Map<JsonObject, string>();
  const tables = new Map<
    string,
    { readonly objects: readonly JsonObject[]; readonly size: number }
  >();
  const flights = new Set<Flight>();
  /** Grows with the tree, so that what was found before is not taken for all there is. */
  let size = 0;

  /**
   * A fetch that began before the tree grew may not know all twins of its objects: what it brings
   * would be missed where a twin takes their place.
   */
  const isUndisturbed = ({ text }: TreePath): boolean => {
    for (const flight of flights) {
      if (flight.size !== size && flight.path.text.startsWith(text)) return false;
    }
    return true;
  };

  const find = (
    path: TreePath,
    groups: Map<string, JsonObject[]>,
    represent: Represent,
    mayShare: boolean,
  ): void => {
    const objects: JsonObject[] = [];
    const seen = new Set<JsonObject>();
    const sharing = mayShare && isUndisturbed(path);
    const visit = (object: JsonObject, container: JsonObject | unknown[], key: string | number) => {
      if (seen.has(object)) return;
      const representation = represent(object);
      const group = representation === null ? undefined : groups.get(representation);
      const twin = sharing ? group?.[0] : undefined;
      if (twin !== undefined && equalJson(twin, object)) {
        replace(container, key, twin);
        shared.set(twin, '');
        return;
      }
      seen.add(object);
      objects.push(object);
      if (group !== undefined) group.push(object);
      else if (representation !== null) groups.set(representation, [object]);
    };
    walk(root, path.keys, visit);
    tables.set(path.text, { objects, size });
  };

  return {
    root,
    shared,
    groupsAt(path, represent, mayShare) {
      const groups = new Map<string, JsonObject[]>();
      const table = tables.get(path.text);
      if (table?.size !== size) find(path, groups, represent, mayShare);
      else for (const object of table.objects) place(groups, object, represent(object));
      return groups;
    },
    begin(path) {
      const flight = { path, size };
      flights.add(flight);
      return () => {
        flights.delete(flight);
      };
    },
    grow() {
      size += 1;
    },
  };
}

function place(
  groups: Map<string, JsonObject[]>,
  object: JsonObject,
  representation: string | null,
): void {
  if (representation === null) return;
  const group = groups.get(representation);
  if (group === undefined) groups.set(representation, [object]);
  else group.push(object);
}

type Visit = (object: JsonObject, container: JsonObject | unknown[], key: string | number) => void;

/** Visits the objects that `path` leads to with what holds them; nulls on the way lead nowhere. */
function walk(root: JsonObject, path: PlanPath, visit: Visit): void {
  const passed = new Set<JsonObject>();
  const go = (
    value: unknown,
    from: number,
    container: JsonObject | unknown[],
    key: string | number,
  ): void => {
    if (Array.isArray(value)) {
      const items: unknown[] = value;
      const next = path[from] === '@' ? from + 1 : from;
      for (let index = 0; index < items.length; index += 1) go(items[index], next, items, index);
      return;
    }
    if (!isObject(value)) return;
    const step = path[from];
    if (step === undefined) visit(value, container, key);
    else if (!passed.has(value)) {
      passed.add(value);
      go(value[step], from + 1, value, step);
    }
  };
  go(root, 0, {}, '');
}

function replace(
  container: JsonObject | unknown[],
  key: string | number,
  object: JsonObject,
): void {
  if (Array.isArray(container)) container[Number(key)] = object;
  else container[key] = object;
}
