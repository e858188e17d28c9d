import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readFieldCosts, type FieldCosts } from '../gateway/src/cost/field-costs.ts';

interface Place {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/**
 * What keeps operations priced: a list of things that cost something says with `@listSize` how long
 * it is, or the fields that lead to it say so for it; names each that does not.
 */
export function lintListSizes(schema: GraphQLSchema, supergraphSdl: string): string[] {
  const costs = readFieldCosts(supergraphSdl);
  const places = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field): Place => ({ type, field })));
  return places
    .filter((place) => isCostlyList(place, schema, costs))
    .filter(({ type, field }) => costs.listSizeOf(type.name, field.name) === null)
    .flatMap((list) => unsized(list, places, costs));
}

function unsized({ type, field }: Place, places: readonly Place[], costs: FieldCosts): string[] {
  const list = `${type.name}.${field.name}`;
  const above = places.filter((place) => getNamedType(place.field.type) === type);
  const silent = above.filter((place) => {
    const size = costs.listSizeOf(place.type.name, place.field.name);
    return size?.sizedFields.includes(field.name) !== true;
  });
  if (silent.length === above.length) return [`${list}: needs @listSize`];
  return silent.map(
    (place) => `${place.type.name}.${place.field.name}: needs @listSize for ${list}`,
  );
}

function isCostlyList({ type, field }: Place, schema: GraphQLSchema, costs: FieldCosts): boolean {
  return (
    isListType(getNullableType(field.type)) &&
    costsSomething({ type, field }, schema, costs, new Set())
  );
}

/** True when selecting the field, or anything below it, can cost something. */
function costsSomething(
  { type, field }: Place,
  schema: GraphQLSchema,
  costs: FieldCosts,
  seen: Set<string>,
): boolean {
  const name = { kind: Kind.NAME, value: field.name } as const;
  if (costs.costOf(type.name, { kind: Kind.FIELD, name }).each > 0) return true;
  const below = getNamedType(field.type);
  if (!isCompositeType(below) || seen.has(below.name)) return false;
  seen.add(below.name);
  const objects = isObjectType(below) ? [below] : schema.getPossibleTypes(below);
  return objects.some((object) =>
    Object.values(object.getFields()).some((child) =>
      costsSomething({ type: object, field: child }, schema, costs, seen),
    ),
  );
}
