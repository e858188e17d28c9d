import { neverAsked, referTo, type FederationCase } from '../federation-case.ts';

const people = [
  { __typename: 'Clerk', id: 'p1', name: 'Ada', nick: 'A', age: 11 },
  { __typename: 'Clerk', id: 'p2', name: 'Bo', nick: 'B', age: 22 },
];
const accounts = [
  { __typename: 'Gold', id: 'x1', title: 'First', main: false, open: true },
  { __typename: 'Gold', id: 'x2', title: 'Second', main: true, open: true },
  { __typename: 'Plain', id: 'x3', title: 'Third', main: false, open: true },
];

interface Key {
  readonly id: string;
  readonly name?: string;
}

const nickOf = ({ id }: Key) => people.find((person) => person.id === id)?.nick;
const titleOf = ({ id }: Key) => accounts.find((account) => account.id === id)?.title;
// An interface object names no type of its own, whatever its resolver says.
const disguised = ({ id }: Key) => ({ __typename: 'Nothing', id });

/** Subgraphs add fields to an interface whose implementations they do not know. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'owner',
      sdl: `
        type Query { people: [Person!]!, held: Held, orphan: Orphan }
        interface Person @key(fields: "id") { id: ID! name: String }
        type Clerk implements Person @key(fields: "id") { id: ID! name: String age: Int }
        interface Account @key(fields: "id") { id: ID! }
        type Gold implements Account @key(fields: "id") {
          id: ID!
          main: Boolean!
          open: Boolean! @shareable
        }
        type Plain implements Account @key(fields: "id") { id: ID! main: Boolean! }
        type Held { account: Account! }
        interface Orphan @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: {
          people: () => people,
          held: () => ({ account: accounts[2] }),
          orphan: () => ({ __typename: 'Orphan', id: 'o' }),
        },
        Person: { __resolveReference: referTo(people, 'id') },
        Clerk: { __resolveReference: referTo(people, 'id') },
        Account: { __resolveReference: referTo(accounts, 'id') },
        Gold: { __resolveReference: referTo(accounts, 'id') },
        Plain: { __resolveReference: referTo(accounts, 'id') },
        Orphan: { __resolveReference: neverAsked },
      },
    },
    {
      name: 'nicks',
      sdl: `
        type Query { others: [Person], accounts: [Account], folder: Folder, foundling: Orphan }
        type Person @key(fields: "id") @interfaceObject {
          id: ID!
          name: String @external
          nick: String @requires(fields: "name")
        }
        type Account @key(fields: "id") @interfaceObject { id: ID! title: String! }
        type Folder { first: Account, all: [[Account]!]! }
        type Orphan @key(fields: "id", resolvable: false) @interfaceObject { id: ID! story: String }
      `,
      resolvers: {
        Query: {
          others: () => people.map(({ __typename, id }) => ({ __typename, id })),
          accounts: () => accounts.map(disguised),
          folder: () => ({
            first: { id: 'x2' },
            all: [[{ id: 'x1' }, null], [], [{ id: 'x3' }, { id: 'x1' }]],
          }),
          foundling: () => ({ id: 'o' }),
        },
        Person: {
          __resolveReference: (person: unknown) => person,
          nick: (person: Key) => {
            if (person.name === undefined) throw new Error('the name is required');
            return nickOf(person);
          },
        },
        Account: { __resolveReference: disguised, title: titleOf },
        Orphan: { __resolveReference: neverAsked, story: () => 'lost' },
      },
    },
    {
      name: 'locks',
      sdl: `
        type Account @key(fields: "id") @interfaceObject { id: ID! open: Boolean! @shareable }
      `,
      resolvers: { Account: { __resolveReference: disguised, open: () => false } },
    },
    {
      name: 'extensions',
      sdl: 'extend type Clerk @key(fields: "id") { id: ID! desk: String }',
      resolvers: {
        Clerk: {
          __resolveReference: (clerk: unknown) => clerk,
          desk: ({ id }: Key) => `desk ${id}`,
        },
      },
    },
  ],
  expectations: [
    ...(['people', 'others'] as const).flatMap((field) => [
      {
        query: `{ ${field} { id name nick } }`,
        data: { [field]: people.map(({ id, name, nick }) => ({ id, name, nick })) },
      },
      {
        query: `{ ${field} { ... on Clerk { age desk } } }`,
        data: { [field]: people.map(({ id, age }) => ({ age, desk: `desk ${id}` })) },
      },
      {
        query: `{ ${field} { ... on Clerk { age id name nick } id name } }`,
        data: { [field]: people.map(({ age, id, name, nick }) => ({ age, id, name, nick })) },
      },
      {
        query: `{ ${field} { __typename type: __typename } }`,
        data: { [field]: people.map(() => ({ __typename: 'Clerk', type: 'Clerk' })) },
      },
    ]),
    { query: '{ others { id } }', data: { others: [{ id: 'p1' }, { id: 'p2' }] } },
    {
      query: '{ accounts { title } }',
      data: { accounts: [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }] },
    },
    {
      query: '{ accounts { ... on Gold { title } } }',
      data: { accounts: [{ title: 'First' }, { title: 'Second' }, {}] },
    },
    {
      query: '{ accounts { title __typename } }',
      data: {
        accounts: accounts.map(({ title, __typename }) => ({ title, __typename })),
      },
    },
    {
      query: '{ accounts { ... on Gold { __typename } } }',
      data: { accounts: [{ __typename: 'Gold' }, { __typename: 'Gold' }, {}] },
    },
    {
      query: '{ accounts { id open } }',
      data: { accounts: accounts.map(({ id }) => ({ id, open: false })) },
    },
    {
      query: '{ accounts { id ... on Gold { open main } ... on Plain { main } } }',
      data: {
        accounts: [
          { id: 'x1', open: true, main: false },
          { id: 'x2', open: true, main: true },
          { id: 'x3', main: false },
        ],
      },
    },
    {
      query: '{ held { account { title ... on Plain { open } } } }',
      data: { held: { account: { title: 'Third', open: false } } },
    },
    {
      query: '{ folder { first { __typename ... on Gold { main } } all { __typename title } } }',
      data: {
        folder: {
          first: { __typename: 'Gold', main: true },
          all: [
            [{ __typename: 'Gold', title: 'First' }, null],
            [],
            [
              { __typename: 'Plain', title: 'Third' },
              { __typename: 'Gold', title: 'First' },
            ],
          ],
        },
      },
    },
    { query: '{ foundling { id story } }', data: { foundling: { id: 'o', story: 'lost' } } },
    { query: '{ orphan { id } }', data: { orphan: null }, errorPaths: [['orphan']] },
  ],
};
