import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildClientSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { checkout } from '../engines/src/checkout.ts';
import { ask } from './graph.ts';
import { grantRoles } from './grant-roles.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));
const eve = new Person(endpoint, somebody('Eve'));
const dan = new Person(endpoint, somebody('Dan'));

beforeAll(async () => {
  await Promise.all([ada, eve, dan].map((person) => person.signUp()));
  await grantRoles(system.mongodbUri, eve.introduction.email, ['ADMIN']);
  await grantRoles(system.mongodbUri, dan.introduction.email, ['MODERATOR']);
  await Promise.all([eve.logIn(), dan.logIn()]);
});
afterAll(() => Promise.all([ada, eve, dan].map((person) => person[Symbol.asyncDispose]())));

const staffOnly: readonly (readonly [string, string])[] = [
  ['users', '{ users(first: 1) { edges { node { id } } } }'],
  ['openReviewDisputes', '{ openReviewDisputes(first: 1) { edges { cursor } } }'],
  ['setRoles', 'mutation { setRoles(input: { userId: "usr_1", roles: [ADMIN] }) { user { id } } }'],
  [
    'refundPayment',
    'mutation { refundPayment(input: { idempotencyKey: "a", paymentIntentId: "b" }) { refund { id } } }',
  ],
];

describe('what is for staff only', () => {
  it.each(staffOnly)(
    'does not exist for apps: %s is answered like a made-up name',
    async (name, text) => {
      for (const person of [null, ada]) {
        const real = await ask(endpoint, person, text);
        const invented = await ask(endpoint, person, text.replace(name, 'invented'));
        expect(real.status).toBe(400);
        expect(real.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
        expect(real.errors[0]?.message).toBe(invented.errors[0]?.message.replace('invented', name));
      }
    },
  );

  it('exists for staff, who may read as much of it as their roles allow', async () => {
    const [[, users], [, disputes]] = [staffOnly[0] ?? ['', ''], staffOnly[1] ?? ['', '']];
    expect((await ask(endpoint, eve, users)).data).toHaveProperty('users.edges.0.node.id');
    expect((await ask(endpoint, dan, disputes)).errors).toEqual([]);
    const refused = await ask(endpoint, dan, users);
    expect(refused.errors[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});

describe('introspection in development', () => {
  const read = async (person: Person | null): Promise<string> => {
    const { data } = await ask(endpoint, person, getIntrospectionQuery());
    const answered = z.custom<Parameters<typeof buildClientSchema>[0]>().parse(data);
    return printSchema(lexicographicSortSchema(buildClientSchema(answered)));
  };
  const committed = (file: string) =>
    readFileSync(join(checkout, 'schema', file), 'utf8').trimEnd();

  it('shows apps their contract', async () => {
    expect(await read(null)).toBe(committed('contracts/mobile.graphql'));
    expect(await read(ada)).toBe(committed('contracts/mobile.graphql'));
  });

  it('shows staff the whole graph', async () => {
    expect((await read(eve)).length).toBe(committed('api.graphql').length);
  });
});
