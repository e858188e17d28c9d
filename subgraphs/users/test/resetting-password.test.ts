import { createServer } from 'node:http';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import { eventually, recordCommands } from '@skillswap/kit/test/testkit';
import { anAddress, password, startTown, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const another = 'another horse, another battery';

const ask = (email: string, where = town) =>
  where.nobody.execute(
    `mutation ($email: String!) {
      requestPasswordReset(input: { email: $email }) { userErrors { code path } }
    }`,
    { email },
  );

const reset = (token: string, newPassword = another, where = town) =>
  where.nobody.execute(
    `mutation ($token: String!, $newPassword: String!) {
      resetPassword(input: { token: $token, newPassword: $newPassword }) {
        userErrors { code path }
      }
    }`,
    { token, newPassword },
  );

const answered = (...codes: readonly (readonly [string, string])[]) => ({
  errors: [],
  data: { resetPassword: { userErrors: codes.map(([code, field]) => ({ code, path: [field] })) } },
});
const invalid = answered(['INVALID_TOKEN', 'token']);

const linkFor = async (email: string) => {
  await ask(email);
  return town.mailedLink('RESET_PASSWORD', email);
};

const codes = (answer: { readonly data: unknown }) => JSON.stringify(answer.data);

describe('a forgotten password', () => {
  it('is replaced by a mailed link; the former one no longer logs in', async () => {
    const { email } = await town.join();
    expect(await reset(await linkFor(email))).toMatchObject(answered());
    expect(codes(await town.logIn(email))).toContain('INVALID_CREDENTIALS');
    expect(codes(await town.logIn(email, another))).toContain('accessToken');
    await eventually(() => {
      expect(town.mails.map(({ kind, to }) => [kind, to])).toContainEqual([
        'PASSWORD_CHANGED',
        email,
      ]);
    });
  });

  it('ends the log-ins of all devices', async () => {
    const { id, email, refreshToken } = await town.join();
    await reset(await linkFor(email));
    expect(codes(await town.refresh(refreshToken))).toContain('INVALID_REFRESH_TOKEN');
    expect(await town.events('user.authSessionRevoked', id, 1)).toEqual([
      { userId: id, authSessionId: null },
    ]);
  });

  it('lets the owner in again whom wrong guesses had locked out', async () => {
    const { email } = await town.join();
    for (let failure = 0; failure < 5; failure += 1) await town.logIn(email, 'guess');
    expect((await town.logIn(email)).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
    await reset(await linkFor(email));
    expect(codes(await town.logIn(email, another))).toContain('accessToken');
  });

  it('is asked for with the same answer for a known, an unknown and a banned address', async () => {
    const [{ email: known }, { email: banned, id }] = [await town.join(), await town.join()];
    await town.as(await town.admin()).execute(
      `mutation ($id: ID!) {
        setAccountState(input: { userId: $id, state: BANNED }) { userErrors { code } }
      }`,
      { id },
    );
    const answers = await Promise.all([known, banned, anAddress()].map((email) => ask(email)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await town.mailedLink('RESET_PASSWORD', known);
    expect(town.mailedTokens(banned, 'RESET_PASSWORD')).toEqual([]);
  });

  it('is answered before the address is looked up', async () => {
    const { email } = await town.join();
    let looked = -1;
    const commands = await recordCommands(town.runtime.store.client, ['users'], async () => {
      await ask(email);
      looked = 0;
      await town.mailedLink('RESET_PASSWORD', email);
    });
    expect(looked).toBe(0);
    expect(commands).toHaveLength(1);
  });

  it('refuses what is no address', async () => {
    expect((await ask('no address')).data).toEqual({
      requestPasswordReset: { userErrors: [{ code: 'INVALID_EMAIL', path: ['email'] }] },
    });
  });
});

describe('the link for a new password', () => {
  it('works once, even when it is used many times at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { email } = await town.join();
      const token = await linkFor(email);
      const uses = Array.from({ length: 6 }, (_, use) => reset(token, `${another} ${String(use)}`));
      const answers = await Promise.all(uses);
      const worked = answers.flatMap((answer, use) =>
        codes(answer).includes('INVALID_TOKEN') ? [] : [use],
      );
      expect(worked).toHaveLength(1);
      const logIn = await town.logIn(email, `${another} ${String(worked[0])}`);
      expect(codes(logIn)).toContain('accessToken');
    }
  });

  it('ends when another one has been used', async () => {
    const { email } = await town.join();
    const first = await linkFor(email);
    await ask(email);
    await eventually(() => {
      expect(town.mailedTokens(email, 'RESET_PASSWORD')).toHaveLength(2);
    });
    expect(await reset(town.mailedTokens(email, 'RESET_PASSWORD')[1] ?? '')).toMatchObject(
      answered(),
    );
    expect(await reset(first)).toMatchObject(invalid);
  });

  it('ends after an hour', async () => {
    const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
    await using later = await startTown(clock);
    const { email } = await later.join();
    await ask(email, later);
    const token = await later.mailedLink('RESET_PASSWORD', email);
    clock.advance(3_600_000);
    expect(await reset(token, another, later)).toMatchObject(invalid);
    expect(codes(await later.logIn(email))).toContain('accessToken');
  });

  it('is stored only as a hash', async () => {
    const { id: userId, email } = await town.join();
    const token = await linkFor(email);
    const resets = town.runtime.store.db.collection('passwordResets');
    const rows = await resets.find({ userId }).toArray();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it.each(['', 'x'.repeat(100_000), '{"$gt":""}'])(
    'is refused when it is invented',
    async (token) => {
      expect(await reset(token)).toMatchObject(invalid);
    },
  );

  it.each([
    ['PASSWORD_TOO_SHORT', 'short'],
    ['PASSWORD_TOO_LONG', 'x'.repeat(1001)],
    ['PASSWORD_TOO_COMMON', 'password123'],
  ])('survives a password that is refused as %s', async (code, weak) => {
    const { email } = await town.join();
    const token = await linkFor(email);
    expect(await reset(token, weak)).toMatchObject(answered([code, 'newPassword']));
    expect(codes(await town.logIn(email))).toContain('accessToken');
    expect(await reset(token)).toMatchObject(answered());
  });

  it('accepts neither the address nor the name as a password', async () => {
    const { email } = await town.join({ displayName: 'Ada Lovelace' });
    const token = await linkFor(email);
    expect(await reset(token, email)).toMatchObject(
      answered(['PASSWORD_TOO_COMMON', 'newPassword']),
    );
    expect(await reset(token, 'ada lovelace')).toMatchObject(
      answered(['PASSWORD_TOO_COMMON', 'newPassword']),
    );
  });
});

describe('the list of stolen passwords', () => {
  it('is asked at sign-up and for a new password, and learns five characters', async () => {
    const [stolen, padded] = ['stolen somewhere else', 'seen zero times, padding'];
    const asked: string[] = [];
    const digest = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
    await using list = await listen((path) => {
      asked.push(path);
      return `${digest(stolen).slice(5)}:3\r\n${digest(padded).slice(5)}:0`;
    });
    await using strict = await startTown(undefined, { breachListUrl: `${list.url}/range/` });
    const refused = await strict.signUp(anAddress(), { password: stolen });
    expect(refused.data).toMatchObject({
      signUp: { mailSent: false, userErrors: [{ code: 'PASSWORD_BREACHED', path: ['password'] }] },
    });
    const { email } = await strict.join({ password: padded });
    await ask(email, strict);
    const token = await strict.mailedLink('RESET_PASSWORD', email);
    expect(await reset(token, stolen, strict)).toMatchObject(
      answered(['PASSWORD_BREACHED', 'newPassword']),
    );
    expect(asked).toContain(`/range/${digest(stolen).slice(0, 5)}`);
    expect(asked.every((path) => /^\/range\/[0-9A-F]{5}$/.test(path))).toBe(true);
  });

  it('stops nobody while it does not answer', async () => {
    await using strict = await startTown(undefined, { breachListUrl: 'http://127.0.0.1:9/' });
    const answer = await strict.signUp(anAddress(), { password });
    expect(answer.data).toMatchObject({ signUp: { mailSent: true, userErrors: [] } });
  });
});

async function listen(answer: (path: string) => string) {
  const server = createServer((request, response) => response.end(answer(request.url ?? '')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
