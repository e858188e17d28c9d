import { anonymous, identityHeader, signIdentity, type Viewer } from '@skillswap/kit/viewer';
import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFieldCosts } from '../src/cost/field-costs.ts';
import { loadGraph, type Graph } from '../src/graph.ts';
import { defaultLimits } from '../src/limits.ts';
import { describeBroken, findBrokenOperations } from '../src/operations/broken-operations.ts';
import { judgeOperation } from '../src/operations/judge-operation.ts';
import { createSubgraphClient } from '../src/subgraph-client.ts';
import { knownClients, sha256 } from './known-clients.ts';
import {
  composeToys,
  head,
  identitySecret,
  startToySupergraph,
  type ToySupergraph,
} from './toy-supergraph.ts';

const sdl = (personFields: string) => `${head}
  type Query {
    person: Person @public @tag(name: "partner")
    people(first: Int @tag(name: "partner")): PersonConnection @public @tag(name: "partner")
      @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    inner: String @requiresScopes(scopes: [["partner:inner"]]) @tag(name: "partner")
    report: String @requiresScopes(scopes: [["admin"]]) @tag(name: "admin")
  }
  type Mutation { greet: String @public }
  type PersonConnection @public @tag(name: "partner") { edges: [PersonEdge!]!, pageInfo: PageInfo! }
  type PersonEdge @public @tag(name: "partner") { cursor: String!, node: Person! }
  type PageInfo @public @tag(name: "partner") { hasNextPage: Boolean! }
  type Person @key(fields: "id") {
    id: ID! @public @tag(name: "partner")
    friend: Person @public @tag(name: "partner")
    friends: [Person!] @public @tag(name: "partner")
    ${personFields}
  }
`;
const definition = {
  name: 'users',
  sdl: sdl('name: String @public @tag(name: "partner"), email: String @public'),
  resolvers: {},
};

function load(fields?: string): Promise<Graph> {
  const toy = fields === undefined ? definition : { ...definition, sdl: sdl(fields) };
  const { supergraphSdl, contracts, accessRules } = composeToys([toy]);
  return loadGraph({
    supergraphSdl,
    contracts,
    scalars: [],
    client: createSubgraphClient({
      urls: new Map(),
      headersFor: () => Promise.resolve({}),
      timeoutMilliseconds: 1,
      observe: () => undefined,
    }),
    policy: {
      limits: defaultLimits,
      accessRules,
      credentialFields: new Set(),
      demandsPageSize: true,
      fieldCosts: readFieldCosts(supergraphSdl),
      introspection: 'everyone',
    },
  });
}

const partner: Viewer = { kind: 'partner', id: 'ptn_acme', scopes: ['partner:read'] };

let graph: Graph;
beforeAll(async () => {
  graph = await load();
});

const judge = (
  text: string,
  over: { viewer?: Viewer; name?: string; kind?: OperationTypeNode } = {},
) => {
  const { viewer = partner, name = 'A', kind = OperationTypeNode.QUERY } = over;
  const wanted = { hash: sha256(text), name, kind, text };
  return judgeOperation(graph.contractOf(viewer), viewer, wanted);
};
const codes = (text: string, over: Parameters<typeof judge>[1] = {}) =>
  judge(text, over).problems.map(({ code }) => code);

describe('an operation for a partner', () => {
  it('is good when it reads what the partner’s contract has', () => {
    expect(judge('query A { person { id name } }')).toEqual({ cost: 1, problems: [] });
  });

  const nested = (levels: number) => `${'friend { '.repeat(levels)} id ${'} '.repeat(levels)}`;
  it.each([
    ['does not parse', 'query A {', ['INVALID_DOCUMENT']],
    ['is no document', '', ['INVALID_DOCUMENT']],
    ['reads what only apps have', 'query A { person { email } }', ['INVALID_DOCUMENT']],
    ['reads what only staff has', 'query A { report }', ['INVALID_DOCUMENT']],
    ['reads what nobody has', 'query A { person { age } }', ['INVALID_DOCUMENT']],
    ['changes something', 'mutation A { greet }', ['INVALID_DOCUMENT']],
    ['reads what needs a scope', 'query A { inner person { id } }', ['NOT_ALLOWED']],
    ['has no operation', 'fragment F on Person { id }', ['INVALID_DOCUMENT']],
    ['has two operations', 'query A { inner } query B { inner }', ['MISMATCH']],
    ['has no name', '{ person { id } }', ['MISMATCH']],
    ['has another name', 'query B { person { id } }', ['MISMATCH']],
    [
      'asks for a page without a size',
      'query A { people { edges { cursor } } }',
      ['INVALID_DOCUMENT'],
    ],
    [
      'asks for a page of 101',
      'query A { people(first: 101) { edges { cursor } } }',
      ['INVALID_DOCUMENT'],
    ],
    ['is too deep', `query A { person { ${nested(12)} } }`, ['OVER_LIMIT']],
    [
      'has too many aliases',
      `query A { ${Array.from({ length: 31 }, (_, i) => `a${String(i)}: person { id }`).join(' ')} }`,
      ['OVER_LIMIT', 'OVER_LIMIT'].slice(0, 1),
    ],
    [
      'costs too much',
      'query A { people(first: 100) { edges { node { friends { friends { id } } } } } }',
      ['TOO_EXPENSIVE'],
    ],
    [
      'may cost too much, as its page has no size in the text',
      'query A($n: Int) { people(first: $n) { edges { node { friends { id } } } } }',
      ['TOO_EXPENSIVE'],
    ],
  ])('that %s is refused', (_what, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('is refused when its type is not the one in the document', () => {
    expect(codes('query A { person { id } }', { kind: OperationTypeNode.MUTATION })).toEqual([
      'MISMATCH',
    ]);
  });

  it('is priced with the defaults of its variables, and the dearer of its conditions', () => {
    const paged = (size: string) =>
      judge(`query A($n: Int${size}) { people(first: $n) { edges { node { id } } } }`).cost;
    expect(paged(' = 10')).toBeLessThan(paged('') ?? 0);
    const conditional = (directive: string) =>
      judge(`query A($b: Boolean!) { person { friend ${directive} { id } } }`).cost;
    expect(conditional('@skip(if: $b)')).toBe(2);
    expect(conditional('@include(if: $b)')).toBe(2);
  });

  it('may read what its scopes allow', () => {
    const scopes = ['partner:read', 'partner:inner'];
    expect(codes('query A { inner }', { viewer: { ...partner, scopes } })).toEqual([]);
  });
});

describe('an operation for our apps', () => {
  it('may change something and read what members have', () => {
    const viewer = anonymous;
    expect(codes('mutation A { greet }', { viewer, kind: OperationTypeNode.MUTATION })).toEqual([]);
    expect(codes('query A { person { email } }', { viewer })).toEqual([]);
    expect(codes('query A { report }', { viewer })).toEqual(['INVALID_DOCUMENT']);
  });
});

describe('a new supergraph', () => {
  const clients = knownClients();
  const operationsOf = () => clients.registry()?.operations ?? [];
  clients.set(
    [],
    [
      { text: 'query Names { person { name } }', partner: 'acme' },
      { text: 'query Ids { person { id } }', partner: 'acme' },
      { text: 'query Emails { person { email } }', partner: null },
      { text: 'query Gone { person { nothing } }', partner: null, state: 'RETIRED' },
    ],
  );

  it('breaks nothing when all that registered operations use is there', async () => {
    expect(await findBrokenOperations(graph.contractOf, operationsOf())).toEqual([]);
  });

  it('breaks the operations that use what it removes, re-types or closes, each with its client', async () => {
    const { contractOf } = await load(
      'name(upper: Boolean! @tag(name: "partner")): String @public @tag(name: "partner")',
    );
    const broken = await findBrokenOperations(contractOf, operationsOf());
    expect(broken.map(({ client, name }) => `${client} ${name}`)).toEqual([
      'partner acme Names',
      'app ios Emails',
    ]);
    expect(describeBroken(broken)).toBe(
      'partner acme, Names: Field "name" argument "upper" of type "Boolean!" is required, but it was not provided.\n' +
        'app ios, Emails: Cannot query field "email" on type "Person".',
    );
    const closed = await load(
      'name: String @requiresScopes(scopes: [["partner:inner"]]) @tag(name: "partner"), email: String @public',
    );
    expect(describeBroken(await findBrokenOperations(closed.contractOf, operationsOf()))).toBe(
      'partner acme, Names: This partner may not read name.',
    );
  });
});

describe('the door for our own services', () => {
  let town: ToySupergraph;
  beforeAll(async () => {
    town = await startToySupergraph([{ ...definition, resolvers: {} }]);
  });
  afterAll(() => town[Symbol.asyncDispose]());

  const knock = async (
    body: string,
    viewer: Viewer | null = { kind: 'service', name: 'users' },
  ) => {
    const response = await fetch(new URL('/operations/judge', town.gateway.internalUrl), {
      method: 'POST',
      headers:
        viewer === null
          ? {}
          : { [identityHeader]: await signIdentity(identitySecret, 'gateway', viewer) },
      body,
    });
    return { status: response.status, body: z.unknown().parse(await response.json()) };
  };
  const text = 'query A { person { email } }';
  const asked = (audience: string) =>
    JSON.stringify({
      audience,
      scopes: ['READ'],
      operations: [{ name: 'A', kind: 'QUERY', text }],
    });

  it('judges operations for their audience', async () => {
    expect(await knock(asked('mobile'))).toMatchObject({
      status: 200,
      body: { judgements: [{ problems: [] }] },
    });
    expect(await knock(asked('partner'))).toEqual({
      status: 200,
      body: {
        judgements: [
          {
            cost: null,
            problems: [
              {
                code: 'INVALID_DOCUMENT',
                message: 'Cannot query field "email" on type "Person".',
              },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['nobody', null],
    [
      'a member',
      {
        kind: 'member',
        id: 'usr_1',
        roles: ['ADMIN'],
        scopes: ['admin'],
        authSessionId: 'ase_1',
        authTime: 0,
      },
    ],
    ['a partner', partner],
  ] as const)('is closed to %s', async (_who, viewer) => {
    expect((await knock(asked('mobile'), viewer)).status).toBe(401);
  });

  it.each([
    ['text', 'x'],
    ['nothing', ''],
    ['null', 'null'],
    ['another audience', asked('admin')],
    ['a scope that there is not', asked('mobile').replace('READ', 'admin')],
    ['an operator', JSON.stringify({ audience: { $gt: '' } })],
    ['five megabytes', 'x'.repeat(5 * 1024 * 1024)],
  ])('takes no %s', async (_what, body) => {
    expect((await knock(body)).status).toBe(400);
  });
});
