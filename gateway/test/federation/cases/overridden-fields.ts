import { neverAsked, referTo, type FederationCase } from '../federation-case.ts';

const notes = ['n1', 'n2'].map((id) => ({
  __typename: 'Note',
  id,
  at: `${id} at`,
  by: `${id} by`,
}));
const people = ['u1', 'u2', 'u3'].map((id) => ({ id, name: `name ${id}` }));

/** What an earlier step got of the person. */
interface Named {
  readonly name?: string;
}

const signed = (mark: string) => ({
  __resolveReference: (reference: unknown) => reference,
  [`${mark}Sign`]: ({ name }: Named) => {
    if (name === undefined) throw new Error('the name is required');
    return `${mark} ${name}`;
  },
});

/** Fields that have moved from one subgraph to another, which alone is to be asked for them. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'old',
      sdl: `
        type Query { feed: [Entry], shared: [Note] @shareable, oldNotes: [Note], inOld: Person }
        interface Entry { id: ID! at: String! }
        type Note implements Entry @key(fields: "id") { id: ID! at: String! }
        type Person @key(fields: "id") {
          id: ID!
          name: String! @external
          oldSign: String! @requires(fields: "name")
        }
      `,
      resolvers: {
        Query: {
          feed: () => notes,
          shared: () => notes.map(({ id }) => ({ id })),
          oldNotes: () => [{ id: 'n2' }],
          inOld: () => ({ id: 'u1' }),
        },
        Note: { __resolveReference: referTo(notes, 'id'), at: neverAsked },
        Person: signed('old'),
      },
    },
    {
      name: 'new',
      sdl: `
        type Query {
          otherFeed: [Other]
          shared: [Note] @shareable
          newNotes: [Note]
          inNew: Person
        }
        interface Entry { id: ID! at: String! }
        interface Other { id: ID! at: String! }
        type Draft implements Entry @key(fields: "id") { id: ID! at: String! body: String! }
        type Note implements Other @key(fields: "id") {
          id: ID!
          at: String! @override(from: "old")
          by: String! @override(from: "closed long ago") @shareable
        }
        type Person @key(fields: "id") { id: ID! name: String! @override(from: "third") }
      `,
      resolvers: {
        Query: {
          otherFeed: () => notes,
          shared: () => notes,
          newNotes: () => [notes[0]],
          inNew: () => people[1],
        },
        Draft: { __resolveReference: () => null },
        Note: { __resolveReference: referTo(notes, 'id') },
        Person: { __resolveReference: referTo(people, 'id') },
      },
    },
    {
      name: 'third',
      sdl: `
        type Query { inThird: Person }
        type Person @key(fields: "id") {
          id: ID!
          name: String! @external
          thirdSign: String! @requires(fields: "name")
        }
      `,
      resolvers: { Query: { inThird: () => ({ id: 'u3' }) }, Person: signed('third') },
    },
  ],
  expectations: [
    { query: '{ shared { at } }', data: { shared: [{ at: 'n1 at' }, { at: 'n2 at' }] } },
    {
      query: '{ oldNotes { at by } newNotes { at } }',
      data: { oldNotes: [{ at: 'n2 at', by: 'n2 by' }], newNotes: [{ at: 'n1 at' }] },
    },
    {
      query: '{ feed { id at } }',
      data: {
        feed: [
          { id: 'n1', at: 'n1 at' },
          { id: 'n2', at: 'n2 at' },
        ],
      },
    },
    { query: '{ feed { ... on Draft { id body } } }', data: { feed: [{}, {}] } },
    {
      query: '{ otherFeed { at id ... on Note { at id by } } }',
      data: {
        otherFeed: [
          { at: 'n1 at', id: 'n1', by: 'n1 by' },
          { at: 'n2 at', id: 'n2', by: 'n2 by' },
        ],
      },
    },
    {
      query:
        '{ inOld { ...P } inNew { ...P } inThird { ...P } } fragment P on Person { id name oldSign thirdSign }',
      data: {
        inOld: { id: 'u1', name: 'name u1', oldSign: 'old name u1', thirdSign: 'third name u1' },
        inNew: { id: 'u2', name: 'name u2', oldSign: 'old name u2', thirdSign: 'third name u2' },
        inThird: { id: 'u3', name: 'name u3', oldSign: 'old name u3', thirdSign: 'third name u3' },
      },
    },
    {
      query: '{ inThird { thirdSign } inOld { oldSign } }',
      data: { inThird: { thirdSign: 'third name u3' }, inOld: { oldSign: 'old name u1' } },
    },
    { query: '{ inOld { thirdSign } }', data: { inOld: { thirdSign: 'third name u1' } } },
  ],
};
