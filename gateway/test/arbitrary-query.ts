import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Values for arguments, by name. */
export type ArgumentValues = Readonly<Record<string, readonly string[]>>;

/** What queries may say besides what the schema says. */
export interface QueryOptions {
  readonly values: ArgumentValues;
  /** The definitions of variables that values name; two that conditions name are always there. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names that fields are given now and then. */
  readonly aliases: readonly string[];
}

/** A selection with the fragments that it spreads. */
interface Part {
  readonly text: string;
  readonly fragments: readonly string[];
}

const conditions = { yes: '$yes: Boolean!', no: '$no: Boolean! = false' };

/**
 * Random valid queries on a schema: with aliases, fragments in fragments, inline and named,
 * conditions, arguments, and variables with defaults.
 */
export function arbitraryQuery(schema: GraphQLSchema, options: QueryOptions): fc.Arbitrary<string> {
  const root = schema.getQueryType();
  if (!root) throw new TypeError('the schema has no queries');
  const definitions = { ...conditions, ...options.variables };
  return arbitrarySelections(schema, root, options, 4)
    .map((selections) => {
      const fragments = selections.fragments.map((fragment, index) => name(fragment, index));
      const text = [`{ ${spread(selections.text, fragments)} }`]
        .concat(fragments.map((fragment) => spread(fragment, fragments)))
        .join(' ');
      const used = Object.entries(definitions).filter(([variable]) =>
        new RegExp(`\\$${variable}\\b`).test(text),
      );
      const head = used.length === 0 ? '' : `(${used.map(([, given]) => given).join(', ')})`;
      return `query ${head} ${text}`;
    })
    .filter((query) => validate(schema, parse(query)).length === 0);
}

/** A fragment is written without a name first, so that equal ones become one. */
function name(fragment: string, index: number): string {
  return `fragment F${String(index)}${fragment}`;
}

function spread(text: string, fragments: readonly string[]): string {
  return fragments.reduce(
    (result, fragment, index) =>
      result.replaceAll(`...«${fragment.replace(/^fragment F\d+/, '')}»`, `...F${String(index)}`),
    text,
  );
}

function arbitrarySelections(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  options: QueryOptions,
  depth: number,
): fc.Arbitrary<Part> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
  const choices: fc.Arbitrary<Part>[] = usable.map((field) =>
    arbitraryField(schema, type, field, options, depth),
  );
  const narrower = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const wider = isObjectType(type) ? type.getInterfaces() : [];
  for (const other of [type, ...narrower, ...wider]) {
    if (other === type && depth < 3) continue;
    choices.push(arbitraryFragment(schema, other, options, other === type ? depth - 1 : depth));
  }
  choices.push(fc.constant({ text: '__typename', fragments: [] }));
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: 4 }).map(join);
}

function join(parts: readonly Part[]): Part {
  const fragments = new Set(parts.flatMap((part) => part.fragments));
  return { text: parts.map(({ text }) => text).join(' '), fragments: [...fragments] };
}

function arbitraryFragment(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  options: QueryOptions,
  depth: number,
): fc.Arbitrary<Part> {
  return fc
    .tuple(fc.boolean(), arbitraryCondition, fieldsOnly(schema, type, options, depth))
    .map(([isNamed, condition, { text, fragments }]) => {
      const content = ` on ${type.name} { ${text} }`;
      return isNamed && !text.includes('«')
        ? { text: `...«${content}»${condition}`, fragments: [...fragments, content] }
        : { text: `... on ${type.name}${condition} { ${text} }`, fragments };
    });
}

/** Fragments go one level deep below interfaces, or they would rarely end. */
function fieldsOnly(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  options: QueryOptions,
  depth: number,
): fc.Arbitrary<Part> {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
  const choices = usable.map((field) => arbitraryField(schema, type, field, options, depth));
  const typename = fc.constant({ text: '__typename', fragments: [] });
  return fc.array(fc.oneof(typename, ...choices), { minLength: 1, maxLength: 3 }).map(join);
}

const arbitraryCondition = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $no)',
  ' @include(if: $yes) @skip(if: $no)',
);

function arbitraryField(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  options: QueryOptions,
  depth: number,
): fc.Arbitrary<Part> {
  const type = getNamedType(field.type);
  const below = isCompositeType(type)
    ? arbitrarySelections(schema, type, options, depth - 1)
    : fc.constant(null);
  return fc
    .record({
      given: arbitraryArguments(field.args, options.values),
      below,
      condition: arbitraryCondition,
      alias:
        options.aliases.length === 0
          ? fc.constant(null)
          : fc.option(fc.constantFrom(...options.aliases), { freq: 12 }),
    })
    .map(({ given, below: selections, condition, alias }) => {
      // The alias tells the field and its arguments, so that equal names seldom conflict.
      const own = `${parent.name}_${field.name}_${given.replaceAll(/\W/g, '')}`;
      const set = selections === null ? '' : ` { ${selections.text} }`;
      return {
        text: `${alias ?? own}: ${field.name}${given}${condition}${set}`,
        fragments: selections?.fragments ?? [],
      };
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
