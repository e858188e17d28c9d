import { newId } from '@skillswap/kit/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { startTown, toPerson, type Person, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

/** A person on a phone and on a laptop. */
const onTwoDevices = async () => {
  const phone = await town.join();
  const laptop = toPerson((await town.logIn(phone.email)).data?.['logIn']);
  return { phone, laptop };
};

const rename = (viewer: Viewer, authSessionId: string, deviceName: string | null) =>
  town.as(viewer).execute(
    `mutation ($input: RenameAuthSessionInput!) {
      renameAuthSession(input: $input) {
        authSession { id deviceName current } userErrors { code path }
      }
    }`,
    { input: { authSessionId, deviceName } },
  );

const revoke = (viewer: Viewer, authSessionId: string) =>
  town.as(viewer).execute(
    `mutation ($authSessionId: ID!) {
      revokeAuthSession(input: { authSessionId: $authSessionId }) { userErrors { code path } }
    }`,
    { authSessionId },
  );

const deviceNames = async ({ viewer }: Pick<Person, 'viewer'>) =>
  (
    await town
      .as(viewer)
      .execute('{ viewer { authSessions(first: 10) { edges { node { deviceName } } } } }')
  ).data;

const named = (...names: readonly (string | null)[]) => ({
  viewer: { authSessions: { edges: names.map((deviceName) => ({ node: { deviceName } })) } },
});

const text = (answer: { readonly data: unknown }) => JSON.stringify(answer.data);
const unauthenticated = { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('a device', () => {
  it('gets another name, or none', async () => {
    const { phone, laptop } = await onTwoDevices();
    const { authSessionId } = phone.viewer;
    expect(await rename(laptop.viewer, authSessionId, ' Ada’s phone ')).toMatchObject({
      errors: [],
      data: {
        renameAuthSession: {
          authSession: { id: authSessionId, deviceName: 'Ada’s phone', current: false },
          userErrors: [],
        },
      },
    });
    expect(await deviceNames(laptop)).toEqual(named('Laptop', 'Ada’s phone'));
    await rename(laptop.viewer, authSessionId, null);
    expect(await deviceNames(laptop)).toEqual(named('Laptop', null));
  });

  it.each([
    ['x'.repeat(101), 'TOO_LONG'],
    ['a\u0007b', 'INVALID_TEXT'],
  ])('keeps its name when the new one is refused', async (name, code) => {
    const { viewer } = await town.join();
    expect((await rename(viewer, viewer.authSessionId, name)).data).toEqual({
      renameAuthSession: { authSession: null, userErrors: [{ code, path: ['deviceName'] }] },
    });
    expect(await deviceNames({ viewer })).toEqual(named('Phone'));
  });

  it('is logged out from another one', async () => {
    const { phone, laptop } = await onTwoDevices();
    expect(text(await revoke(laptop.viewer, phone.viewer.authSessionId))).toContain('[]');
    expect(text(await town.refresh(phone.refreshToken))).toContain('INVALID_REFRESH_TOKEN');
    expect(text(await town.refresh(laptop.refreshToken))).toContain('accessToken');
    expect(await deviceNames(laptop)).toEqual(named('Laptop'));
    expect(await town.events('user.authSessionRevoked', phone.id, 1)).toEqual([
      { userId: phone.id, authSessionId: phone.viewer.authSessionId },
    ]);
  });

  it('logs itself out when it names itself', async () => {
    const { viewer, refreshToken } = await town.join();
    expect(text(await revoke(viewer, viewer.authSessionId))).toContain('[]');
    expect(text(await town.refresh(refreshToken))).toContain('INVALID_REFRESH_TOKEN');
  });

  it('of somebody else looks like none', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    for (const id of [bob.viewer.authSessionId, newId('ase'), bob.id, '{"$ne":null}', '']) {
      expect((await revoke(ada.viewer, id)).data).toEqual({
        revokeAuthSession: { userErrors: [{ code: 'NOT_FOUND', path: ['authSessionId'] }] },
      });
      expect((await rename(ada.viewer, id, 'mine')).data).toEqual({
        renameAuthSession: {
          authSession: null,
          userErrors: [{ code: 'NOT_FOUND', path: ['authSessionId'] }],
        },
      });
    }
    expect(await deviceNames(bob)).toEqual(named('Phone'));
    expect(text(await town.refresh(bob.refreshToken))).toContain('accessToken');
  });
});

describe('logging out on all other devices', () => {
  it('keeps this one', async () => {
    const { phone, laptop } = await onTwoDevices();
    const answer = await town
      .as(laptop.viewer)
      .execute('mutation { logOut(input: { others: true }) { userErrors { code } } }');
    expect(answer).toMatchObject({ errors: [], data: { logOut: { userErrors: [] } } });
    expect(text(await town.refresh(phone.refreshToken))).toContain('INVALID_REFRESH_TOKEN');
    expect(text(await town.refresh(laptop.refreshToken))).toContain('accessToken');
  });
});

describe('an access token whose log-in has ended', () => {
  const sensitive = (otherId: string): readonly string[] => [
    'logOut(input: { others: true }) { userErrors { code } }',
    `revokeAuthSession(input: { authSessionId: "${otherId}" }) { userErrors { code } }`,
    `renameAuthSession(input: { authSessionId: "${otherId}" }) { userErrors { code } }`,
    'changeEmail(input: { newEmail: "intruder@example.org" }) { userErrors { code } }',
  ];

  it('is refused what an intruder would do', async () => {
    const { phone, laptop } = await onTwoDevices();
    await revoke(laptop.viewer, phone.viewer.authSessionId);
    for (const field of sensitive(laptop.viewer.authSessionId)) {
      expect(await town.as(phone.viewer).execute(`mutation { ${field} }`)).toMatchObject(
        unauthenticated,
      );
    }
    expect(await deviceNames(laptop)).toEqual(named('Laptop'));
    expect(text(await town.refresh(laptop.refreshToken))).toContain('accessToken');
  });

  it('is refused what an administrator does', async () => {
    const [admin, bob] = [await town.admin(), await town.join()];
    await town.as(admin).execute('mutation { logOut(input: {}) { userErrors { code } } }');
    for (const field of [
      `setRoles(input: { userId: "${bob.id}", roles: [ADMIN] }) { userErrors { code } }`,
      `setAccountState(input: { userId: "${bob.id}", state: BANNED }) { userErrors { code } }`,
    ]) {
      expect(await town.as(admin).execute(`mutation { ${field} }`)).toMatchObject(unauthenticated);
    }
    const read = await town.as(bob.viewer).execute('{ viewer { roles state } }');
    expect(read.data).toEqual({ viewer: { roles: ['LEARNER', 'TEACHER'], state: 'ACTIVE' } });
  });

  it('of somebody else is refused too, and so is none', async () => {
    const { viewer } = await town.join();
    const foreign = aMember({ authSessionId: viewer.authSessionId });
    for (const other of [anonymous, foreign]) {
      expect(await revoke(other, viewer.authSessionId)).toMatchObject(unauthenticated);
    }
    expect(await deviceNames({ viewer })).toEqual(named('Phone'));
  });

  it('changes nothing when its log-in ends at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { phone, laptop } = await onTwoDevices();
      // Each ends the other: one of the two comes first, and the other one is refused.
      const answers = await Promise.all([
        revoke(phone.viewer, laptop.viewer.authSessionId),
        revoke(laptop.viewer, phone.viewer.authSessionId),
      ]);
      const refused = answers.filter(({ errors }) => errors.length > 0);
      expect(refused).toHaveLength(1);
    }
  });
});
