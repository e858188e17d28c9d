import { z } from 'zod';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import { recordCommands } from '@skillswap/kit/test/testkit';
import { anAddress, startTown, toPerson, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const refusedAs = (code: string) => ({
  errors: [],
  data: { logIn: { auth: null, user: null, userErrors: [{ code }] } },
});

describe('logging in', () => {
  it('gives a token that the published keys verify, with roles and the log-in in it', async () => {
    const { email, id } = await town.join();
    const { accessToken, viewer } = toPerson((await town.logIn(email)).data?.['logIn']);
    const jwks = createRemoteJWKSet(new URL('/.well-known/jwks.json', town.running.url));
    const { payload, protectedHeader } = await jwtVerify(accessToken, jwks, {
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      issuer: 'https://skillswap.example',
      audience: 'skillswap',
    });
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      sub: id,
      sid: viewer.authSessionId,
      roles: ['LEARNER', 'TEACHER'],
      scopes: [],
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
    expect(payload['auth_time']).toBeTypeOf('number');
  });

  it('publishes no private part of a key', async () => {
    const response = await fetch(new URL('/.well-known/jwks.json', town.running.url));
    const jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
    const { keys } = jwks.parse(await response.json());
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
    ]);
  });

  it('lists the devices to their owner, newest first, and says which one asks', async () => {
    const person = await town.join();
    const { viewer } = toPerson((await town.logIn(person.email)).data?.['logIn']);
    const answer = await town
      .as(viewer)
      .execute('{ viewer { authSessions(first: 10) { edges { node { deviceName current } } } } }');
    expect(answer.data).toMatchObject({
      viewer: {
        authSessions: {
          edges: [
            { node: { deviceName: 'Laptop', current: true } },
            { node: { deviceName: 'Phone', current: false } },
          ],
        },
      },
    });
  });

  it('answers an unknown address and a wrong password alike, by the same work', async () => {
    const { email } = await town.join();
    const wrong = await recordedLogIn(email);
    const unknown = await recordedLogIn(anAddress());
    expect(unknown.answer).toEqual(wrong.answer);
    expect(unknown.commands).toHaveLength(wrong.commands.length);
    expect(wrong.answer).toMatchObject(refusedAs('INVALID_CREDENTIALS'));
  });

  it('takes as long for an unknown address as for a known one', async () => {
    const { email } = await town.join();
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 4; round += 1) {
      known.push(await time(() => town.logIn(email, 'not it')));
      unknown.push(await time(() => town.logIn(anAddress(), 'not it')));
    }
    // The shortest times, which a busy machine disturbs least. Without a hash it were a fifth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
  });

  it('says only to who knows the password that the address is not verified yet', async () => {
    const email = anAddress();
    await town.signUp(email);
    expect(await town.logIn(email)).toMatchObject(refusedAs('EMAIL_NOT_VERIFIED'));
    expect(await town.logIn(email, 'not it')).toMatchObject(refusedAs('INVALID_CREDENTIALS'));
  });

  it.each([
    ['SUSPENDED', 'ACCOUNT_SUSPENDED'],
    ['BANNED', 'ACCOUNT_BANNED'],
  ])('is refused for an account that is %s', async (state, code) => {
    const { email, id } = await town.join();
    await town.as(await town.admin()).execute(
      `mutation ($id: ID!, $state: AccountState!) {
        setAccountState(input: { userId: $id, state: $state }) { userErrors { code } }
      }`,
      { id, state },
    );
    expect(await town.logIn(email)).toMatchObject(refusedAs(code));
    expect(await town.logIn(email, 'not it')).toMatchObject(refusedAs('INVALID_CREDENTIALS'));
  });

  it('refuses a device name that is no text', async () => {
    const answer = await town.nobody.execute(
      `mutation { logIn(input: { email: "a@b.example", password: "x",
        deviceName: "${'x'.repeat(101)}" }) { userErrors { code path } } }`,
    );
    expect(answer.data).toMatchObject({
      logIn: { userErrors: [{ code: 'TOO_LONG', path: ['deviceName'] }] },
    });
  });
});

describe('the time of a log-in', () => {
  it('is the product’s, and a refresh does not move auth_time', async () => {
    const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
    await using later = await startTown(clock);
    const { refreshToken, accessToken } = await later.join();
    clock.advance(3_600_000);
    const answer = await later.refresh(refreshToken);
    const refreshed = toPerson(answer.data?.['refreshSession']);
    expect(decodeJwt(accessToken).iat).toBe(Date.UTC(2026, 2, 1, 12) / 1000);
    expect(decodeJwt(refreshed.accessToken).iat).toBe(Date.UTC(2026, 2, 1, 13) / 1000);
    expect(refreshed.viewer.authTime).toBe(Date.UTC(2026, 2, 1, 12) / 1000);
  });
});

async function recordedLogIn(email: string) {
  let answer: unknown;
  const stores = ['users', 'registrations', 'credentials', 'authSessions'];
  const commands = await recordCommands(town.runtime.store.client, stores, async () => {
    answer = await town.logIn(email, 'not the password');
  });
  return { answer, commands: commands.map(({ commandName }) => commandName) };
}

/** How long the work takes, in milliseconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
