import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The names of types to which the root types of a schema lead. */
export interface Reach {
  /** Types of what is answered. */
  readonly outputs: ReadonlySet<string>;
  /** Types of arguments, and interfaces by which answers may be named. */
  readonly others: ReadonlySet<string>;
}

/** Follows fields, arguments, and the types that can stand for an abstract one. */
export function reachOf(schema: GraphQLSchema): Reach {
  const outputs = new Set<string>();
  const others = new Set<string>();

  const visitOutput = (type: GraphQLNamedType): void => {
    if (outputs.has(type.name)) return;
    outputs.add(type.name);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(visitOutput);
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    for (const { name } of type.getInterfaces()) others.add(name);
    for (const field of Object.values(type.getFields())) {
      visitOutput(getNamedType(field.type));
      for (const argument of field.args) visitInput(getNamedType(argument.type));
    }
  };
  const visitInput = (type: GraphQLNamedType): void => {
    if (others.has(type.name)) return;
    others.add(type.name);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) visitInput(getNamedType(field.type));
  };

  for (const root of rootTypes(schema)) visitOutput(root);
  return { outputs, others };
}

/** Query, mutation and subscription type, as far as they exist. */
function rootTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== null && type !== undefined,
  );
}
