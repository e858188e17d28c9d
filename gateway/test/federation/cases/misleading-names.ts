import type { FederationCase } from '../federation-case.ts';

const words = {
  constructor: 'c',
  toString: 't',
  hasOwnProperty: 'h',
  then: 'n',
  kind: 'k',
  data: 'd',
  errors: 'e',
};

/** Names that mean something to a gateway, or to the language that it is made of. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'stones',
      sdl: `
        type Query { stone(representations: [String]): Stone, stones: [Stone] }
        type Stone @key(fields: "id") {
          id: ID!
          constructor: String
          toString: String
          hasOwnProperty: String
          then: String
          kind: String
          data: String
          errors: String
          extensions(path: String): String
          said: [String]
        }
      `,
      resolvers: {
        Query: {
          stone: (_: unknown, { representations }: { representations?: string[] }) => ({
            id: '1',
            said: representations,
          }),
          stones: () => [{ id: '1' }, { id: '2' }],
        },
        Stone: {
          ...Object.fromEntries(Object.entries(words).map(([name, word]) => [name, () => word])),
          extensions: (_: unknown, { path }: { path?: string }) => path ?? 'no path',
        },
      },
    },
    {
      name: 'weights',
      sdl: `
        type Stone @key(fields: "id") {
          id: ID!
          _entities: Int
          prototype: String
          weight(representations: [Int!], id: Int): Int
        }
      `,
      resolvers: {
        Stone: {
          __resolveReference: (stone: unknown) => stone,
          _entities: () => 8,
          prototype: () => 'p',
          weight: (_: unknown, args: { representations?: number[]; id?: number }) =>
            (args.representations ?? []).reduce((sum, one) => sum + one, args.id ?? 0),
        },
      },
    },
  ],
  expectations: [
    {
      query: `{ stone { ${Object.keys(words).join(' ')} extensions prototype } }`,
      data: { stone: { ...words, extensions: 'no path', prototype: 'p' } },
    },
    {
      query: '{ stone { __proto__: id constructor: prototype prototype: kind toString: weight } }',
      data: {
        stone: { ['__proto__']: '1', constructor: 'p', prototype: 'k', toString: 0 },
      },
    },
    {
      query:
        '{ __proto__: stone { id weight(id: 4) } constructor: stones { __proto__: _entities } }',
      data: {
        ['__proto__']: { id: '1', weight: 4 },
        constructor: [{ ['__proto__']: 8 }, { ['__proto__']: 8 }],
      },
    },
    {
      query:
        'query ($representations: [Int!], $id: Int) { stone { weight(representations: $representations, id: $id) } }',
      variables: { representations: [1, 2, 3], id: 10 },
      data: { stone: { weight: 16 } },
      unlikeApollo: 'its fetches of entities have a variable of this name',
    },
    {
      query:
        'query ($representations: [String]) { stone(representations: $representations) { said _entities } }',
      variables: { representations: ['a', null] },
      data: { stone: { said: ['a', null], _entities: 8 } },
    },
    {
      query: '{ _entities: stones { _entities weight(id: 2) } _service: stone { id } }',
      data: {
        _entities: [
          { _entities: 8, weight: 2 },
          { _entities: 8, weight: 2 },
        ],
        _service: { id: '1' },
      },
    },
    {
      query:
        'query constructor($toString: String = "x") { stone { extensions(path: $toString) _entities } }',
      data: { stone: { extensions: 'x', _entities: 8 } },
    },
  ],
};
