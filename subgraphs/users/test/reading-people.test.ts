import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '@skillswap/kit/connection';
import { newId } from '@skillswap/kit/id';
import { aMember, anAdmin, recordCommands, type Answer } from '@skillswap/kit/test/testkit';
import { anonymous } from '@skillswap/kit/viewer';
import type { Viewer } from '@skillswap/kit/viewer';
import { startTown, type Person, type Town } from './start-town.ts';

let town: Town;
let ada: Person;
beforeAll(async () => {
  town = await startTown();
  ada = await town.join();
});
afterAll(() => town[Symbol.asyncDispose]());

const connection =
  'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const everyField = `__typename id displayName bio photoUrl languages timeZone idVerified createdAt
  location { label latitude longitude } presence { online lastSeenAt } homePoint { latitude longitude } email emailVerified roles state
  preferredLanguage contactableBy privacy { bio photo languages location presence } theme totpEnabled viewerHasBlocked
  hasPassword identityLinks { id provider email createdAt lastUsedAt }
  authSessions(first: 1) { edges { cursor node { id deviceName createdAt lastUsedAt current } } pageInfo {
    hasNextPage hasPreviousPage startCursor endCursor } }
  blockedUsers(first: 1) { ${connection} }`;

const read = (viewer: Viewer, id: string): Promise<Answer> =>
  town.as(viewer).execute(`query ($id: ID!) { user(id: $id) { ${everyField} } }`, { id });

const unauthorized = (answer: Answer) =>
  answer.errors
    .filter(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE')
    .map(({ path }) => path?.at(-1));

const publicFields = {
  displayName: 'Ada',
  bio: null,
  photoUrl: null,
  languages: ['en'],
  timeZone: 'Europe/Paris',
  location: null,
  idVerified: false,
};

describe('a person', () => {
  it('reads every field of their own', async () => {
    const answer = await read(ada.viewer, ada.id);
    expect(answer).toMatchObject({
      errors: [],
      data: {
        user: {
          ...publicFields,
          email: ada.email,
          emailVerified: true,
          roles: ['LEARNER', 'TEACHER'],
          state: 'ACTIVE',
          preferredLanguage: 'en',
          contactableBy: 'EVERYONE',
          privacy: { bio: 'EVERYONE', location: 'EVERYONE' },
          theme: 'SYSTEM',
          totpEnabled: false,
          viewerHasBlocked: false,
          hasPassword: true,
          identityLinks: [],
          authSessions: { edges: [{ node: { deviceName: 'Phone', current: true } }] },
          blockedUsers: { edges: [] },
        },
      },
    });
  });

  const selfOrAdmin = ['email', 'emailVerified', 'roles', 'state'];
  const self = [
    'preferredLanguage',
    'contactableBy',
    'privacy',
    'theme',
    'totpEnabled',
    'hasPassword',
    'identityLinks',
    'authSessions',
    'blockedUsers',
  ];
  it.each([
    ['anonymous', () => anonymous, [...selfOrAdmin, ...self]],
    ['a stranger', () => aMember(), [...selfOrAdmin, ...self]],
    [
      'a partner',
      () => ({ kind: 'partner', id: 'acme', scopes: [] }) as const,
      [...selfOrAdmin, ...self],
    ],
    ['support', () => aMember({ scopes: ['support'] }), [...selfOrAdmin, ...self]],
    ['an admin', () => anAdmin(), self],
  ])(
    'shows %s the public profile and refuses the rest by a code',
    async (_who, viewer, refused) => {
      const answer = await read(viewer(), ada.id);
      expect(answer.data).toMatchObject({ user: { ...publicFields, homePoint: null } });
      expect(new Set(unauthorized(answer))).toEqual(new Set(refused));
      const user = Object.entries(answer.data?.['user'] ?? {});
      for (const field of refused) expect(user).toContainEqual([field, null]);
    },
  );

  it('is nobody to others when suspended or banned, and somebody to staff', async () => {
    for (const state of ['SUSPENDED', 'BANNED']) {
      const bob = await town.join();
      const admin = await town.admin();
      await town.as(admin).execute(
        `mutation ($id: ID!, $state: AccountState!) {
          setAccountState(input: { userId: $id, state: $state }) { user { state } userErrors { code } }
        }`,
        { id: bob.id, state },
      );
      for (const viewer of [anonymous, aMember()]) {
        expect(await read(viewer, bob.id)).toEqual(await read(viewer, newId('usr')));
      }
      expect((await read(admin, bob.id)).data).toMatchObject({ user: { state } });
    }
  });

  it('is null for ids of nobody, of another type, and for text', async () => {
    for (const id of [newId('usr'), newId('ses'), '', '{"$ne":1}']) {
      expect(await read(aMember(), id)).toMatchObject({ data: { user: null }, errors: [] });
    }
  });

  it('is nobody as viewer when nobody is logged in', async () => {
    expect(await town.nobody.execute('{ viewer { id } }')).toMatchObject({
      data: { viewer: null },
      errors: [],
    });
  });
});

describe('reading many people', () => {
  it('costs as many store queries for ten as for one', async () => {
    const people: Person[] = [];
    for (let count = 0; count < 10; count += 1) people.push(await town.join());
    const ids = people.map(({ id }) => id);
    const count = async (some: readonly string[]) => {
      const commands = await recordCommands(
        town.runtime.store.client,
        ['users', 'blocks'],
        async () => {
          const answer = await town.as(ada.viewer).execute(
            `query ($representations: [_Any!]!) {
              _entities(representations: $representations) {
                ... on User { id displayName viewerHasBlocked }
              }
            }`,
            { representations: some.map((id) => ({ __typename: 'User', id })) },
          );
          expect(answer.data).toMatchObject({ _entities: some.map((id) => ({ id })) });
        },
      );
      return commands.map(
        ({ commandName, command }) => `${commandName} ${String(command['find'])}`,
      );
    };
    expect(await count(ids)).toEqual(await count(ids.slice(0, 1)));
    expect(await count(ids)).toHaveLength(2);
  });
});

describe('paging arguments', () => {
  it.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['first: 10, after: "nonsense"', 'after'],
    [`first: 10, after: "${encodeCursor('blockedUsers', [1, 'usr_'])}"`, 'after'],
    [`first: 10, after: "${encodeCursor('authSessions', ['soon', 'ase_'])}"`, 'after'],
    [`first: 10, after: "${encodeCursor('authSessions', [1e300, 'ase_'])}"`, 'after'],
  ])('are refused when they are wrong: %s', async (paging, argument) => {
    const answer = await town
      .as(ada.viewer)
      .execute(`{ viewer { authSessions(${paging}) { edges { cursor } } } }`);
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argumentPath: [argument] } },
    ]);
  });
});

describe('what other subgraphs ask', () => {
  const people = `query ($ids: [ID!]!) {
    internalPeople(ids: $ids) {
      id state displayName email preferredLanguage timeZone contactableBy
    }
  }`;

  it('is answered for those who exist', async () => {
    const answer = await town
      .as({ kind: 'service', name: 'sessions' })
      .execute(people, { ids: [ada.id, newId('usr')] });
    expect(answer).toMatchObject({
      errors: [],
      data: {
        internalPeople: [
          {
            id: ada.id,
            state: 'ACTIVE',
            displayName: 'Ada',
            email: ada.email,
            preferredLanguage: 'en',
            timeZone: 'Europe/Paris',
            contactableBy: 'EVERYONE',
          },
        ],
      },
    });
  });

  it.each([
    ['anonymous', () => anonymous],
    ['the person', () => ada.viewer],
    ['an admin', () => anAdmin()],
  ])('is refused to %s', async (_who, viewer) => {
    const answer = await town.as(viewer()).execute(people, { ids: [ada.id] });
    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('is refused for more than a thousand ids', async () => {
    const ids = Array.from({ length: 1_001 }, () => 'usr_');
    const answer = await town.as({ kind: 'service', name: 'chat' }).execute(people, { ids });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
