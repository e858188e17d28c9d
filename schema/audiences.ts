import {
  isAbstractType,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import type { ContractName } from './contracts.ts';
import { reachOf, type Reach } from './reach.ts';

/** A contract that has composed. */
export interface LintedContract {
  readonly name: ContractName;
  readonly schema: GraphQLSchema;
}

/**
 * What makes a contract whole and safe: nobody sees the name of what they could never read, every
 * type is needed, and no answer can hold what the contract leaves out.
 */
export function lintAudience(
  { name, schema }: LintedContract,
  graph: GraphQLSchema,
  rules: AccessRules,
): string[] {
  const reach = reachOf(schema);
  return [
    ...(name === 'partner' ? lintPartner(schema, graph, rules) : lintMobile(schema, rules)),
    ...lintNeed(name, schema, reach),
    ...lintAnswers(name, schema, graph, reach),
  ];
}

function lintMobile(schema: GraphQLSchema, rules: AccessRules): string[] {
  return fieldsOf(schema)
    .filter(({ coordinate }) => Array.isArray(rules[coordinate]))
    .map(({ coordinate }) => `${coordinate}: needs a scope, which only staff have; tag it "admin"`);
}

function lintPartner(schema: GraphQLSchema, graph: GraphQLSchema, rules: AccessRules): string[] {
  const offered = fieldsOf(graph);
  const writes = [schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map(
      (field) => `${type?.name ?? ''}.${field}: partners only query; take its tag "partner" away`,
    ),
  );
  if (writes.length > 0) return writes;
  return fieldsOf(schema).flatMap(({ coordinate, args }) => {
    const all = offered.find((field) => field.coordinate === coordinate)?.args ?? [];
    return [
      ...(rules[coordinate] === 'public'
        ? []
        : [`${coordinate}: has the tag "partner" and is not @public, so partners cannot read it`]),
      ...all
        .filter((argument) => !args.includes(argument))
        .map((argument) => `${coordinate}(${argument}:): needs the tag "partner" like its field`),
    ];
  });
}

/** A type that nothing leads to was left behind when what led to it was hidden. */
function lintNeed(name: ContractName, schema: GraphQLSchema, reach: Reach): string[] {
  const advice = name === 'partner' ? 'take its tag "partner" away' : 'tag it "admin", too';
  return ownTypes(schema)
    .filter((type) => !reach.outputs.has(type.name) && !reach.others.has(type.name))
    .map((type) => `${type.name}: nothing in the ${name} contract leads to it; ${advice}`);
}

/** Of an enum or an abstract type that is answered, every value and every type can be answered. */
function lintAnswers(
  name: ContractName,
  schema: GraphQLSchema,
  graph: GraphQLSchema,
  { outputs }: Reach,
): string[] {
  return ownTypes(schema)
    .filter((type) => outputs.has(type.name))
    .flatMap((type) => {
      const offered = new Set(answersOf(schema, type));
      const whole = graph.getType(type.name);
      return (whole === undefined ? [] : answersOf(graph, whole))
        .filter((answer) => !offered.has(answer))
        .map((answer) => `${answer}: fields of the ${name} contract can answer it; let it in`);
    });
}

function answersOf(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [];
}

interface Field {
  readonly coordinate: string;
  readonly args: readonly string[];
}

function fieldsOf(schema: GraphQLSchema): Field[] {
  return ownTypes(schema)
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        coordinate: `${type.name}.${field.name}`,
        args: field.args.map((argument) => argument.name),
      })),
    );
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}
