import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

type Arguments = Readonly<Record<string, string>>;

const people = new Map([
  ['1', { id: '1', name: 'ada', friends: ['2', '3'] }],
  ['2', { id: '2', name: 'bob', friends: ['1'] }],
  ['3', { id: '3', name: 'carol', friends: [] }],
]);

const users = {
  name: 'users',
  sdl: `${head}
    type Query { viewer: User @public, user(id: ID!): User @public, search: [Result!]! @public, never: String! @public }
    union Result = User | Note
    type Note @public { text: String! }
    type User @key(fields: "id") {
      id: ID! @public
      name: String! @public
      friends: [User!]! @public
      secret: String @public
    }
  `,
  resolvers: {
    Query: {
      viewer: () => people.get('1'),
      user: (_: unknown, { id = '' }: Arguments) => people.get(id) ?? null,
      search: () => [
        { __typename: 'User', ...people.get('2') },
        { __typename: 'Note', text: 'hi' },
      ],
      never: () => null,
    },
    User: {
      __resolveReference: ({ id = '' }: Arguments) => people.get(id) ?? null,
      friends: ({ friends }: { friends: string[] }) => friends.map((id) => people.get(id)),
      secret: () => {
        throw new Error('SELECT * FROM secrets failed at 10.0.0.7');
      },
    },
  },
};

const reviews = {
  name: 'reviews',
  sdl: `${head}
    type Query { latest: [Review!]! @public }
    type Review @key(fields: "id") { id: ID! @public, author: User @public, stars: Int! @public }
    type User @key(fields: "id") {
      id: ID!
      name: String! @external
      reviews: [Review!] @public
      greeting(word: String! = "hello"): String @requires(fields: "name") @public
    }
  `,
  resolvers: {
    Query: {
      latest: () =>
        ['1', '2', '1', '9'].map((id, index) => ({
          id: String(index),
          author: { id },
          stars: index,
        })),
    },
    User: {
      __resolveReference: (user: unknown) => user,
      reviews: ({ id = '' }: Arguments) => [{ id: `r${id}`, author: { id }, stars: 5 }],
      greeting: ({ name }: { name: string }, { word = '' }: Arguments) => `${word} ${name}`,
    },
  },
};

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([users, reviews], { subgraphTimeoutMilliseconds: 300 });
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  for (const name of ['users', 'reviews']) {
    graph.subgraph(name).requests.length = 0;
    graph.subgraph(name).answerWith = null;
  }
});

describe('an answer', () => {
  test('joins what subgraphs know of one entity', async () => {
    const { status, body } = await graph.post('{ viewer { name reviews { stars } greeting } }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { viewer: { name: 'ada', reviews: [{ stars: 5 }], greeting: 'hello ada' } },
    });
  });

  test('keeps the order, the aliases and the fragments of the client', async () => {
    const { body } = await graph.post(
      `
      query Q($more: Boolean!) {
        b: viewer { z: name ...Names constructor: id }
        __proto__: viewer { toString: name }
        search { __typename ... on User { name } ... on Note { text } }
        user(id: "2") @skip(if: $more) { name }
        ... @include(if: $more) { other: user(id: "3") { name } }
      }
      fragment Names on User { friends { name } id }
    `,
      { variables: { more: true } },
    );
    expect(JSON.stringify(body)).toBe(
      JSON.stringify(
        JSON.parse(`{"data":{
      "b":{"z":"ada","friends":[{"name":"bob"},{"name":"carol"}],"id":"1","constructor":"1"},
      "__proto__":{"toString":"ada"},
      "search":[{"__typename":"User","name":"bob"},{"__typename":"Note","text":"hi"}],
      "other":{"name":"carol"}}}`),
      ),
    );
  });

  test('asks for equal entities once', async () => {
    const { body } = await graph.post('{ latest { stars author { name } } }');
    expect(body.data).toEqual({
      latest: [
        { stars: 0, author: { name: 'ada' } },
        { stars: 1, author: { name: 'bob' } },
        { stars: 2, author: { name: 'ada' } },
        { stars: 3, author: null },
      ],
    });
    expect(body.errors).toBeUndefined();
    const [request] = graph.subgraph('users').requests;
    expect(request?.variables).toEqual({
      representations: ['1', '2', '9'].map((id) => ({ __typename: 'User', id })),
    });
  });

  test('passes variables on as they came', async () => {
    const { body } = await graph.post(
      'query ($id: ID!, $word: String! = "hi") { user(id: $id) { greeting(word: $word) } }',
      { variables: { id: '2' } },
    );
    expect(body.data).toEqual({ user: { greeting: 'hi bob' } });
  });

  test('describes the schema', async () => {
    const { body } = await graph.post(
      '{ __schema { queryType { name } } __type(name: "Note") { kind } __typename }',
    );
    expect(body).toEqual({
      data: {
        __schema: { queryType: { name: 'Query' } },
        __type: { kind: 'OBJECT' },
        __typename: 'Query',
      },
    });
  });
});

describe('null where null may not be', () => {
  test('goes outwards to the nearest place that may be null, with one error', async () => {
    graph.subgraph('users').answerWith = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"data":{"viewer":{"name":"ada","friends":[{"name":null},{"name":"x"}]}}}');
    };
    const { status, body } = await graph.post('{ viewer { name friends { name } } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ viewer: null });
    expect(body.errors?.map(({ path }) => path)).toEqual([['viewer', 'friends', 0, 'name']]);
  });

  test('nulls the whole answer when nothing on the way may be null, and says why', async () => {
    const { body } = await graph.post('{ never viewer { name } }');
    expect(body.data).toBeNull();
    expect(body.errors?.map(({ path }) => path)).toEqual([['never']]);
  });
});

describe('a failure', () => {
  test('of a resolver tells nothing about the inside', async () => {
    const { body, headers } = await graph.post('{ viewer { name secret } }');
    expect(body).toEqual({
      data: { viewer: { name: 'ada', secret: null } },
      errors: [
        {
          message: 'Something went wrong on our side.',
          path: ['viewer', 'secret'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
        },
      ],
    });
  });

  test('of an entity is reported at each of its positions', async () => {
    const { body } = await graph.post('{ latest { author { secret } } }');
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ['latest', 0, 'author', 'secret'],
      ['latest', 2, 'author', 'secret'],
      ['latest', 1, 'author', 'secret'],
    ]);
  });

  test.each([
    ['answers with an error page', 500, '<html>panic</html>'],
    ['answers with nothing', 200, ''],
    ['answers with something else', 200, '[1]'],
    ['refuses our identity', 401, '{"errors":[{"message":"no"}]}'],
  ])('of a subgraph that %s leaves the rest', async (_what, status, text) => {
    graph.subgraph('reviews').answerWith = (_request, response) => {
      response.writeHead(status).end(text);
    };
    const { body, status: answered } = await graph.post(
      '{ viewer { name greeting reviews { stars } } }',
    );
    expect(answered).toBe(200);
    expect(body.data).toEqual({ viewer: { name: 'ada', greeting: null, reviews: null } });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['viewer', 'greeting'], { code: 'SUBREQUEST_HTTP_ERROR' }],
      [['viewer', 'reviews'], { code: 'SUBREQUEST_HTTP_ERROR' }],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/html|panic|127\.0\.0\.1|reviews\/|subgraph/);
  });

  test('of a subgraph that hangs leaves the rest in time', async () => {
    graph.subgraph('reviews').answerWith = () => undefined;
    const { body } = await graph.post('{ viewer { name reviews { stars } } }');
    expect(body.data).toEqual({ viewer: { name: 'ada', reviews: null } });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'SUBREQUEST_TIMEOUT' });
  });

  test('of the subgraph that everything hangs on nulls what it owns', async () => {
    graph.subgraph('users').answerWith = (_request, response) => response.destroy();
    const { body } = await graph.post('{ viewer { name reviews { stars } } latest { stars } }');
    expect(body.data).toMatchObject({ viewer: null, latest: [{}, {}, {}, {}] });
    expect(body.errors).toMatchObject([
      { path: ['viewer'], extensions: { code: 'SUBREQUEST_HTTP_ERROR' } },
    ]);
  });

  test('that a subgraph words for clients keeps its code and its place', async () => {
    graph.subgraph('reviews').answerWith = (_request, response) => {
      response.writeHead(200).end(
        JSON.stringify({
          data: { _entities: [{ reviews: null }] },
          errors: [
            {
              message: 'Not yours.',
              path: ['_entities', 0, 'reviews'],
              extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', stacktrace: ['at x'] },
            },
          ],
        }),
      );
    };
    const { body } = await graph.post('{ viewer { reviews { stars } } }');
    expect(body).toEqual({
      data: { viewer: { reviews: null } },
      errors: [
        {
          message: 'Not yours.',
          path: ['viewer', 'reviews'],
          extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
        },
      ],
    });
  });
});
