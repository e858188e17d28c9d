import { neverAsked, referTo, type FederationCase } from '../federation-case.ts';

const goods = [{ __typename: 'Loaf', id: 'g1', name: 'Rye' }];

/** What an interface object stands for cannot be asked of it, so some fields are out of reach. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query { node: Node, good: Good! }
        interface Node @key(fields: "id") { id: ID! }
        type Good @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
      `,
      resolvers: {
        Query: {
          node: () => ({ __typename: 'Node', id: 'n1' }),
          good: () => ({ id: 'g1' }),
        },
        Node: { __resolveReference: neverAsked },
        Good: { __resolveReference: neverAsked },
      },
    },
    {
      name: 'b',
      sdl: `
        type Query { other: Node }
        type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! word: String }
        interface Good @key(fields: "id") { id: ID! }
        type Loaf implements Good @key(fields: "id") { id: ID! name: String! }
      `,
      resolvers: {
        Query: { other: () => ({ id: 'n1' }) },
        Node: { __resolveReference: neverAsked, word: () => 'hello' },
        Good: { __resolveReference: referTo(goods, 'id') },
        Loaf: { __resolveReference: referTo(goods, 'id') },
      },
    },
  ],
  expectations: [
    { query: '{ other { id word } }', data: { other: { id: 'n1', word: 'hello' } } },
    { query: '{ node { id } }', data: { node: null }, errorPaths: [['node']] },
    { query: '{ good { id } }', data: { good: { id: 'g1' } } },
    { query: '{ good { ... on Loaf { id name } } }', data: { good: { id: 'g1', name: 'Rye' } } },
    { query: '{ good { id name } }', data: null, errorPaths: [undefined] },
    {
      query: '{ node { word } }',
      data: null,
      errorPaths: [undefined],
      unlikeApollo: 'its planner finds no way, and its gateway answers null without an error',
    },
    {
      query: '{ good { id } node { word } }',
      data: { good: { id: 'g1' }, node: null },
      errorPaths: [['node']],
    },
  ],
};
