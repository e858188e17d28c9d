import { neverAsked, type FederationCase } from '../federation-case.ts';

const book = { __typename: 'Book', id: 'm1', title: 'Walden', a: 'A Walden', b: 'B Walden' };
const song = { __typename: 'Song', id: 's2', title: 'Aria', a: 'A Aria' };
const film = { __typename: 'Film', id: 'f3', title: 'Metropolis', b: 'B Metropolis' };
const refers = (row: object) => ({ __resolveReference: () => row });

const three = (shared: string, a: string, b: string) => `
  __typename
  ... on Song { ${shared} ${a} }
  ... on Film { ${shared} ${b} }
  ... on Book { ${shared} ${a} ${b} }
`;

/** A union has other members in each subgraph, of which only those in common can be counted on. */
export const federationCase: FederationCase = {
  subgraphs: [
    {
      name: 'a',
      sdl: `
        type Query {
          item: Item @shareable
          aItem: Item @shareable
          viewer: Viewer @shareable
          letter: Letter
          view: View
        }
        type Viewer { item: Item @shareable aItem: Item book: Book @shareable song: Item @shareable }
        union Item = Book | Song
        type Book @key(fields: "id") { id: ID! title: String! @shareable a: String! }
        type Song @key(fields: "id") { id: ID! title: String! @shareable a: String! }
        type Letter @shareable { lines: [Line!]! word: String }
        union Line = Plain | Bold | Blank
        type Plain @shareable { id: ID! text: String }
        type Bold { id: ID! weight: Int }
        type Blank { id: ID! height: Int }
        union View = Guest | Member
        type Guest { page: Page }
        type Member { page: Page }
        type Page @key(fields: "id") { id: ID! }
      `,
      resolvers: {
        Query: {
          item: () => book,
          aItem: () => book,
          viewer: () => ({ item: book, aItem: book, book, song }),
          letter: () => ({
            word: 'Dear',
            lines: [
              { __typename: 'Plain', id: 'l1', text: 'text' },
              { __typename: 'Bold', id: 'l2', weight: 5 },
              { __typename: 'Blank', id: 'l3', height: 2 },
            ],
          }),
          view: () => ({ __typename: 'Guest', page: { id: '1' } }),
        },
        Book: refers(book),
        Song: refers(song),
      },
    },
    {
      name: 'b',
      sdl: `
        type Query { item: Item @shareable, viewer: Viewer @shareable }
        type Viewer { item: Item @shareable bItem: Item book: Item @shareable }
        union Item = Book | Film
        type Book @key(fields: "id") { id: ID! title: String! @shareable b: String! }
        type Film @key(fields: "id") { id: ID! title: String! @shareable b: String! }
        type Letter @shareable { lines: [Line!]! word: String }
        union Line = Plain
        type Plain @shareable { id: ID! text: String }
        type Page @key(fields: "id") { id: ID! words: String! }
      `,
      resolvers: {
        Query: { item: () => book, viewer: () => ({ item: book, bItem: film, book }) },
        Book: refers(book),
        Film: refers(film),
        Page: { __resolveReference: ({ id }: { id: string }) => ({ id, words: `words ${id}` }) },
      },
    },
    {
      name: 'c',
      sdl: 'type Page @key(fields: "id") { id: ID! members: String! }',
      resolvers: { Page: { __resolveReference: neverAsked } },
    },
  ],
  expectations: [
    { query: '{ item { ... on Film { title } } }', data: { item: {} } },
    { query: '{ item { ... on Book { title } } }', data: { item: { title: 'Walden' } } },
    {
      query: '{ item { ... on Book { title } ... on Film { title } } }',
      data: { item: { title: 'Walden' } },
    },
    {
      query: `{ viewer { item { ${three('title', '', '')} } book { ${three('title', '', '')} } song { ${three('title', '', '')} } } }`,
      data: {
        viewer: {
          item: { __typename: 'Book', title: 'Walden' },
          book: { __typename: 'Book', title: 'Walden' },
          song: { __typename: 'Song', title: 'Aria' },
        },
      },
    },
    { query: '{ viewer { item { ... on Film { title } } } }', data: { viewer: { item: {} } } },
    {
      query: '{ viewer { item { ... on Book { title } ... on Film { title } } } }',
      data: { viewer: { item: { title: 'Walden' } } },
    },
    { query: '{ aItem { ... on Film { title b } } }', data: { aItem: {} } },
    {
      query: '{ aItem { ... on Book { title a b } } }',
      data: { aItem: { title: 'Walden', a: 'A Walden', b: 'B Walden' } },
    },
    {
      query: `{ viewer { item { ${three('title', 'a', 'b')} } book { ${three('title', 'a', 'b')} } song { ${three('title', 'a', 'b')} } } }`,
      data: {
        viewer: {
          item: { __typename: 'Book', title: 'Walden', a: 'A Walden', b: 'B Walden' },
          book: { __typename: 'Book', title: 'Walden', a: 'A Walden', b: 'B Walden' },
          song: { __typename: 'Song', title: 'Aria', a: 'A Aria' },
        },
      },
    },
    {
      query: '{ viewer { aItem { ... on Film { title b } } bItem { ... on Film { title b } } } }',
      data: { viewer: { aItem: {}, bItem: { title: 'Metropolis', b: 'B Metropolis' } } },
    },
    {
      query:
        '{ letter { word lines { __typename ... on Plain { id text } ... on Bold { id weight } ... on Blank { height } } } }',
      data: {
        letter: {
          word: 'Dear',
          lines: [
            { __typename: 'Plain', id: 'l1', text: 'text' },
            { __typename: 'Bold', id: 'l2', weight: 5 },
            { __typename: 'Blank', height: 2 },
          ],
        },
      },
    },
    {
      query: '{ letter { lines { ... on Bold { weight } ... on Blank { id } } } }',
      data: { letter: { lines: [{}, { weight: 5 }, { id: 'l3' }] } },
    },
    {
      query: '{ view { ... on Guest { page { words } } ... on Member { page { members } } } }',
      data: { view: { page: { words: 'words 1' } } },
    },
  ],
};
