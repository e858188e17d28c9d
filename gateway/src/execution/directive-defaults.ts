import {
  astFromValue,
  isSpecifiedDirective,
  Kind,
  visit,
  type DirectiveNode,
  type GraphQLDirective,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * The operation with the default arguments of its own directives written out: a subgraph may
 * define the same directive with another default, or with none.
 */
export function withDirectiveDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  if (schema.getDirectives().every(isSpecifiedDirective)) return operation;
  return visit(operation, {
    Directive(node) {
      const definition = schema.getDirective(node.name.value);
      const missing = definition ? defaultsOf(definition, node) : [];
      if (missing.length === 0) return undefined;
      return { ...node, arguments: [...(node.arguments ?? []), ...missing] };
    },
  });
}

function defaultsOf(
  { args }: GraphQLDirective,
  node: DirectiveNode,
): NonNullable<DirectiveNode['arguments']> {
  const given = new Set(node.arguments?.map(({ name }) => name.value));
  return args.flatMap(({ name, type, defaultValue }) => {
    const value = given.has(name) ? null : astFromValue(defaultValue, type);
    if (!value) return [];
    return [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value }];
  });
}
