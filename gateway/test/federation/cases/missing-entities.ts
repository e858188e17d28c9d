import type { FederationCase } from '../federation-case.ts';

const desk = (id: string) => ({ id });

/** The owner of an entity does not know it, so whatever it has is nothing. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'rooms',
      sdl: `
        type Query { desk: Desk, sure: Desk!, desks: [Desk], holder: Holder, keys: [Desk!] }
        type Desk @key(fields: "id") { id: ID! }
        type Holder { desk: Desk, sure: Desk!, word: String }
      `,
      resolvers: {
        Query: {
          desk: () => desk('gone'),
          sure: () => desk('gone'),
          desks: () => [desk('1'), desk('gone'), desk('2'), desk('gone')],
          holder: () => ({ desk: desk('gone'), sure: desk('gone'), word: 'w' }),
          keys: () => [desk('1'), desk('gone')],
        },
      },
    },
    {
      name: 'desks',
      sdl: 'type Desk @key(fields: "id") { id: ID! name: String! note: String lamp: Lamp! } type Lamp { on: Boolean! }',
      resolvers: {
        Desk: {
          __resolveReference: ({ id }: { id: string }) =>
            id === 'gone' ? null : { id, name: `desk ${id}`, lamp: { on: true } },
        },
      },
    },
  ],
  expectations: [
    { query: '{ desk { id note } }', data: { desk: { id: 'gone', note: null } } },
    { query: '{ desk { name } }', data: { desk: null } },
    {
      query: '{ desks { name } }',
      data: { desks: [{ name: 'desk 1' }, null, { name: 'desk 2' }, null] },
    },
    { query: '{ sure { id note } }', data: { sure: { id: 'gone', note: null } } },
    { query: '{ sure { id name } }', data: null, errorPaths: [['sure']] },
    {
      query: '{ holder { word desk { name } } }',
      data: { holder: { word: 'w', desk: null } },
    },
    {
      query: '{ holder { word sure { name } } desk { note } }',
      data: { holder: null, desk: { note: null } },
      errorPaths: [['holder', 'sure']],
    },
    { query: '{ keys { name } }', data: { keys: null }, errorPaths: [['keys', 1]] },
    { query: '{ holder { desk { lamp { on } } } }', data: { holder: { desk: null } } },
  ],
};
