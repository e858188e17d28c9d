import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A field, argument, input field or enum value. */
export interface Element {
  readonly coordinate: string;
  readonly deprecationReason?: string | null | undefined;
}

/** Everything within the types of a schema that has a name. */
export function elementsOf(schema: GraphQLSchema): Element[] {
  return Object.values(schema.getTypeMap()).flatMap(elementsWithin);
}

function elementsWithin(type: GraphQLNamedType): Element[] {
  const within = (member: { name: string; deprecationReason?: string | null | undefined }) => ({
    coordinate: `${type.name}.${member.name}`,
    deprecationReason: member.deprecationReason,
  });
  if (isEnumType(type)) return type.getValues().map(within);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(within);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    within(field),
    ...field.args.map(({ name, deprecationReason }) => ({
      coordinate: `${type.name}.${field.name}(${name}:)`,
      deprecationReason,
    })),
  ]);
}
