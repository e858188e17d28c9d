import type { CaseSubgraph, FederationCase } from '../federation-case.ts';

/** A subgraph with an executable directive, whose argument it may have a default for. */
function marking(name: string, scopeDefault: string): CaseSubgraph {
  return {
    name,
    sdl: `
      extend schema
        @link(url: "https://directives.example/access/v1.0", import: ["@access"])
        @composeDirective(name: "@access")
      directive @access(scope: Scope! ${scopeDefault}, note: String) on FIELD | INLINE_FRAGMENT
      enum Scope { PUBLIC PRIVATE }
      type Query { ${name}: Leaf }
      type Leaf @key(fields: "id") { id: ID! ${name}Word: String }
    `,
    resolvers: {
      Query: { [name]: () => ({ id: '1', [`${name}Word`]: name }) },
      Leaf: {
        __resolveReference: ({ id }: { id: string }) => ({ id, [`${name}Word`]: name }),
      },
    },
  };
}

/** Directives that clients write in operations and subgraphs understand. */
export const federationCase: FederationCase = {
  subgraphs: [marking('a', ''), marking('b', '= PUBLIC')],
  expectations: [
    {
      query: '{ a @access { id } b @access { id bWord } }',
      data: { a: { id: '1' }, b: { id: '1', bWord: 'b' } },
      unlikeApollo: 'its gateway does not let clients write composed directives',
    },
    {
      query:
        'query ($note: String) { a { ... @access(scope: PRIVATE, note: $note) { bWord @access aWord } } }',
      variables: { note: 'n' },
      data: { a: { bWord: 'b', aWord: 'a' } },
      unlikeApollo: 'its gateway does not let clients write composed directives',
    },
    { query: '{ a @access(scope: NONE) { id } }', data: null, errorPaths: [undefined] },
    { query: '{ a @other { id } }', data: null, errorPaths: [undefined] },
  ],
};
