import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Values for arguments, by name. */
export type ArgumentValues = Readonly<Record<string, readonly string[]>>;

/** Random valid queries on a schema, with aliases, fragments, conditions and arguments. */
export function arbitraryQuery(
  schema: GraphQLSchema,
  values: ArgumentValues,
): fc.Arbitrary<{ query: string; variables: { yes: boolean; no: boolean } }> {
  const root = schema.getQueryType();
  if (!root) throw new TypeError('the schema has no queries');
  return fc
    .tuple(arbitrarySelections(schema, root, values, 4), fc.boolean(), fc.boolean())
    .map(([selections, yes, no]) => ({
      // Named in the query even when no selection happens to use them.
      query: `query ($yes: Boolean!, $no: Boolean! = false) { ${selections} a0: __typename @include(if: $yes) @skip(if: $no) }`,
      variables: { yes, no },
    }));
}

function arbitrarySelections(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  values: ArgumentValues,
  depth: number,
): fc.Arbitrary<string> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
  const choices: fc.Arbitrary<string>[] = usable.map((field) =>
    arbitraryField(schema, type, field, values, depth),
  );
  const narrower = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  for (const narrow of narrower) {
    choices.push(
      arbitrarySelections(schema, narrow, values, depth).map(
        (selections) => `... on ${narrow.name} { ${selections} }`,
      ),
    );
  }
  choices.push(fc.constant('__typename'));
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
}

function arbitraryField(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  values: ArgumentValues,
  depth: number,
): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  const below = isCompositeType(type)
    ? arbitrarySelections(schema, type, values, depth - 1).map((selections) => ` { ${selections} }`)
    : fc.constant('');
  const condition = fc.constantFrom('', '', '', ' @include(if: $yes)', ' @skip(if: $no)');
  return fc
    .tuple(arbitraryArguments(field.args, values), below, condition)
    .map(([given, selections, directive]) => {
      // The alias tells the field and its arguments, so that equal names never conflict.
      const alias = `${parent.name}_${field.name}_${given.replaceAll(/\W/g, '')}`;
      return `${alias}: ${field.name}${given}${directive}${selections}`;
    });
}

function arbitraryArguments(
  args: readonly GraphQLArgument[],
  values: ArgumentValues,
): fc.Arbitrary<string> {
  const [argument] = args;
  if (argument === undefined) return fc.constant('');
  const given = fc
    .constantFrom(...(values[argument.name] ?? ['null']))
    .map((value) => `(${argument.name}: ${value})`);
  return argument.defaultValue === undefined ? given : fc.oneof(given, fc.constant(''));
}
