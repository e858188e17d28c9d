import type { CaseSubgraph, FederationCase } from '../federation-case.ts';

const both = { __typename: 'Both', label: 'both' };

/** A subgraph whose steps are those of both subgraphs and its own. */
function stepping(name: 'A' | 'B', extra: string): CaseSubgraph {
  const field = name.toLowerCase();
  const steps = [both, { __typename: `Only${name}`, [field]: `only ${field}` }];
  return {
    name: field,
    sdl: `
      type Query { root${name}: Box, shared: Box @shareable }
      type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable ${extra} }
      type Wrap @shareable { steps: [Step!]! }
      union Step = Both | Only${name}
      type Both @shareable { label: String }
      type Only${name} { ${field}: String }
    `,
    resolvers: {
      Query: {
        [`root${name}`]: () => ({ id: '1', wrap: { steps } }),
        shared: () => ({ id: '1', wrap: { steps: [both] } }),
      },
      Box: {
        __resolveReference: () => ({ id: '1', wrap: { steps } }),
        ...(extra !== '' && { ownWrap: () => ({ steps }) }),
      },
    },
  };
}

const all = '__typename ... on Both { label } ... on OnlyA { a } ... on OnlyB { b }';

/**
 * Fields that several subgraphs share answer alike in all of them. So where another subgraph could
 * be asked instead, a member that it does not have cannot come.
 */
export const federationCase: FederationCase = {
  subgraphs: [stepping('A', ''), stepping('B', 'ownWrap: Wrap')],
  expectations: [
    {
      query: `{ rootA { wrap { steps { ${all} } } } }`,
      data: { rootA: { wrap: { steps: [both, { __typename: 'OnlyA', a: null }] } } },
    },
    {
      query: `{ rootB { wrap { steps { ${all} } } } }`,
      data: { rootB: { wrap: { steps: [both, { __typename: 'OnlyB', b: null }] } } },
    },
    {
      query: '{ rootA { wrap { steps { __typename ... on OnlyB { b } } } } }',
      data: { rootA: { wrap: { steps: [{ __typename: 'Both' }, { __typename: 'OnlyA' }] } } },
    },
    {
      query: `{ shared { wrap { steps { ${all} } } } }`,
      data: { shared: { wrap: { steps: [both] } } },
    },
    {
      query: `{ rootA { ownWrap { steps { ${all} } } } }`,
      data: { rootA: { ownWrap: { steps: [both, { __typename: 'OnlyB', b: 'only b' }] } } },
    },
  ],
};
