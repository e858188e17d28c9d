import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, toPerson, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

describe('logging out', () => {
  const logOut = (everywhere: boolean) =>
    `mutation { logOut(input: { everywhere: ${String(everywhere)} }) { userErrors { code } } }`;

  it('ends the log-in of this device only', async () => {
    const phone = await town.join();
    const laptop = toPerson((await town.logIn(phone.email)).data?.['logIn']);
    await town.as(phone.viewer).execute(logOut(false));
    expect((await town.refresh(phone.refreshToken)).data).toMatchObject({
      refreshSession: { auth: null, userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }] },
    });
    expect((await town.refresh(laptop.refreshToken)).data).toMatchObject({
      refreshSession: { userErrors: [] },
    });
    expect((await town.as(phone.viewer).execute(logOut(false))).data).toMatchObject({
      logOut: { userErrors: [{ code: 'ALREADY_ENDED' }] },
    });
  });

  it('ends the log-ins of all devices', async () => {
    const phone = await town.join();
    const laptop = toPerson((await town.logIn(phone.email)).data?.['logIn']);
    await town.as(phone.viewer).execute(logOut(true));
    for (const { refreshToken } of [phone, laptop]) {
      expect((await town.refresh(refreshToken)).data).toMatchObject({
        refreshSession: { userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }] },
      });
    }
    expect(await town.events('user.authSessionRevoked', phone.id, 1)).toEqual([
      { userId: phone.id, authSessionId: null },
    ]);
  });

  it('is announced to the gateway', async () => {
    const { redis, prefix } = town.runtime;
    const heard: string[] = [];
    const subscriber = redis.duplicate();
    subscriber.on('message', (_channel, message) => heard.push(message));
    await subscriber.subscribe(`${prefix}access-tokens-revoked`);
    const { viewer } = await town.join();
    await town.as(viewer).execute(logOut(false));
    await eventually(() => {
      expect(heard.map((message): unknown => JSON.parse(message))).toEqual([
        { authSessionIds: [viewer.authSessionId], roles: [] },
      ]);
    });
    subscriber.disconnect();
  });

  it('needs a log-in', async () => {
    expect((await town.nobody.execute(logOut(true))).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});
