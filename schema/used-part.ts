import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NameNode,
} from 'graphql';

/**
 * The coordinates of everything in the schema that the document uses: types, fields, arguments,
 * and of its variables' types all that a client may send. What the schema lacks is left out.
 */
export function usedCoordinates(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);

  const useWhole = (type: GraphQLNamedType): void => {
    if (isInputObjectType(type) && !used.has(`${type.name}.`)) {
      // Marks the type as taken whole, for types that contain themselves.
      used.add(`${type.name}.`);
      for (const field of Object.values(type.getFields())) {
        used.add(`${type.name}.${field.name}`);
        useWhole(getNamedType(field.type));
      }
    }
    if (isEnumType(type)) for (const { name } of type.getValues()) used.add(`${type.name}.${name}`);
    used.add(type.name);
  };
  const useField = (type: GraphQLNamedType, name: string, value: GraphQLNamedType): void => {
    used.add(type.name).add(`${type.name}.${name}`).add(value.name);
  };

  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition(node) {
        const type = typeFromAST(schema, node.type);
        if (type !== undefined) useWhole(getNamedType(type));
      },
      Field({ name }) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field || name.value.startsWith('__')) return;
        const type = getNamedType(field.type);
        useField(parent, name.value, type);
        if (isEnumType(type)) useWhole(type);
      },
      Argument({ name }) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        const argument = info.getArgument();
        if (!parent || !field || !argument || info.getDirective()) return;
        useField(parent, `${field.name}(${name.value}:)`, getNamedType(argument.type));
      },
      ObjectField({ name }) {
        const parent = info.getParentInputType();
        const type = info.getInputType();
        if (parent && type) useField(getNamedType(parent), name.value, getNamedType(type));
      },
      EnumValue({ value }) {
        const type = info.getInputType();
        if (type) useField(getNamedType(type), value, getNamedType(type));
      },
      InlineFragment({ typeCondition }) {
        if (typeCondition) used.add(typeCondition.name.value);
      },
      FragmentDefinition({ typeCondition }) {
        used.add(typeCondition.name.value);
      },
    }),
  );
  return used;
}

/** The part of a schema that documents use, without descriptions, in an order of its own. */
export function usedPart(schema: GraphQLSchema, documents: readonly DocumentNode[]): DocumentNode {
  const used = new Set(documents.flatMap((document) => [...usedCoordinates(schema, document)]));
  const unless = (isUsed: boolean) => (isUsed ? undefined : null);
  let type = '';
  let field = '';
  const enterType = ({ name }: { readonly name: NameNode }) => {
    type = name.value;
    field = '';
    return unless(used.has(type));
  };

  return visit(parse(printSchema(lexicographicSortSchema(schema))), {
    ObjectTypeDefinition: enterType,
    InterfaceTypeDefinition: enterType,
    UnionTypeDefinition: enterType,
    EnumTypeDefinition: enterType,
    InputObjectTypeDefinition: enterType,
    ScalarTypeDefinition: enterType,
    DirectiveDefinition: () => null,
    Directive: () => null,
    StringValue: (_node, key) => unless(key !== 'description'),
    FieldDefinition({ name }) {
      field = name.value;
      return unless(used.has(`${type}.${field}`));
    },
    InputValueDefinition: ({ name }) =>
      unless(used.has(`${type}.${field === '' ? name.value : `${field}(${name.value}:)`}`)),
    EnumValueDefinition: ({ name }) => unless(used.has(`${type}.${name.value}`)),
    // Members of unions and implemented interfaces; the type of what is used is used.
    NamedType: ({ name }) => unless(used.has(name.value)),
  });
}
