import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, post } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const endpoint = endpointOf(inject('system'));
const ada = new Person(endpoint, somebody('Ada'));

beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

describe('a request that is wrong', () => {
  it.each([
    ['that is not JSON', 'not json', 400, 'BAD_REQUEST'],
    ['that is empty', '', 400, 'BAD_REQUEST'],
    ['without an operation', '{}', 400, 'BAD_REQUEST'],
    ['that is a list', '[]', 400, 'BAD_REQUEST'],
    ['that does not parse', operation('{ viewer {'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['for an unknown field', operation('{ nothing }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['for a subgraph field', operation('{ _service { sdl } }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'for entities',
      operation('{ _entities(representations: []) { __typename } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'for internal fields',
      operation('{ internalSkill(id: "x") { id } }'),
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'with a variable of another type',
      operation('query ($id: ID!) { user(id: $id) { id } }', { id: { $gt: '' } }),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'without a needed variable',
      operation('query ($id: ID!) { user(id: $id) { id } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for an unknown operation',
      JSON.stringify({ query: 'query A { plans { code } }', operationName: 'B' }),
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'for too long a page',
      operation('{ skillTags(first: 101) { edges { cursor } } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for an empty page',
      operation('{ skillTags(first: 0) { edges { cursor } } }'),
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with a foreign cursor',
      operation('{ skillTags(first: 1, after: "abc") { edges { cursor } } }'),
      200,
      'BAD_USER_INPUT',
    ],
  ])('%s is answered with a code, in JSON, without a stack', async (_title, body, status, code) => {
    const answer = await post(endpoint, body, ada.headers);
    expect({ status: answer.status, code: answer.errors[0]?.extensions.code }).toEqual({
      status,
      code,
    });
    expect(answer.contentType).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.text).not.toMatch(/node_modules|at .+\.ts:|subgraph|127\.0\.0\.1/i);
  });

  it('with an invalid token is answered 401', async () => {
    const answer = await post(endpoint, operation('{ viewer { id } }'), {
      authorization: 'Bearer x.y.z',
    });
    expect(answer.status).toBe(401);
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('with an id of another type finds nothing', async () => {
    const { data, errors } = await ask(
      endpoint,
      ada,
      '{ session(id: "usr_1") { id } conversation(id: "\\u0000") { id } user(id: "ses_1") { id } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ session: null, conversation: null, user: null });
  });
});

describe('an anonymous request', () => {
  it('has no viewer', async () => {
    expect((await ask(endpoint, null, '{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it('may read the catalogue and no members’ fields', async () => {
    const open = await ask(
      endpoint,
      null,
      '{ skillTags(first: 3) { edges { node { slug label } } } plans { code name } }',
    );
    expect(open.errors).toEqual([]);
    const closed = await ask(
      endpoint,
      null,
      `{ user(id: "${ada.id}") { id displayName email roles } }`,
    );
    expect(closed.data).toMatchObject({ user: { id: ada.id, email: null, roles: null } });
    for (const { extensions } of closed.errors)
      expect(extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(closed.errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'user.email',
      'user.roles',
    ]);
  });

  it('changes nothing', async () => {
    const refused = await ask(
      endpoint,
      null,
      'mutation { updateProfile(input: { displayName: "Mallory" }) { user { id } userErrors { code } } }',
    );
    expect(refused.errors[0]?.extensions.code).toMatch(/^UNAUTH/);
    const { data } = await ask(endpoint, ada, '{ viewer { displayName } }');
    expect(data).toEqual({ viewer: { displayName: ada.introduction.displayName } });
  });
});

function operation(query: string, variables: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ query, variables });
}
