import { getOwn, isObject, setOwn, type JsonObject } from './json.ts';

/**
 * Merges what a subgraph answered into an object of the result: objects field by field, lists of
 * equal length item by item, everything else by replacement. Takes over the objects of `source`.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const incoming = source[key];
    if (incoming !== undefined) setOwn(target, key, mergeValues(getOwn(target, key), incoming));
  }
}

function mergeValues(existing: unknown, incoming: unknown): unknown {
  if (isObject(existing) && isObject(incoming)) {
    mergeInto(existing, incoming);
    return existing;
  }
  if (Array.isArray(existing) && Array.isArray(incoming) && existing.length === incoming.length) {
    return existing.map((item: unknown, index) => mergeValues(item, incoming[index]));
  }
  return incoming;
}
