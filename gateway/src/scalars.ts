import {
  isScalarType,
  valueFromASTUntyped,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Checks scalar values at the entrance as subgraphs would, so that a malformed one is refused
 * before anything is asked. The values themselves go on as the client wrote them.
 */
export function checkScalars(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): void {
  for (const { name, parseValue, parseLiteral } of scalars) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) continue;
    scalar.parseValue = (value) => {
      parseValue(value);
      return value;
    };
    scalar.parseLiteral = (node, variables) => {
      parseLiteral(node, variables);
      return valueFromASTUntyped(node, variables);
    };
  }
}
