import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { JsonObject } from './json.ts';

/** True when an object whose type is `typeName` is of the type `condition`. */
export type IsOfType = (typeName: string, condition: string) => boolean;

/** Answers from the supergraph's schema, which knows also what clients cannot name. */
export function createIsOfType(supergraphSchema: GraphQLSchema): IsOfType {
  return (typeName, condition) => {
    if (typeName === condition) return true;
    const type = supergraphSchema.getType(typeName);
    const wanted = supergraphSchema.getType(condition);
    return (
      isAbstractType(wanted) &&
      (isObjectType(type) || isInterfaceType(type)) &&
      supergraphSchema.isSubType(wanted, type)
    );
  };
}

/** The object's `__typename`, when it has one. */
export function typeNameOf(object: JsonObject): string | undefined {
  const name = object['__typename'];
  return typeof name === 'string' ? name : undefined;
}
