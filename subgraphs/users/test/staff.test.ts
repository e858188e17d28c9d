import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous } from '@skillswap/kit/viewer';
import { startTown, toPerson, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const setRoles = `mutation ($userId: ID!, $roles: [Role!]!) {
  setRoles(input: { userId: $userId, roles: $roles }) { user { id roles } userErrors { code path } }
}`;
const setState = `mutation ($userId: ID!, $state: AccountState!) {
  setAccountState(input: { userId: $userId, state: $state }) {
    user { id state } userErrors { code path }
  }
}`;

const others = [
  ['anonymous', () => anonymous, 'UNAUTHENTICATED'],
  ['a stranger', () => aMember(), 'FORBIDDEN'],
  ['support', () => aMember({ roles: ['SUPPORT'], scopes: ['support'] }), 'FORBIDDEN'],
] as const;

describe('roles', () => {
  it('are given by an administrator and are in the next tokens', async () => {
    const bob = await town.join();
    const roles = ['FINANCE', 'LEARNER', 'FINANCE'];
    const answer = await town.as(await town.admin()).execute(setRoles, { userId: bob.id, roles });
    expect(answer).toMatchObject({
      errors: [],
      data: { setRoles: { user: { id: bob.id, roles: ['FINANCE', 'LEARNER'] }, userErrors: [] } },
    });
    const refreshed = await town.refresh(bob.refreshToken);
    expect(toPerson(refreshed.data?.['refreshSession']).viewer).toMatchObject({
      roles: ['FINANCE', 'LEARNER'],
      scopes: ['finance'],
    });
    await town.events('user.rolesChanged', bob.id, 1);
  });

  it.each(others)('are not given by %s', async (_who, viewer, code) => {
    const bob = await town.join();
    const variables = { userId: bob.id, roles: ['ADMIN'] };
    const answer = await town.as(viewer()).execute(setRoles, variables);
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    const read = await town.as(bob.viewer).execute('{ viewer { roles } }');
    expect(read.data).toEqual({ viewer: { roles: ['LEARNER', 'TEACHER'] } });
  });

  it('are not given to oneself, nor to nobody', async () => {
    const admin = await town.admin();
    const give = async (userId: string) =>
      (await town.as(admin).execute(setRoles, { userId, roles: [] })).data;
    expect(await give(admin.id)).toMatchObject({
      setRoles: { user: null, userErrors: [{ code: 'CANNOT_CHANGE_YOURSELF', path: ['userId'] }] },
    });
    expect(await give(newId('usr'))).toMatchObject({
      setRoles: { user: null, userErrors: [{ code: 'NOT_FOUND', path: ['userId'] }] },
    });
  });
});

describe('the state of an account', () => {
  it('suspends a person everywhere at once, and is lifted again', async () => {
    const bob = await town.join();
    const admin = town.as(await town.admin());
    await admin.execute(setState, { userId: bob.id, state: 'SUSPENDED' });
    expect((await town.refresh(bob.refreshToken)).data).toMatchObject({
      refreshSession: { auth: null, userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }] },
    });
    const write = await town
      .as(bob.viewer)
      .execute('mutation { updateProfile(input: { bio: "x" }) { user { id } } }');
    expect(write.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    await admin.execute(setState, { userId: bob.id, state: 'ACTIVE' });
    expect((await town.logIn(bob.email)).data).toMatchObject({ logIn: { userErrors: [] } });
    expect(await town.events('user.stateChanged', bob.id, 2)).toEqual([
      { userId: bob.id, version: 2, state: 'SUSPENDED' },
      { userId: bob.id, version: 3, state: 'ACTIVE' },
    ]);
  });

  it.each(others)('is not changed by %s', async (_who, viewer, code) => {
    const bob = await town.join();
    const answer = await town.as(viewer()).execute(setState, { userId: bob.id, state: 'BANNED' });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code } }] });
    const read = await town.as(bob.viewer).execute('{ viewer { state } }');
    expect(read.data).toEqual({ viewer: { state: 'ACTIVE' } });
  });

  it('is not set to DELETED, nor of oneself, nor of nobody', async () => {
    const [admin, bob] = [await town.admin(), await town.join()];
    const set = async (userId: string, state: string) =>
      (await town.as(admin).execute(setState, { userId, state })).data;
    const refused = (code: string) => ({
      setAccountState: { user: null, userErrors: [{ code }] },
    });
    expect(await set(bob.id, 'DELETED')).toMatchObject(refused('INVALID_STATE'));
    expect(await set(admin.id, 'BANNED')).toMatchObject(refused('CANNOT_CHANGE_YOURSELF'));
    expect(await set(newId('usr'), 'BANNED')).toMatchObject(refused('NOT_FOUND'));
  });
});

describe('the list of people', () => {
  const users = `query ($search: String, $first: Int!, $after: String) {
    users(search: $search, first: $first, after: $after) {
      edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }`;
  const page = z.object({
    users: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  });
  const search = async (text: string) => {
    const answer = await town.as(anAdmin()).execute(users, { search: text, first: 10 });
    return page.parse(answer.data).users.edges.map(({ node }) => node.id);
  };

  it('finds people by the beginning of name or address, or by id', async () => {
    const zoe = await town.join({ displayName: 'Zoé (Lyon) *' });
    expect(await search('zoe (l')).toEqual([zoe.id]);
    expect(await search(zoe.email.slice(0, -3).toUpperCase())).toEqual([zoe.id]);
    expect(await search(zoe.id)).toEqual([zoe.id]);
    expect(await search('.*')).toEqual([]);
  });

  it.each(['x'.repeat(1_000_000), 'a\u0000', '\uD800'])(
    'refuses a search that is no text',
    async (text) => {
      const answer = await town.as(anAdmin()).execute(users, { search: text, first: 10 });
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argumentPath: ['search'] } },
      ]);
    },
  );

  it('is complete page by page', async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer = await town
        .as(aMember({ scopes: ['support'] }))
        .execute(users, { first: 3, after });
      const { edges, pageInfo } = page.parse(answer.data).users;
      found.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const stored = await town.runtime.store.db.collection('users').countDocuments();
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(stored);
  });

  it.each([
    ['anonymous', () => anonymous],
    ['a stranger', () => aMember()],
    ['a moderator', () => aMember({ scopes: ['moderation'] })],
  ])('is refused to %s', async (_who, viewer) => {
    const answer = await town.as(viewer()).execute(users, { first: 10 });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
