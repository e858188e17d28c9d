import { createManualClock } from '@skillswap/kit/clock';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTown, toPerson, type Person, type Town } from './start-town.ts';

const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
const realTime = createManualClock(new Date('2026-03-01T12:00:00Z'));
let town: Town;
beforeAll(async () => {
  town = await startTown(clock, { realTime });
});
afterAll(() => town[Symbol.asyncDispose]());

const gateway = { kind: 'service', name: 'gateway' } as const;
const told = z.object({
  internalRevocations: z.object({
    asOf: z.string(),
    authSessionIds: z.array(z.string()),
    roles: z.array(
      z.object({ userId: z.string(), version: z.number(), roles: z.array(z.string()) }),
    ),
  }),
});

const ask = (viewer: Viewer, since: string | null = null) =>
  town.as(viewer).execute(
    `query ($since: DateTime) {
      internalRevocations(since: $since) { asOf authSessionIds roles { userId version roles } }
    }`,
    { since },
  );
const revocations = async (since?: string) =>
  told.parse((await ask(gateway, since)).data).internalRevocations;
const onAnotherDevice = async ({ email }: Person): Promise<Person> => ({
  email,
  ...toPerson((await town.logIn(email)).data?.['logIn']),
});
const idsOf = (...people: readonly Person[]) =>
  people.map(({ viewer }) => viewer.authSessionId).toSorted();
/** Which of these log-ins are told to have ended. */
const endedOf = async (...people: readonly Person[]) => {
  const { authSessionIds } = await revocations();
  return idsOf(...people).filter((id) => authSessionIds.includes(id));
};
const act = (viewer: Viewer, field: string) => town.as(viewer).execute(`mutation { ${field} }`);

describe('the gateway is told of', () => {
  it.each([
    ['logging out', 'logOut(input: {}) { userErrors { code } }', ['phone']],
    [
      'logging out everywhere',
      'logOut(input: { everywhere: true }) { userErrors { code } }',
      ['phone', 'laptop'],
    ],
    [
      'logging out elsewhere',
      'logOut(input: { others: true }) { userErrors { code } }',
      ['laptop'],
    ],
  ])('%s', async (_what, field, ended) => {
    const phone = await town.join();
    const laptop = await onAnotherDevice(phone);
    expect(await endedOf(phone, laptop)).toEqual([]);
    await act(phone.viewer, field);
    const devices = { phone, laptop };
    const expected = Object.entries(devices).filter(([name]) => ended.includes(name));
    expect(await endedOf(phone, laptop)).toEqual(idsOf(...expected.map(([, device]) => device)));
  });

  it('a device that is logged out, a token that is used twice, and a banned account', async () => {
    const [admin, phone] = [await town.admin(), await town.join()];
    const [laptop, tablet, watch] = [
      await onAnotherDevice(phone),
      await onAnotherDevice(phone),
      await onAnotherDevice(phone),
    ];
    const { authSessionId } = laptop.viewer;
    await act(
      phone.viewer,
      `revokeAuthSession(input: { authSessionId: "${authSessionId}" }) { userErrors { code } }`,
    );
    expect(await endedOf(phone, laptop, tablet, watch)).toEqual(idsOf(laptop));
    await town.refresh(tablet.refreshToken);
    clock.advance(11_000);
    await town.refresh(tablet.refreshToken);
    expect(await endedOf(phone, laptop, tablet, watch)).toEqual(idsOf(laptop, tablet));
    await act(
      admin,
      `setAccountState(input: { userId: "${phone.id}", state: BANNED }) { userErrors { code } }`,
    );
    expect(await endedOf(phone, laptop, tablet, watch)).toEqual(
      idsOf(phone, laptop, tablet, watch),
    );
  });

  it('the roles that a person has, of several changes those of the last', async () => {
    const [admin, { id }] = [await town.admin(), await town.join()];
    for (const roles of ['MODERATOR', 'LEARNER, MENTOR']) {
      await act(
        admin,
        `setRoles(input: { userId: "${id}", roles: [${roles}] }) { userErrors { code } }`,
      );
    }
    const { roles } = await revocations();
    expect(roles.filter(({ userId }) => userId === id)).toEqual([
      { userId: id, version: 3, roles: ['LEARNER', 'MENTOR'] },
    ]);
  });

  it('nothing whose access tokens have all ended', async () => {
    const phone = await town.join();
    clock.advance(601_000);
    const laptop = await onAnotherDevice(phone);
    await act(laptop.viewer, 'logOut(input: { everywhere: true }) { userErrors { code } }');
    expect(await endedOf(phone, laptop)).toEqual(idsOf(laptop));
    realTime.advance(700_000);
    expect(await endedOf(phone, laptop)).toEqual([]);
  });

  it('what may not have been committed when it asked before, and nothing older', async () => {
    const [early, late] = [await town.join(), await town.join()];
    await act(early.viewer, 'logOut(input: {}) { userErrors { code } }');
    realTime.advance(30_000);
    const { asOf } = await revocations();
    await act(late.viewer, 'logOut(input: {}) { userErrors { code } }');
    expect((await revocations(asOf)).authSessionIds).toEqual(
      expect.arrayContaining(idsOf(early, late)),
    );
    realTime.advance(60_000);
    const { asOf: later } = await revocations(asOf);
    expect((await revocations(later)).authSessionIds).not.toEqual(
      expect.arrayContaining(idsOf(early)),
    );
  });
});

describe('revocations', () => {
  it('are told to nobody but our own services', async () => {
    const [admin, { viewer }] = [await town.admin(), await town.join()];
    for (const other of [anonymous, viewer, admin]) {
      const { data, errors } = await ask(other);
      expect(data?.['internalRevocations'] ?? null).toBeNull();
      expect(errors).toHaveLength(1);
    }
  });

  it('leave no log-in that begins while its account is closed', async () => {
    const admin = await town.admin();
    for (let round = 0; round < 10; round += 1) {
      const person = await town.join();
      const ban = `setAccountState(input: { userId: "${person.id}", state: BANNED }) { userErrors { code } }`;
      await Promise.all([town.logIn(person.email), act(admin, ban)]);
      const live = await town.runtime.store.db
        .collection('authSessions')
        .countDocuments({ userId: person.id, revokedAt: null });
      expect(live).toBe(0);
    }
  });
});
