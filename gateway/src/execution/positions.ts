import { isObject, type JsonObject } from './json.ts';

/** Where something is in a response. */
export type ResponsePath = readonly (string | number)[];

/** The planner's way to objects: response names, and `@` for each list on the way. */
export type PlanPath = readonly (string | number)[];

/** The positions of each object that `path` leads to; needed only when there are errors. */
export function positionsAt(root: JsonObject, path: PlanPath): Map<JsonObject, ResponsePath[]> {
  const positions = new Map<JsonObject, ResponsePath[]>();
  const walk = (value: unknown, from: number, at: ResponsePath): void => {
    if (Array.isArray(value)) {
      const next = path[from] === '@' ? from + 1 : from;
      for (const [index, item] of value.entries()) walk(item, next, [...at, index]);
      return;
    }
    if (!isObject(value)) return;
    const key = path[from];
    if (key === undefined) {
      const known = positions.get(value);
      if (known === undefined) positions.set(value, [at]);
      else known.push(at);
    } else walk(value[key], from + 1, [...at, key]);
  };
  walk(root, 0, []);
  return positions;
}
