import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { Viewer } from '../src/viewer.ts';
import type { Answer } from './testkit.ts';

/** Who may use a field of Query or Mutation: its directive in the schema. */
export type RootRule = 'public' | 'authenticated' | 'requiresScopes' | 'inaccessible';

/** A field of Query or Mutation, and an operation that asks for it with values of the right types. */
export interface RootField {
  readonly name: string;
  readonly rules: readonly RootRule[];
  readonly operation: string;
}

/** Everything that can be asked of a subgraph, read from its schema so that nothing is forgotten. */
export type Surface = ReturnType<typeof readSurface>;

type Execute = (viewer: Viewer) => {
  execute(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
};

/** Reads the schema of a subgraph. */
export function readSurface(schemaFile: URL) {
  const schema = buildSubgraphSchema(parse(readFileSync(schemaFile, 'utf8')));
  const typeOf = (name: string): GraphQLObjectType => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    return type;
  };
  const fieldsOf = (name: string): string[] => Object.keys(typeOf(name).getFields());
  return {
    fieldsOf,

    /** The entities that can be read by themselves. */
    entities: (): string[] => {
      const types = Object.values(schema.getTypeMap()).filter(isObjectType);
      const keyed = types.filter(({ astNode, extensionASTNodes }) =>
        [astNode, ...extensionASTNodes].some((node) =>
          node?.directives?.some(({ name }) => name.value === 'key'),
        ),
      );
      return keyed.map(({ name }) => name);
    },

    /**
     * Which fields of an entity this viewer gets a value of: null is none, an empty list is none, and so
     * is a refusal. Null when the entity does not exist for them.
     */
    async seenBy(
      as: Execute,
      viewer: Viewer,
      representation: { readonly __typename: string } & Readonly<Record<string, string>>,
    ): Promise<string[] | null> {
      const { __typename: name } = representation;
      const fields = Object.values(typeOf(name).getFields()).map((field) => select(field, 0));
      const query = `query ($of: [_Any!]!) {
        _entities(representations: $of) { ... on ${name} { ${fields.join(' ')} } }
      }`;
      const { data } = await as(viewer).execute(query, { of: [representation] });
      const list: unknown = data?.['_entities'];
      const entity: unknown = Array.isArray(list) ? list[0] : null;
      if (typeof entity !== 'object' || entity === null) return null;
      const seen = Object.entries(entity).filter(([, value]) => isSomething(value));
      return seen.map(([field]) => field);
    },

    rootFields(): RootField[] {
      return ['Query', 'Mutation'].flatMap((root) =>
        Object.values(typeOf(root).getFields())
          .filter(({ name }) => !name.startsWith('_'))
          .map((field) => ({
            name: field.name,
            rules: rulesOf(field),
            operation: `${root.toLowerCase()} { ${select(field, 1)} }`,
          })),
      );
    },
  };
}

function isSomething(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

const rootRules: readonly RootRule[] = [
  'public',
  'authenticated',
  'requiresScopes',
  'inaccessible',
];

function rulesOf({ astNode }: GraphQLField<unknown, unknown>): RootRule[] {
  const names = new Set(astNode?.directives?.map(({ name }) => name.value));
  return rootRules.filter((rule) => names.has(rule));
}

/** A field with all that is in it, as far as the next entity; of a list that is paged, one item. */
function select(field: GraphQLField<unknown, unknown>, depth: number): string {
  const required = field.args.filter(({ name, type }) => isNonNullType(type) || name === 'first');
  const given = required.map(({ name, type }) => `${name}: ${example(type)}`).join(', ');
  const call = `${field.name}${given === '' ? '' : `(${given})`}`;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return call;
  if (!isObjectType(type) || depth > 4) return `${call} { __typename }`;
  const fields = Object.values(type.getFields());
  const isEntity = fields.some(({ name }) => name === 'id' || name === 'slug');
  if (isEntity || type.name.endsWith('Payload')) return `${call} { __typename }`;
  return `${call} { ${fields.map((inner) => select(inner, depth + 1)).join(' ')} }`;
}

const examples: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Float: '1',
  Int: '1',
  DateTime: '"2030-01-01T00:00:00.000Z"',
  LanguageTag: '"en"',
  TimeZone: '"UTC"',
};

/** A value of this type as a literal; of what may be left out, nothing. */
function example(type: GraphQLInputType): string {
  const known = getNullableType(type);
  if (isListType(known)) return `[${example(known.ofType)}]`;
  if (isEnumType(known)) return known.getValues()[0]?.name ?? '';
  if (!isInputObjectType(known)) return examples[known.name] ?? '"x"';
  const required = Object.values(known.getFields()).filter(({ type: of }) => isNonNullType(of));
  return `{ ${required.map(({ name, type: of }) => `${name}: ${example(of)}`).join(', ')} }`;
}
