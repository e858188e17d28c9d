import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { readSurface, type RootRule } from '@skillswap/kit/test/surface';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import type { IdentityLink } from '../src/identity.ts';
import { startTown, type Person, type Town } from './start-town.ts';

const surface = readSurface(new URL('../schema.graphql', import.meta.url));
let town: Town;
let ada: Person;
let viewers: Readonly<Record<string, Viewer>>;
const as = (viewer: Viewer) => town.as(viewer);

const change = (viewer: Viewer, mutation: string) =>
  as(viewer).execute(`mutation { ${mutation} { userErrors { code } } }`);

beforeAll(async () => {
  town = await startTown();
  const [person, blocked, blocker] = [await town.join(), await town.join(), await town.join()];
  ada = person;
  await change(ada.viewer, 'updateProfile(input: { bio: "I teach Go." })');
  await change(ada.viewer, 'setLocation(input: { latitude: 45.7, longitude: 4.8 })');
  await change(ada.viewer, 'reportPresence(input: { online: true })');
  const { db } = town.runtime.store;
  await db
    .collection<{ _id: string }>('users')
    .updateOne({ _id: ada.id }, { $set: { photoUrl: 'https://example.org/ada.png' } });
  const now = new Date();
  const link = { provider: 'GOOGLE', subject: ada.id, email: null } as const;
  await db
    .collection<Omit<IdentityLink, 'id'> & { _id: string }>('identityLinks')
    .insertOne({ _id: newId('idl'), userId: ada.id, ...link, createdAt: now, lastUsedAt: now });
  await change(ada.viewer, `blockUser(input: { userId: "${blocked.id}" })`);
  await change(blocker.viewer, `blockUser(input: { userId: "${ada.id}" })`);
  viewers = {
    anonymous,
    partner: { kind: 'partner', id: 'acme', scopes: [] },
    stranger: aMember(),
    blocker: blocker.viewer,
    blocked: blocked.viewer,
    moderator: aMember({ roles: ['MODERATOR'], scopes: ['moderation'] }),
    support: aMember({ roles: ['SUPPORT'], scopes: ['support'] }),
    admin: anAdmin(),
    self: ada.viewer,
  };
});
afterAll(() => town[Symbol.asyncDispose]());

const members = 'stranger blocker moderator support admin self';
const everybody = `anonymous partner ${members}`;

/** Who sees which field of an active person whose privacy is as it is at first. */
const audiences: Readonly<Record<string, string>> = {
  id: everybody,
  displayName: everybody,
  bio: everybody,
  photoUrl: everybody,
  languages: everybody,
  timeZone: everybody,
  location: everybody,
  idVerified: everybody,
  createdAt: everybody,
  presence: 'stranger moderator support admin self',
  viewerHasBlocked: members,
  email: 'admin self',
  emailVerified: 'admin self',
  roles: 'admin self',
  state: 'admin self',
  homePoint: 'self',
  preferredLanguage: 'self',
  contactableBy: 'self',
  privacy: 'self',
  theme: 'self',
  totpEnabled: 'self',
  hasPassword: 'self',
  identityLinks: 'self',
  authSessions: 'self',
  blockedUsers: 'self',
};

describe('every field of a person', () => {
  it('has its audience written down here', () => {
    expect(Object.keys(audiences).sort()).toEqual(surface.fieldsOf('User').sort());
    expect(surface.entities()).toEqual(['User']);
  });

  it('is seen by its audience, and by nobody else', async () => {
    const person = { __typename: 'User', id: ada.id };
    for (const [name, viewer] of Object.entries(viewers)) {
      const expected = Object.keys(audiences).filter((field) =>
        audiences[field]?.split(' ').includes(name),
      );
      const seen = await surface.seenBy(as, viewer, person);
      expect([name, seen?.sort() ?? null]).toEqual([
        name,
        name === 'blocked' ? null : expected.sort(),
      ]);
    }
  });
});

describe('every query and mutation', () => {
  const ruled = (rule: RootRule) =>
    surface.rootFields().filter(({ rules }) => rules.includes(rule));
  const codesFor = async (viewer: Viewer, rule: RootRule) => {
    const codes = new Map<unknown, string[]>();
    for (const { name, operation } of ruled(rule)) {
      const { errors } = await as(viewer).execute(operation);
      const code = errors[0]?.extensions?.['code'];
      codes.set(code, [...(codes.get(code) ?? []), name]);
    }
    return codes;
  };

  it('has one rule', () => {
    for (const { name, rules } of surface.rootFields())
      expect([name, rules.length]).toEqual([name, 1]);
  });

  it('that is not public is refused to nobody in particular, by this subgraph itself', async () => {
    for (const rule of ['authenticated', 'requiresScopes'] as const) {
      const codes = await codesFor(anonymous, rule);
      codes.delete('UNAUTHENTICATED');
      codes.delete('FORBIDDEN');
      expect(codes).toEqual(new Map());
    }
  });

  it.each(['requiresScopes', 'inaccessible'] as const)(
    'that is for some alone (%s) is refused to members',
    async (rule) => {
      const codes = await codesFor(aMember(), rule);
      codes.delete('FORBIDDEN');
      expect(codes).toEqual(new Map());
    },
  );
});
