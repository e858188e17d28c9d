import type { FetchDataRewrite } from '@apollo/query-planner';
import { isObject, setOwn, type JsonObject } from './json.ts';
import { typeNameOf, type IsOfType } from './type-conditions.ts';

const fragment = '... on ';

/**
 * Applies what the planner wants changed before a representation leaves or after an answer came:
 * the type name that an interface object goes by, and keys that were aliased out of a conflict.
 */
export function applyRewrites(
  rewrites: readonly FetchDataRewrite[],
  value: unknown,
  isOfType: IsOfType,
): void {
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (last === undefined) continue;
    for (const object of objectsAt(rewrite.path.slice(0, -1), value, isOfType)) {
      applyRewrite(rewrite, last, object);
    }
  }
}

function applyRewrite(rewrite: FetchDataRewrite, key: string, object: JsonObject): void {
  if (rewrite.kind === 'ValueSetter') {
    setOwn(object, key, rewrite.setValueTo);
    return;
  }
  const value = object[key];
  if (value === undefined) return;
  setOwn(object, rewrite.renameKeyTo, value);
  Reflect.deleteProperty(object, key);
}

function objectsAt(path: readonly string[], value: unknown, isOfType: IsOfType): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((item) => objectsAt(path, item, isOfType));
  if (!isObject(value)) return [];
  const [head, ...rest] = path;
  if (head === undefined) return [value];
  if (!head.startsWith(fragment)) return objectsAt(rest, value[head], isOfType);
  const typeName = typeNameOf(value);
  const applies = typeName === undefined || isOfType(typeName, head.slice(fragment.length));
  return applies ? objectsAt(rest, value, isOfType) : [];
}
