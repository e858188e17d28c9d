import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

/** Everything a client can see has a description; names what has none. */
export function lintDescriptions(schema: GraphQLSchema): string[] {
  const roots = new Set<GraphQLNamedType | null | undefined>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [
      ...(roots.has(type) ? [] : [{ coordinate: type.name, description: type.description }]),
      ...members(type),
    ])
    .filter(
      ({ description }) =>
        description === null || description === undefined || description.trim() === '',
    )
    .map(({ coordinate }) => `${coordinate}: has no description`);
}

function members(type: GraphQLNamedType): Described[] {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name, description }) => ({ coordinate: `${type.name}.${name}`, description }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => ({
      coordinate: `${type.name}.${name}`,
      description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [
      { coordinate, description: field.description },
      ...field.args.map((argument) => ({
        coordinate: `${coordinate}(${argument.name}:)`,
        description: argument.description,
      })),
    ];
  });
}
