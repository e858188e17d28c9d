import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Audience } from './contracts.ts';

/** Reads a contract; throws when it does not parse or is no part of the graph. */
export function readContract(audience: Audience, sdl: string, graph: GraphQLSchema): GraphQLSchema {
  let schema: GraphQLSchema;
  try {
    schema = buildSchema(sdl);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the ${audience} contract is not a schema: ${reason}`, { cause: error });
  }
  const known = new Map(coordinates(graph));
  const foreign = coordinates(schema)
    .filter(([coordinate, type]) => known.get(coordinate) !== type)
    .map(([coordinate, type]) => `${coordinate} (${type})`);
  if (foreign.length > 0) {
    throw new Error(`the ${audience} contract has what the graph lacks: ${foreign.join(', ')}`);
  }
  return schema;
}

/** Everything that a schema names, each with what it is. */
function coordinates(schema: GraphQLSchema): (readonly [string, string])[] {
  return [
    ...Object.values(schema.getTypeMap()).flatMap((type) => [
      [type.name, type[Symbol.toStringTag]] as const,
      ...members(type),
    ]),
    ...schema
      .getDirectives()
      .filter((directive) => !isSpecifiedDirective(directive))
      .map(({ name }) => [`@${name}`, 'directive'] as const),
  ];
}

function members(type: GraphQLNamedType): (readonly [string, string])[] {
  if (isEnumType(type)) {
    return type.getValues().map(({ name }) => [`${type.name}.${name}`, 'enum value']);
  }
  if (isUnionType(type)) {
    return type.getTypes().map(({ name }) => [`${type.name} = ${name}`, 'union member']);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [
      `${type.name}.${field.name}`,
      String(field.type),
    ]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [
      [coordinate, String(field.type)] as const,
      ...field.args.map((arg) => [`${coordinate}(${arg.name}:)`, String(arg.type)] as const),
    ];
  });
}
