import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { post } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const endpoint = endpointOf(inject('system'));
const ada = new Person(endpoint, somebody('Ada'));
beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

const contract = new URL('../schema/contracts/mobile.graphql', import.meta.url);
const schema = buildSchema(await readFile(contract, 'utf8'));

/** A value for each scalar, by its name, and how long lists are. */
interface Garbage {
  readonly values: Readonly<Record<string, unknown>>;
  readonly length: number;
}

/** Input that has the right types, so that it reaches those who must judge it. */
const kinds: Readonly<Record<string, Garbage>> = {
  'nothing at all': {
    values: {
      String: '',
      ID: '',
      Int: 0,
      Float: 0,
      Boolean: false,
      DateTime: '0001-01-01T00:00:00Z',
    },
    length: 0,
  },
  'control characters and numbers below zero': {
    values: {
      ...{ String: 'a\u0000\u0007\ud800', ID: '\u0000', Int: -1, Float: -1e308, Boolean: true },
      DateTime: '1969-12-31T23:59:59Z',
    },
    length: 1,
  },
  'far too much': {
    values: {
      ...{ String: 'x'.repeat(3_000), ID: 'y'.repeat(3_000), Int: 2_147_483_647, Float: 1e308 },
      ...{ Boolean: true, DateTime: '9999-12-31T23:59:59Z' },
    },
    length: 3,
  },
  'what a database might take for its own': {
    values: {
      ...{ String: '{"$gt":""}', ID: "'; drop table people; --", Int: 1, Float: 0.1 },
      ...{ Boolean: false, DateTime: '2400-02-29T00:00:00Z' },
    },
    length: 2,
  },
};

function garbageFor(type: GraphQLInputType, garbage: Garbage): unknown {
  if (isNonNullType(type)) return garbageFor(type.ofType, garbage);
  if (isListType(type)) {
    return Array.from({ length: garbage.length }, () => garbageFor(type.ofType, garbage));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return garbage.values[type.name] ?? garbage.values['String'];
  return Object.fromEntries(
    Object.values(type.getFields()).map((field) => [field.name, garbageFor(field.type, garbage)]),
  );
}

type Field = GraphQLField<unknown, unknown>;

function bodyOf(kind: 'query' | 'mutation', { name, args, type }: Field, garbage: Garbage): string {
  const listOf = (parts: readonly string[]) => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
  const declared = listOf(args.map((argument) => `$${argument.name}: ${String(argument.type)}`));
  const given = listOf(args.map((argument) => `${argument.name}: $${argument.name}`));
  const selected = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  const variables = Object.fromEntries(
    args.map((argument) => [argument.name, garbageFor(argument.type, garbage)]),
  );
  return JSON.stringify({
    query: `${kind} ${declared} { ${name}${given} ${selected} }`,
    variables,
  });
}

const inside = /node_modules|at .+\.ts:|subgraph|127\.0\.0\.1|mongo|postgres|redis/i;

describe.each(Object.entries(kinds))('%s', (_kind, garbage) => {
  it.each([
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const)(
    'is answered without a fault of ours by every %s',
    async (kind, type) => {
      const faults: string[] = [];
      for (const field of Object.values(type?.getFields() ?? {})) {
        // What it is given makes no difference, and the others need the log-in.
        if (field.name === 'logOut') continue;
        const { status, text, errors } = await post(
          endpoint,
          bodyOf(kind, field, garbage),
          ada.headers,
        );
        const isFault = errors.some(
          ({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR',
        );
        if (isFault || status === 500 || status === 401 || inside.test(text)) {
          faults.push(`${field.name}: ${text}`);
        }
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
