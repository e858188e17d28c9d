import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import type { Answer } from '@skillswap/kit/test/testkit';
import { startTown, tokens, toPerson, type Person, type Town } from './start-town.ts';

const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
let town: Town;
beforeAll(async () => {
  town = await startTown(clock);
});
afterAll(() => town[Symbol.asyncDispose]());

const invalid = {
  errors: [],
  data: {
    refreshSession: {
      auth: null,
      userErrors: [{ code: 'INVALID_REFRESH_TOKEN', path: ['refreshToken'] }],
    },
  },
};

/** The refresh token that follows; fails when the exchange was refused. */
async function successor(refreshToken: string): Promise<string> {
  return readSuccessor(await town.refresh(refreshToken));
}

function readSuccessor({ data }: Answer): string {
  const payload = z.object({ auth: tokens }).parse(data?.['refreshSession']);
  return payload.auth.refreshToken;
}

describe('a refresh token', () => {
  it('is exchanged for new tokens of the same log-in', async () => {
    const person = await town.join();
    const answer = await town.refresh(person.refreshToken);
    const refreshed = toPerson(answer.data?.['refreshSession']);
    expect(refreshed.viewer).toMatchObject({
      id: person.id,
      authSessionId: person.viewer.authSessionId,
    });
    expect(refreshed.refreshToken).not.toBe(person.refreshToken);
    expect(Buffer.from(refreshed.refreshToken, 'base64url')).toHaveLength(32);
  });

  it('gives the same successor when it is presented again within ten seconds', async () => {
    const { refreshToken } = await town.join();
    const first = await successor(refreshToken);
    clock.advance(10_000);
    expect(await successor(refreshToken)).toBe(first);
    expect(await successor(first)).not.toBe(first);
  });

  it('gives one successor to any number of simultaneous requests, which then works', async () => {
    let { refreshToken } = await town.join();
    for (let round = 0; round < 40; round += 1) {
      const presented = refreshToken;
      const requests = Array.from({ length: 5 }, () => successor(presented));
      const successors = new Set(await Promise.all(requests));
      expect(successors.size).toBe(1);
      refreshToken = [...successors].join();
      expect(refreshToken).not.toBe(presented);
    }
  });

  it('ends its log-in and no other when it is used after the grace', async () => {
    const phone = await town.join();
    const laptop = toPerson((await town.logIn(phone.email)).data?.['logIn']);
    const next = await successor(phone.refreshToken);
    clock.advance(10_001);
    expect(await town.refresh(phone.refreshToken)).toMatchObject(invalid);
    expect(await town.refresh(next)).toMatchObject(invalid);
    expect(await successor(laptop.refreshToken)).toBeTypeOf('string');
    expect(await town.events('user.authSessionRevoked', phone.id, 1)).toEqual([
      { userId: phone.id, authSessionId: phone.viewer.authSessionId },
    ]);
    const warnings = () => town.mails.filter(({ kind }) => kind === 'REFRESH_TOKEN_REUSED');
    await expect.poll(() => warnings().map(({ to }) => to)).toEqual([phone.email]);
  });

  it('ends its log-in when any earlier one of the chain is used', async () => {
    const { refreshToken } = await town.join();
    let latest = refreshToken;
    for (let step = 0; step < 3; step += 1) {
      clock.advance(60_000);
      latest = await successor(latest);
    }
    expect(await town.refresh(refreshToken)).toMatchObject(invalid);
    expect(await town.refresh(latest)).toMatchObject(invalid);
  });

  it('is worth nothing when a log-out comes at the same moment', async () => {
    const { email } = await town.join();
    for (let round = 0; round < 15; round += 1) {
      const person = toPerson((await town.logIn(email)).data?.['logIn']);
      const [answer] = await Promise.all([town.refresh(person.refreshToken), logOut(person)]);
      const { auth } = z.object({ auth: tokens.nullable() }).parse(answer.data?.['refreshSession']);
      expect(await town.refresh(auth?.refreshToken ?? person.refreshToken)).toMatchObject(invalid);
    }
  });

  it('does not prolong a log-in beyond ninety days', async () => {
    const { refreshToken } = await town.join();
    clock.advance(89 * 86_400_000);
    const next = await successor(refreshToken);
    clock.advance(86_400_000);
    expect(await town.refresh(next)).toMatchObject(invalid);
  });

  it('is refused when it is invented', async () => {
    for (const text of ['', 'x', '{"$ne":null}', 'x'.repeat(200_000)]) {
      expect(await town.refresh(text)).toMatchObject(invalid);
    }
  });

  it('is stored only as a hash', async () => {
    const { refreshToken } = await town.join();
    const next = await successor(refreshToken);
    const rows = await town.runtime.store.db.collection('refreshTokens').find().toArray();
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    expect(JSON.stringify(rows)).not.toContain(next);
  });

  it('carries the roles of the moment', async () => {
    const person = await town.join();
    await town.runtime.store.db
      .collection<{ _id: string }>('users')
      .updateOne({ _id: person.id }, { $set: { roles: ['MODERATOR', 'AUDITOR'] } });
    const answer = await town.refresh(person.refreshToken);
    expect(toPerson(answer.data?.['refreshSession']).viewer).toMatchObject({
      roles: ['MODERATOR', 'AUDITOR'],
      scopes: ['audit', 'moderation'],
    });
  });
});

function logOut({ viewer }: Pick<Person, 'viewer'>) {
  return town.as(viewer).execute('mutation { logOut(input: {}) { userErrors { code } } }');
}
