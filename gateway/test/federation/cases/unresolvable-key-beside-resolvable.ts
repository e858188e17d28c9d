import { referTo, type FederationCase } from '../federation-case.ts';

const coats = ['1', '2'].map((id) => ({
  id,
  tag: `tag ${id}`,
  place: { row: `row ${id}`, hook: `hook ${id}`, side: 'left' },
  owner: `owner ${id}`,
}));

interface Coat {
  readonly id?: string;
  readonly place?: { readonly hook?: string; readonly side?: string };
  readonly owner?: string;
}

/**
 * Two subgraphs name a type by several keys, and resolve it by one each, which is not the other's.
 * Going back to the one that a coat came from takes a key that it resolves.
 */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'owners',
      sdl: `
        type Coat
          @key(fields: "id", resolvable: true)
          @key(fields: "tag", resolvable: false)
          @key(fields: "place { row hook }", resolvable: false)
          @key(fields: "id place { hook side }", resolvable: false) {
          id: ID!
          tag: ID!
          place: Place!
          owner: String!
        }
        type Place { row: ID! hook: ID! side: ID! }
      `,
      resolvers: { Coat: { __resolveReference: referTo(coats, 'id') } },
    },
    {
      name: 'rooms',
      sdl: `
        type Query { room: Room }
        type Room @key(fields: "id") { id: ID! coats: [Coat!]! }
        type Coat
          @key(fields: "place { row hook }", resolvable: false)
          @key(fields: "id place { hook side }", resolvable: true)
          @key(fields: "tag", resolvable: false)
          @key(fields: "id", resolvable: false) {
          id: ID!
          tag: ID!
          place: Place!
          owner: String! @external
          label: String! @requires(fields: "owner")
        }
        type Place { row: ID! hook: ID! side: ID! }
      `,
      resolvers: {
        Query: {
          room: () => ({
            id: 'r',
            coats: coats.map(({ id, tag, place }) => ({ id, tag, place })),
          }),
        },
        Coat: {
          __resolveReference: ({ id, place, owner }: Coat) => {
            if (place?.hook === undefined || place.side === undefined) {
              throw new Error('resolved by a key that is not resolvable');
            }
            return { id, owner };
          },
          label: ({ owner }: Coat) => {
            if (owner === undefined) throw new Error('the owner is required');
            return `coat of ${owner}`;
          },
        },
      },
    },
  ],
  expectations: [
    {
      query: '{ room { id coats { id owner label } } }',
      data: {
        room: {
          id: 'r',
          coats: [
            { id: '1', owner: 'owner 1', label: 'coat of owner 1' },
            { id: '2', owner: 'owner 2', label: 'coat of owner 2' },
          ],
        },
      },
      unlikeApollo: 'it goes back by a key that the subgraph does not resolve',
    },
    {
      query: '{ room { coats { tag owner place { row } } } }',
      data: {
        room: {
          coats: [
            { tag: 'tag 1', owner: 'owner 1', place: { row: 'row 1' } },
            { tag: 'tag 2', owner: 'owner 2', place: { row: 'row 2' } },
          ],
        },
      },
    },
  ],
};
