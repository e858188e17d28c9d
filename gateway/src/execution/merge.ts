import { isObject, type JsonObject } from './json.ts';

/**
 * Merges what a subgraph answered into an object of the result: objects field by field, lists of
 * equal length item by item, everything else by replacement. Takes over the objects of `source`.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key in source) {
    const incoming = source[key];
    // Nothing is asked for by this name (data-names.ts), and it would reach what all objects share.
    if (incoming === undefined || key === '__proto__') continue;
    const isComposite = typeof incoming === 'object' && incoming !== null;
    target[key] = isComposite ? mergeValues(target[key], incoming) : incoming;
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
