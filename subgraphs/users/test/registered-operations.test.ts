import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serviceUnavailable } from '@skillswap/kit/errors';
import { newId } from '@skillswap/kit/id';
import { aMember } from '@skillswap/kit/test/testkit';
import { anonymous, type Member, type Viewer } from '@skillswap/kit/viewer';
import type { JudgeOperations } from '../src/judge-operations.ts';
import { startTown, type Town } from './start-town.ts';

let town: Town;
let admin: Member;
beforeAll(async () => {
  town = await startTown();
  admin = await town.admin();
});
afterAll(() => town[Symbol.asyncDispose]());

const publish = `mutation ($input: PublishOperationsInput!) {
  publishOperations(input: $input) { addedCount knownCount userErrors { code message path } }
}`;
const list = `query ($partnerId: ID, $app: String, $state: OperationState, $first: Int!, $after: String) {
  registeredOperations(partnerId: $partnerId, app: $app, state: $state, first: $first, after: $after) {
    edges { node {
      id documentId name kind text state cost app partner { id } lastUsedAt useCount
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const move = (verb: string) => `mutation ($id: ID!) {
  ${verb}Operation(input: { operationId: $id }) {
    operation { id state deprecatedAt retiredAt } userErrors { code path }
  }
}`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const anOperation = (name = `Op${randomBytes(5).toString('hex')}`) => {
  const body = `query ${name} { plans { code } }`;
  return { id: sha256(body), name, type: 'query', body };
};
const manifestOf = (...operations: readonly unknown[]) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
const anApp = () => `app-${randomBytes(5).toString('hex')}`;

async function aPartner(): Promise<string> {
  const slug = `p-${randomBytes(5).toString('hex')}`;
  const { data } = await town
    .as(admin)
    .execute(
      'mutation ($slug: String!) { createPartner(input: { slug: $slug, name: "P" }) { partner { id } } }',
      { slug },
    );
  return z.object({ partner: z.object({ id: z.string() }) }).parse(data?.['createPartner']).partner
    .id;
}

const payload = z.object({
  addedCount: z.number().nullable(),
  knownCount: z.number().nullable(),
  userErrors: z.array(
    z.object({ code: z.string(), message: z.string(), path: z.array(z.string()) }),
  ),
});

async function publishFor(client: Readonly<Record<string, unknown>>, manifest: string) {
  const { data, errors } = await town
    .as(admin)
    .execute(publish, { input: { ...client, manifest } });
  expect(errors).toEqual([]);
  return payload.parse(data?.['publishOperations']);
}

const pageShape = z.object({
  edges: z.array(z.object({ node: z.looseObject({ id: z.string(), name: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

async function operationsOf(variables: Readonly<Record<string, unknown>>) {
  const { data } = await town.as(admin).execute(list, { first: 100, ...variables });
  return pageShape.parse(data?.['registeredOperations']).edges.map(({ node }) => node);
}

async function judgedBy<Result>(judge: JudgeOperations, work: () => Promise<Result>) {
  const usual = town.gateway.judge;
  town.gateway.judge = judge;
  try {
    return await work();
  } finally {
    town.gateway.judge = usual;
  }
}

const others: readonly (readonly [string, () => Viewer, string])[] = [
  ['anonymous', () => anonymous, 'UNAUTHENTICATED'],
  ['a member', () => aMember(), 'FORBIDDEN'],
  ['a moderator', () => aMember({ roles: ['MODERATOR'], scopes: ['moderation'] }), 'FORBIDDEN'],
  [
    'a partner',
    () => ({ kind: 'partner', id: newId('ptn'), scopes: ['partner:read'] }),
    'UNAUTHENTICATED',
  ],
];

describe('a manifest', () => {
  it('is published for a partner, and again without a change', async () => {
    const partnerId = await aPartner();
    const [a, b] = [anOperation(), anOperation()];
    expect(await publishFor({ partnerId }, manifestOf(a))).toMatchObject({
      addedCount: 1,
      knownCount: 0,
      userErrors: [],
    });
    expect(await publishFor({ partnerId }, manifestOf(a, b))).toMatchObject({
      addedCount: 1,
      knownCount: 1,
    });
    const operations = await operationsOf({ partnerId });
    expect(operations.map(({ name }) => name).sort()).toEqual([a.name, b.name].sort());
    expect(operations.find(({ name }) => name === a.name)).toMatchObject({
      documentId: `sha256:${a.id}`,
      kind: 'QUERY',
      text: a.body,
      state: 'ACTIVE',
      cost: 1,
      app: null,
      partner: { id: partnerId },
      lastUsedAt: null,
      useCount: 0,
    });
  });

  it('is published for an app, apart from what partners have', async () => {
    const [app, partnerId, operation] = [anApp(), await aPartner(), anOperation()];
    await publishFor({ app }, manifestOf(operation));
    expect(await operationsOf({ app })).toMatchObject([{ app, partner: null }]);
    expect(await operationsOf({ partnerId })).toEqual([]);
    await publishFor({ partnerId }, manifestOf(operation));
    expect(await operationsOf({ partnerId })).toHaveLength(1);
  });

  it('adds each operation once, however often it is published at once', async () => {
    const [partnerId, manifest] = [await aPartner(), manifestOf(anOperation(), anOperation())];
    const published = await Promise.all(
      Array.from({ length: 8 }, () => publishFor({ partnerId }, manifest)),
    );
    expect(published.reduce((sum, { addedCount }) => sum + (addedCount ?? 0), 0)).toBe(2);
    expect(await operationsOf({ partnerId })).toHaveLength(2);
  });

  it('is judged for its own audience', async () => {
    const asked: unknown[] = [];
    const judge: JudgeOperations = ({ audience, scopes, operations }) => {
      asked.push({ audience, scopes });
      return Promise.resolve(operations.map(() => ({ cost: 7, problems: [] })));
    };
    const [partnerId, app] = [await aPartner(), anApp()];
    await judgedBy(judge, async () => {
      await publishFor({ partnerId }, manifestOf(anOperation()));
      await publishFor({ app }, manifestOf(anOperation()));
    });
    expect(asked).toEqual([
      { audience: 'partner', scopes: ['READ'] },
      { audience: 'mobile', scopes: [] },
    ]);
    expect(await operationsOf({ app })).toMatchObject([{ cost: 7 }]);
  });

  it('is refused whole, with every reason of the gateway', async () => {
    const [partnerId, good, bad] = [await aPartner(), anOperation(), anOperation()];
    const problems = [
      { code: 'INVALID_DOCUMENT' as const, message: 'Cannot query field "x" on type "Query".' },
      { code: 'NOT_ALLOWED' as const, message: 'Partners run queries only.' },
    ];
    const judge: JudgeOperations = ({ operations }) =>
      Promise.resolve(
        operations.map(({ name }) =>
          name === bad.name ? { cost: null, problems } : { cost: 1, problems: [] },
        ),
      );
    const answer = await judgedBy(judge, () => publishFor({ partnerId }, manifestOf(good, bad)));
    expect(answer).toEqual({
      addedCount: null,
      knownCount: null,
      userErrors: problems.map(({ code, message }) => ({
        code,
        message: `Operation 1 (${bad.name}): ${message}`,
        path: ['manifest', 'operations', '1', 'body'],
      })),
    });
    expect(await operationsOf({ partnerId })).toEqual([]);
  });

  it('is not published while the gateway does not judge', async () => {
    const partnerId = await aPartner();
    const input = { partnerId, manifest: manifestOf(anOperation()) };
    const answer = await judgedBy(
      () => Promise.reject(serviceUnavailable()),
      () => town.as(admin).execute(publish, { input }),
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(await operationsOf({ partnerId })).toEqual([]);
  });

  it.each([
    ['that is not JSON', () => 'x', ['NOT_JSON']],
    ['of a megabyte', () => 'x'.repeat(1024 * 1024 + 1), ['TOO_LARGE']],
    ['of another version', () => manifestOf().replace('1', '2'), ['UNSUPPORTED_VERSION']],
    ['with a wrong digest', () => manifestOf({ ...anOperation(), id: sha256('x') }), ['WRONG_ID']],
    [
      'with an id twice and a NUL',
      () => {
        const one = anOperation();
        const body = 'query A { \u0000 }';
        return manifestOf(one, one, { id: sha256(body), name: 'A', type: 'query', body });
      },
      ['DUPLICATE_ID', 'INVALID_TEXT'],
    ],
  ])('%s is refused before the gateway is asked', async (_what, manifest, codes) => {
    const partnerId = await aPartner();
    const answer = await judgedBy(
      () => Promise.reject(new Error('the gateway was asked')),
      () => publishFor({ partnerId }, manifest()),
    );
    expect(answer.userErrors.map(({ code }) => code)).toEqual(codes);
    expect(answer.userErrors[0]?.path[0]).toBe('manifest');
    expect(await operationsOf({ partnerId })).toEqual([]);
  });

  it.each([
    ['nobody', () => ({}), 'INVALID_CLIENT', []],
    ['two clients', () => ({ partnerId: newId('ptn'), app: 'web' }), 'INVALID_CLIENT', []],
    ['an unknown partner', () => ({ partnerId: newId('ptn') }), 'NOT_FOUND', ['partnerId']],
    ['an id of another type', () => ({ partnerId: 'usr_1\u0000' }), 'NOT_FOUND', ['partnerId']],
    ['an app without a name', () => ({ app: '' }), 'INVALID_CLIENT', ['app']],
    ['an app with an operator', () => ({ app: '$gt' }), 'INVALID_CLIENT', ['app']],
  ])('is not published for %s', async (_who, client, code, path) => {
    const answer = await publishFor(client(), manifestOf(anOperation()));
    expect(answer.userErrors).toMatchObject([{ code, path }]);
  });

  it('does not make a client’s list longer than 2,000', async () => {
    const app = anApp();
    const first = Array.from({ length: 1_999 }, () => anOperation());
    await publishFor({ app }, manifestOf(...first));
    const { userErrors } = await publishFor({ app }, manifestOf(anOperation(), anOperation()));
    expect(userErrors).toMatchObject([{ code: 'TOO_MANY', path: ['manifest'] }]);
    expect(await publishFor({ app }, manifestOf(anOperation()))).toMatchObject({ addedCount: 1 });
  });

  it.each(others)(
    'is not published, nor are operations read, by %s',
    async (_who, viewer, code) => {
      const [app, operation] = [anApp(), anOperation()];
      const refused = { data: null, errors: [{ extensions: { code } }] };
      const input = { app, manifest: manifestOf(operation) };
      expect(await town.as(viewer()).execute(publish, { input })).toMatchObject(refused);
      expect(await town.as(viewer()).execute(list, { first: 1 })).toMatchObject(refused);
      expect(await operationsOf({ app })).toEqual([]);
    },
  );
});

describe('a registered operation', () => {
  async function registered() {
    const [app, operation] = [anApp(), anOperation()];
    await publishFor({ app }, manifestOf(operation));
    const [published] = await operationsOf({ app });
    return { id: published?.id ?? '', app, operation };
  }

  const run = async (verb: string, id: string) => {
    const { data } = await town.as(admin).execute(move(verb), { id });
    return data?.[`${verb}Operation`];
  };

  it('is deprecated, retired and reinstated', async () => {
    const { id, app } = await registered();
    expect(await run('deprecate', id)).toMatchObject({
      operation: { state: 'DEPRECATED', retiredAt: null },
      userErrors: [],
    });
    expect(await run('retire', id)).toMatchObject({ operation: { state: 'RETIRED' } });
    expect(await operationsOf({ app, state: 'ACTIVE' })).toEqual([]);
    expect(await operationsOf({ app, state: 'RETIRED' })).toMatchObject([{ id }]);
    expect(await run('reinstate', id)).toMatchObject({
      operation: { state: 'ACTIVE', deprecatedAt: null, retiredAt: null },
    });
  });

  it.each([
    ['deprecate', ['deprecate']],
    ['deprecate', ['retire']],
    ['retire', ['retire']],
    ['reinstate', []],
  ])('does not %s after %j', async (verb, before) => {
    const { id } = await registered();
    for (const earlier of before) await run(earlier, id);
    expect(await run(verb, id)).toMatchObject({
      operation: null,
      userErrors: [{ code: 'INVALID_STATE', path: ['operationId'] }],
    });
  });

  it('is not found under another id', async () => {
    for (const id of [newId('opr'), newId('ptn'), 'x\u0000'])
      expect(await run('retire', id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('is not published again while it is retired', async () => {
    const { id, app, operation } = await registered();
    await run('retire', id);
    const { userErrors } = await publishFor({ app }, manifestOf(anOperation(), operation));
    expect(userErrors).toMatchObject([
      { code: 'RETIRED', path: ['manifest', 'operations', '1', 'id'] },
    ]);
    expect(await operationsOf({ app })).toHaveLength(1);
  });

  it('leaves the registry’s texts when it is retired, and stays known', async () => {
    const { id, operation } = await registered();
    await run('retire', id);
    const { data } = await town
      .as({ kind: 'service', name: 'gateway' })
      .execute('{ internalRegistry { operations { id hash text state app partnerId } } }');
    const { operations } = z
      .object({ operations: z.array(z.looseObject({ id: z.string() })) })
      .parse(data?.['internalRegistry']);
    expect(operations.find((one) => one.id === id)).toMatchObject({
      hash: operation.id,
      text: null,
      state: 'RETIRED',
      partnerId: null,
    });
  });

  it.each(others)('is not moved by %s', async (_who, viewer, code) => {
    const { id, app } = await registered();
    for (const verb of ['deprecate', 'retire', 'reinstate']) {
      const answer = await town.as(viewer()).execute(move(verb), { id });
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    }
    expect(await operationsOf({ app })).toMatchObject([{ state: 'ACTIVE' }]);
  });

  it('shows how often and when it was run', async () => {
    const { id, app } = await registered();
    const record = (count: number, lastUsedAt: string) =>
      town
        .as({ kind: 'service', name: 'gateway' })
        .execute('mutation ($uses: [InternalUse!]!) { internalRecordUses(uses: $uses) }', {
          uses: [{ id, count, lastUsedAt }],
        });
    await Promise.all([
      record(2_000_000_000, '2031-01-01T00:00:00.000Z'),
      record(2_000_000_000, '2031-01-02T00:00:00.000Z'),
    ]);
    expect(await operationsOf({ app })).toMatchObject([
      { useCount: 4_000_000_000, lastUsedAt: '2031-01-02T00:00:00.000Z' },
    ]);
  });

  it('is in the list page by page, the latest first', async () => {
    const app = anApp();
    await publishFor({ app }, manifestOf(...Array.from({ length: 5 }, () => anOperation())));
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await town.as(admin).execute(list, { app, first: 2, after });
      const { edges, pageInfo } = pageShape.parse(data?.['registeredOperations']);
      found.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(found).size).toBe(5);
    const { errors } = await town.as(admin).execute(list, { first: 2, after: 'x' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
