import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '@skillswap/kit/id';
import { aMember, createManualClock } from '@skillswap/kit/test/testkit';
import { anonymous, type Member, type Viewer } from '@skillswap/kit/viewer';
import { startTown, type Town } from './start-town.ts';

const clock = createManualClock(new Date());
let town: Town;
let admin: Member;
beforeAll(async () => {
  town = await startTown(clock);
  admin = await town.admin();
});
afterAll(() => town[Symbol.asyncDispose]());

const partnerFields = `id slug name state scopes quota { requestsPerMinute requestsPerDay costPerMinute }
  keys { id prefix state revokedAt lastUsedAt }`;
const create = `mutation ($input: CreatePartnerInput!) {
  createPartner(input: $input) { partner { ${partnerFields} } userErrors { code path } }
}`;
const update = `mutation ($input: UpdatePartnerInput!) {
  updatePartner(input: $input) { partner { ${partnerFields} } userErrors { code path } }
}`;
const createKey = `mutation ($input: CreatePartnerKeyInput!) {
  createPartnerKey(input: $input) { key { id prefix state } secret userErrors { code path } }
}`;
const revokeKey = `mutation ($keyId: ID!) {
  revokePartnerKey(input: { keyId: $keyId }) { key { id state } userErrors { code path } }
}`;
const read = `query ($id: ID!) { partner(id: $id) { ${partnerFields} } }`;

const partnerShape = z.object({
  id: z.string(),
  keys: z.array(z.object({ id: z.string(), state: z.string(), lastUsedAt: z.string().nullable() })),
});
const aSlug = () => `p-${randomBytes(5).toString('hex')}`;

async function aPartner(over: Readonly<Record<string, unknown>> = {}) {
  const input = { slug: aSlug(), name: 'Acme', ...over };
  const { data } = await town.as(admin).execute(create, { input });
  return partnerShape.parse(
    z.object({ partner: z.unknown() }).parse(data?.['createPartner']).partner,
  );
}

const keyShape = z.object({
  key: z.object({ id: z.string(), prefix: z.string() }).nullable(),
  secret: z.string().nullable(),
  userErrors: z.array(z.object({ code: z.string() })),
});

async function makeKey(partnerId: string, over: Readonly<Record<string, unknown>> = {}) {
  const input = { partnerId, ...over };
  const { data } = await town.as(admin).execute(createKey, { input });
  return keyShape.parse(data?.['createPartnerKey']);
}

const registryShape = z.object({
  internalRegistry: z
    .object({
      version: z.number(),
      partners: z.array(
        z.object({
          id: z.string(),
          scopes: z.array(z.string()),
          quota: z.object({ requestsPerMinute: z.number() }),
          keys: z.array(z.object({ id: z.string(), hash: z.string(), expiresAt: z.string() })),
        }),
      ),
    })
    .nullable(),
});

async function registry(knownVersion: number | null = null) {
  const answer = await town.as({ kind: 'service', name: 'gateway' }).execute(
    `query ($knownVersion: Int) { internalRegistry(knownVersion: $knownVersion) {
      version partners { id scopes quota { requestsPerMinute } keys { id hash expiresAt } }
    } }`,
    { knownVersion },
  );
  return registryShape.parse(answer.data).internalRegistry;
}

const inRegistry = async (partnerId: string) =>
  (await registry())?.partners.find(({ id }) => id === partnerId);

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

describe('a partner', () => {
  it('is made by an administrator with the usual scopes and quota', async () => {
    const input = { slug: aSlug(), name: '  Acme  Learning ' };
    const { data, errors } = await town.as(admin).execute(create, { input });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      createPartner: {
        partner: {
          slug: input.slug,
          name: 'Acme  Learning',
          state: 'ACTIVE',
          scopes: ['READ'],
          quota: { requestsPerMinute: 600, requestsPerDay: 100_000, costPerMinute: 3_000 },
          keys: [],
        },
        userErrors: [],
      },
    });
  });

  it.each([
    ['a slug with capitals', { slug: 'Acme' }, 'INVALID_SLUG', ['slug']],
    ['a slug with a NUL', { slug: 'ac\u0000me' }, 'INVALID_SLUG', ['slug']],
    ['an endless slug', { slug: 'a'.repeat(41) }, 'INVALID_SLUG', ['slug']],
    ['no name', { name: ' ' }, 'EMPTY', ['name']],
    ['an endless name', { name: 'x'.repeat(1_000_000) }, 'TOO_LONG', ['name']],
    ['a name with a NUL', { name: 'a\u0000' }, 'INVALID_TEXT', ['name']],
    [
      'no requests at all',
      { quota: { requestsPerMinute: 0, requestsPerDay: 1, costPerMinute: 1_000 } },
      'INVALID_QUOTA',
      ['quota', 'requestsPerMinute'],
    ],
    [
      'more than a quota may be',
      { quota: { requestsPerMinute: 1, requestsPerDay: 100_000_001, costPerMinute: 1_000 } },
      'INVALID_QUOTA',
      ['quota', 'requestsPerDay'],
    ],
    [
      'less than one operation may cost',
      { quota: { requestsPerMinute: 1, requestsPerDay: 1, costPerMinute: 999 } },
      'INVALID_QUOTA',
      ['quota', 'costPerMinute'],
    ],
  ])('is not made with %s', async (_what, over, code, path) => {
    const input = { slug: aSlug(), name: 'Acme', ...over };
    const { data } = await town.as(admin).execute(create, { input });
    expect(data).toMatchObject({ createPartner: { partner: null, userErrors: [{ code, path }] } });
  });

  it('has a short name that no other has, however many ask at once', async () => {
    const input = { slug: aSlug(), name: 'Acme' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => town.as(admin).execute(create, { input })),
    );
    const made = answers.filter(({ data }) => JSON.stringify(data).includes('"userErrors":[]'));
    expect(made).toHaveLength(1);
    expect(JSON.stringify(answers)).toContain('SLUG_TAKEN');
  });

  it('is changed in what is given and stays in the rest', async () => {
    const { id } = await aPartner();
    const quota = { requestsPerMinute: 5, requestsPerDay: 50, costPerMinute: 1_000 };
    await town.as(admin).execute(update, { input: { partnerId: id, quota } });
    await town.as(admin).execute(update, { input: { partnerId: id, name: 'Acme 2' } });
    await town.as(admin).execute(update, { input: { partnerId: id, scopes: [] } });
    await town.as(admin).execute(update, { input: { partnerId: id } });
    const { data } = await town.as(admin).execute(read, { id });
    expect(data).toMatchObject({ partner: { name: 'Acme 2', scopes: [], quota } });
  });

  it('is not changed when there is none', async () => {
    const input = { partnerId: newId('ptn'), name: 'Nobody' };
    expect((await town.as(admin).execute(update, { input })).data).toMatchObject({
      updatePartner: { partner: null, userErrors: [{ code: 'NOT_FOUND', path: ['partnerId'] }] },
    });
  });

  it.each(others)('is neither made nor changed nor read by %s', async (_who, viewer, code) => {
    const { id } = await aPartner();
    const refused = { data: null, errors: [{ extensions: { code } }] };
    const stranger = town.as(viewer());
    const slug = aSlug();
    expect(await stranger.execute(create, { input: { slug, name: 'x' } })).toMatchObject(refused);
    expect(
      await stranger.execute(update, { input: { partnerId: id, suspended: true } }),
    ).toMatchObject(refused);
    expect(await stranger.execute(createKey, { input: { partnerId: id } })).toMatchObject(refused);
    const readAnswer = await stranger.execute(read, { id });
    expect(readAnswer.errors).toMatchObject([{ extensions: { code } }]);
    const list = await stranger.execute('{ partners(first: 1) { edges { node { id } } } }');
    expect(list).toMatchObject(refused);
    const { data } = await town.as(admin).execute(read, { id });
    expect(data).toMatchObject({ partner: { state: 'ACTIVE', keys: [] } });
    expect(JSON.stringify(await registry())).not.toContain(slug);
  });

  it('is not made by an administrator whose log-in has ended', async () => {
    const gone = await town.admin();
    await town.as(gone).execute('mutation { logOut(input: {}) { userErrors { code } } }');
    const answer = await town.as(gone).execute(create, { input: { slug: aSlug(), name: 'x' } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is in the list by short name, page by page', async () => {
    await Promise.all([aPartner(), aPartner(), aPartner()]);
    const pageShape = z.object({
      partners: z.object({
        edges: z.array(z.object({ node: z.object({ slug: z.string() }) })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    });
    const slugs: string[] = [];
    let after: string | null = null;
    do {
      const answer = await town.as(admin).execute(
        `query ($after: String) { partners(first: 2, after: $after) {
          edges { node { slug } } pageInfo { hasNextPage endCursor }
        } }`,
        { after },
      );
      const { edges, pageInfo } = pageShape.parse(answer.data).partners;
      slugs.push(...edges.map(({ node }) => node.slug));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(slugs).toEqual([...slugs].sort());
    expect(slugs).toHaveLength(await town.runtime.store.db.collection('partners').countDocuments());
  });
});

describe('an API key', () => {
  it('is answered once and stored as a digest', async () => {
    const { id } = await aPartner();
    const { key, secret } = await makeKey(id);
    expect(secret).toMatch(/^pk_[0-9a-z]{8}_[\w-]{43}$/);
    expect(secret?.startsWith(`${key?.prefix ?? 'none'}_`)).toBe(true);
    const everything = await Promise.all(
      (await town.runtime.store.db.collections()).map((one) => one.find().toArray()),
    );
    const stored = JSON.stringify(everything);
    expect(stored).not.toContain(secret);
    const hash = createHash('sha256')
      .update(secret ?? '')
      .digest('base64url');
    expect(stored).toContain(hash);
    const { data } = await town.as(admin).execute(read, { id });
    expect(data).toMatchObject({ partner: { keys: [{ id: key?.id, state: 'LIVE' }] } });
    expect(JSON.stringify(data)).not.toContain(hash);
    expect((await inRegistry(id))?.keys).toMatchObject([{ id: key?.id, hash }]);
  });

  it('needs a log-in of the last ten minutes', async () => {
    const { id } = await aPartner();
    const stale = { ...admin, authTime: Math.floor(clock.now().getTime() / 1000) - 601 };
    const answer = await town.as(stale).execute(createKey, { input: { partnerId: id } });
    expect(answer.data).toEqual({
      createPartnerKey: {
        key: null,
        secret: null,
        userErrors: [{ code: 'STEP_UP_REQUIRED', path: [] }],
      },
    });
    expect((await inRegistry(id))?.keys).toEqual([]);
  });

  it('is one of at most two that live, however many are asked for at once', async () => {
    const { id } = await aPartner();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeKey(id)));
    expect(made.filter(({ secret }) => secret !== null)).toHaveLength(2);
    expect((await inRegistry(id))?.keys).toHaveLength(2);
  });

  it('makes room for another when it is revoked or its time is over', async () => {
    const { id } = await aPartner();
    const soon = new Date(clock.now().getTime() + 60_000).toISOString();
    const first = await makeKey(id, { expiresAt: soon });
    const second = await makeKey(id);
    expect((await makeKey(id)).userErrors).toEqual([{ code: 'TOO_MANY_KEYS' }]);
    await town.as(admin).execute(revokeKey, { keyId: second.key?.id });
    expect((await makeKey(id)).userErrors).toEqual([]);
    clock.advance(61_000);
    expect((await makeKey(id)).userErrors).toEqual([]);
    const { data } = await town.as(admin).execute(read, { id });
    const { keys } = partnerShape.parse(data?.['partner']);
    expect(keys.map(({ state }) => state).sort()).toEqual(['EXPIRED', 'LIVE', 'LIVE', 'REVOKED']);
    const live = (await inRegistry(id))?.keys.map((key) => key.id);
    expect(live).not.toContain(first.key?.id);
    expect(live).not.toContain(second.key?.id);
  });

  it('is revoked once, and leaves the registry at once', async () => {
    const { id } = await aPartner();
    const { key } = await makeKey(id);
    const before = await registry();
    const revoked = await town.as(admin).execute(revokeKey, { keyId: key?.id });
    expect(revoked.data).toEqual({
      revokePartnerKey: { key: { id: key?.id, state: 'REVOKED' }, userErrors: [] },
    });
    expect((await registry(before?.version))?.partners.find((one) => one.id === id)?.keys).toEqual(
      [],
    );
    const again = await town.as(admin).execute(revokeKey, { keyId: key?.id });
    expect(again.data).toMatchObject({
      revokePartnerKey: { userErrors: [{ code: 'ALREADY_REVOKED', path: ['keyId'] }] },
    });
    const unknown = await town.as(admin).execute(revokeKey, { keyId: newId('pky') });
    expect(unknown.data).toMatchObject({
      revokePartnerKey: { userErrors: [{ code: 'NOT_FOUND', path: ['keyId'] }] },
    });
  });

  it.each(others)('is not revoked by %s', async (_who, viewer, code) => {
    const { id } = await aPartner();
    const { key } = await makeKey(id);
    const answer = await town.as(viewer()).execute(revokeKey, { keyId: key?.id });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    expect((await inRegistry(id))?.keys).toHaveLength(1);
  });

  it.each([
    ['in the past', () => -1_000],
    ['now', () => 0],
    ['more than two years away', () => 2 * 365 * 86_400_000 + 1_000],
  ])('does not end %s', async (_when, milliseconds) => {
    const { id } = await aPartner();
    const expiresAt = new Date(clock.now().getTime() + milliseconds()).toISOString();
    expect((await makeKey(id, { expiresAt })).userErrors).toEqual([{ code: 'INVALID_EXPIRY' }]);
  });

  it('is made for a partner only', async () => {
    expect((await makeKey(newId('ptn'))).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect((await makeKey('usr_1\u0000')).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  });

  it('shows when it was used last', async () => {
    const { id } = await aPartner();
    const { key } = await makeKey(id);
    const service = town.as({ kind: 'service', name: 'gateway' });
    const record = (lastUsedAt: string) =>
      service.execute('mutation ($uses: [InternalUse!]!) { internalRecordUses(uses: $uses) }', {
        uses: [{ id: key?.id, count: 3, lastUsedAt }],
      });
    await record('2031-01-02T00:00:00.000Z');
    await record('2031-01-01T00:00:00.000Z');
    const { data } = await town.as(admin).execute(read, { id });
    expect(partnerShape.parse(data?.['partner']).keys[0]?.lastUsedAt).toBe(
      '2031-01-02T00:00:00.000Z',
    );
  });
});

describe('the registry', () => {
  it('has no suspended partner, and has them again afterwards', async () => {
    const { id } = await aPartner();
    await makeKey(id);
    await town.as(admin).execute(update, { input: { partnerId: id, suspended: true } });
    expect(await inRegistry(id)).toBeUndefined();
    await town.as(admin).execute(update, { input: { partnerId: id, suspended: false } });
    expect((await inRegistry(id))?.keys).toHaveLength(1);
  });

  it('is told again only when it has changed', async () => {
    await aPartner();
    const known = await registry();
    expect(await registry(known?.version)).toBeNull();
    await aPartner();
    expect(await registry(known?.version)).not.toBeNull();
  });

  it.each([...others, ['an administrator', () => admin, 'FORBIDDEN'] as const])(
    'is not for %s',
    async (_who, viewer) => {
      const secretly = town.as(viewer());
      const answer = await secretly.execute('{ internalRegistry { version } }');
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(answer.data?.['internalRegistry'] ?? null).toBeNull();
      const written = await secretly.execute('mutation { internalRecordUses(uses: []) }');
      expect(written).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    },
  );
});
