import { Secret, TOTP, URI } from 'otpauth';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import { eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { password, startTown, toPerson, type Person, type Town } from './start-town.ts';

const phones = createManualClock(new Date('2026-03-01T12:00:00Z'));
let town: Town;
beforeAll(async () => {
  town = await startTown(undefined, { realTime: phones });
});
afterAll(() => town[Symbol.asyncDispose]());

const stepSeconds = 30;
/** The app's code, of now or of some steps away. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: phones.now().getTime() + steps * stepSeconds * 1000,
  });
const wait = (steps: number) => {
  phones.advance(steps * stepSeconds * 1000);
};

const enrol = (viewer: Viewer) =>
  town.as(viewer).execute('mutation { enrolTotp { secret uri userErrors { code path } } }');
const withCode = (field: string, more: string) => (viewer: Viewer, code: string) =>
  town.as(viewer).execute(
    `mutation ($code: String!) {
      ${field}(input: { code: $code }) { ${more} userErrors { code path } }
    }`,
    { code },
  );
const confirm = withCode('confirmTotp', 'recoveryCodes');
const disable = withCode('disableTotp', '');
const stepUp = (viewer: Viewer, tried: string, totp?: string, where = town) =>
  where.as(viewer).execute(
    `mutation ($password: String!, $totp: String) {
      stepUp(input: { password: $password, totp: $totp }) {
        accessToken accessTokenExpiresAt userErrors { code path }
      }
    }`,
    { password: tried, totp },
  );

const enrolment = z.object({
  enrolTotp: z.object({ secret: z.string(), uri: z.string() }),
});
const confirmation = z.object({
  confirmTotp: z.object({ recoveryCodes: z.array(z.string()) }),
});
const begin = async (viewer: Viewer) => enrolment.parse((await enrol(viewer)).data).enrolTotp;

/** Somebody whose account has a second factor, and has just used a code. */
async function joinWithFactor() {
  const person = await town.join();
  const { secret } = await begin(person.viewer);
  const answer = await confirm(person.viewer, codeOf(secret));
  const { recoveryCodes } = confirmation.parse(answer.data).confirmTotp;
  wait(2);
  return { ...person, secret, recoveryCodes };
}

const isEnabled = async ({ viewer }: Pick<Person, 'viewer'>) =>
  (await town.as(viewer).execute('{ viewer { totpEnabled } }')).data;
const text = (answer: { readonly data: unknown }) => JSON.stringify(answer.data);
const unauthenticated = { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
const refusedLogIn = (code: string) => ({
  errors: [],
  data: { logIn: { auth: null, user: null, userErrors: [{ code, path: ['totp'] }] } },
});

describe('a second factor', () => {
  it('is asked for once a code of the app has been shown, not before', async () => {
    const { viewer, email } = await town.join();
    const { secret, uri } = await begin(viewer);
    expect(URI.parse(uri)).toMatchObject({ issuer: 'SkillSwap', label: email });
    expect(text(await town.logIn(email))).toContain('accessToken');
    expect(await isEnabled({ viewer })).toEqual({ viewer: { totpEnabled: false } });

    const answer = await confirm(viewer, codeOf(secret));
    expect(confirmation.parse(answer.data).confirmTotp.recoveryCodes).toHaveLength(10);
    expect(await isEnabled({ viewer })).toEqual({ viewer: { totpEnabled: true } });
    expect(await town.logIn(email)).toMatchObject(refusedLogIn('TOTP_REQUIRED'));
    await eventually(() => {
      expect(town.mails.map(({ kind, to }) => [kind, to])).toContainEqual([
        'SECOND_FACTOR_ADDED',
        email,
      ]);
    });
  });

  it('opens the log-in with the password, in the app’s and in other spelling', async () => {
    const { email, secret } = await joinWithFactor();
    expect(text(await town.logIn(email, password, codeOf(secret)))).toContain('accessToken');
    wait(1);
    const spaced = codeOf(secret).replace(/^(...)/, ' $1 ');
    expect(text(await town.logIn(email, password, spaced))).toContain('accessToken');
  });

  it('tells nothing to somebody who does not know the password', async () => {
    const { email, secret } = await joinWithFactor();
    expect((await town.logIn(email, 'guess', codeOf(secret))).data).toMatchObject({
      logIn: { userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    expect(text(await town.logIn(email, password, codeOf(secret)))).toContain('accessToken');
  });

  it('accepts a code of half a minute before or after, and none of a minute', async () => {
    const { email, secret } = await joinWithFactor();
    for (const steps of [-2, 2]) {
      const answer = await town.logIn(email, password, codeOf(secret, steps));
      expect(answer).toMatchObject(refusedLogIn('INVALID_TOTP'));
    }
    for (const steps of [-1, 1]) {
      const answer = await town.logIn(email, password, codeOf(secret, steps));
      expect(text(answer)).toContain('accessToken');
    }
  });

  it('accepts each code once, also when it comes many times at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { email, secret } = await joinWithFactor();
      const logIns = Array.from({ length: 4 }, () => town.logIn(email, password, codeOf(secret)));
      const opened = (await Promise.all(logIns)).filter((a) => text(a).includes('accessToken'));
      expect(opened).toHaveLength(1);
    }
  });

  it.each(['', '12345', '1234567', 'abcdef', '0'.repeat(100_000), '{"$ne":null}'])(
    'is not proved by what is no code (%#)',
    async (code) => {
      const { email } = await joinWithFactor();
      const expected = code === '' ? 'TOTP_REQUIRED' : 'INVALID_TOTP';
      expect(await town.logIn(email, password, code)).toMatchObject(refusedLogIn(expected));
    },
  );

  it('is not guessed: five wrong codes are the end for a while', async () => {
    const { email, secret } = await joinWithFactor();
    const wrong = codeOf(secret, 1_000);
    for (let failure = 0; failure < 5; failure += 1) await town.logIn(email, password, wrong);
    expect((await town.logIn(email, password, codeOf(secret))).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
  });

  it('is replaced by a recovery code, which works once', async () => {
    const { email, recoveryCodes } = await joinWithFactor();
    const [first = '', second = ''] = recoveryCodes;
    expect(text(await town.logIn(email, password, first))).toContain('accessToken');
    expect(await town.logIn(email, password, first)).toMatchObject(refusedLogIn('INVALID_TOTP'));
    const typed = second.toLowerCase().replaceAll('-', ' ');
    expect(text(await town.logIn(email, password, typed))).toContain('accessToken');
  });

  it('keeps recovery codes only as hashes', async () => {
    const { id, recoveryCodes } = await joinWithFactor();
    const factors = town.runtime.store.db.collection<{ _id: string }>('secondFactors');
    const row = JSON.stringify(await factors.findOne({ _id: id }));
    for (const code of recoveryCodes) {
      expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
      expect(row).not.toContain(code);
    }
  });

  it('keeps the secret of the app only sealed', async () => {
    const { id, secret } = await joinWithFactor();
    const factors = town.runtime.store.db.collection<{ _id: string }>('secondFactors');
    const row = JSON.stringify(await factors.findOne({ _id: id }));
    expect(row).toContain('"sealedSecret":"');
    expect(row).not.toContain(secret);
  });

  it('survives a new password by link', async () => {
    const { email } = await joinWithFactor();
    await town.nobody.execute(
      `mutation { requestPasswordReset(input: { email: "${email}" }) { userErrors { code } } }`,
    );
    const token = await town.mailedLink('RESET_PASSWORD', email);
    const newPassword = 'another horse, another battery';
    await town.nobody.execute(
      `mutation { resetPassword(input: { token: "${token}", newPassword: "${newPassword}" }) {
        userErrors { code } } }`,
    );
    expect(await town.logIn(email, newPassword)).toMatchObject(refusedLogIn('TOTP_REQUIRED'));
  });

  it('is taken away by one more code', async () => {
    const { email, viewer, secret } = await joinWithFactor();
    expect((await disable(viewer, codeOf(secret, 1_000))).data).toEqual({
      disableTotp: { userErrors: [{ code: 'INVALID_TOTP', path: ['code'] }] },
    });
    expect(await isEnabled({ viewer })).toEqual({ viewer: { totpEnabled: true } });
    expect(text(await disable(viewer, codeOf(secret)))).toContain('"userErrors":[]');
    expect(await isEnabled({ viewer })).toEqual({ viewer: { totpEnabled: false } });
    expect(text(await town.logIn(email))).toContain('accessToken');
    expect(text(await disable(viewer, codeOf(secret)))).toContain('NOT_ENABLED');
  });
});

describe('the enrolment of a second factor', () => {
  it('does not replace one that is on', async () => {
    const { viewer } = await joinWithFactor();
    expect((await enrol(viewer)).data).toEqual({
      enrolTotp: { secret: null, uri: null, userErrors: [{ code: 'ALREADY_ENABLED', path: [] }] },
    });
  });

  it('begins anew with another secret while it is unfinished', async () => {
    const { viewer } = await town.join();
    const [first, second] = [await begin(viewer), await begin(viewer)];
    expect((await confirm(viewer, codeOf(first.secret))).data).toEqual({
      confirmTotp: {
        recoveryCodes: null,
        userErrors: [{ code: 'INVALID_TOTP', path: ['code'] }],
      },
    });
    expect(text(await confirm(viewer, codeOf(second.secret)))).toContain('recoveryCodes":[');
    expect(text(await confirm(viewer, codeOf(second.secret)))).toContain('NOT_ENROLLED');
  });

  it('needs a log-in of the last ten minutes', async () => {
    const { viewer } = await town.join();
    const earlier = { ...viewer, authTime: viewer.authTime - 660 };
    expect(text(await enrol(earlier))).toContain('STEP_UP_REQUIRED');
  });

  it('is not for nobody, nor for a log-in that has ended, nor to be seen by others', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    const read = await town.as(bob.viewer).execute(`{ user(id: "${ada.id}") { totpEnabled } }`);
    expect(read).toMatchObject({
      data: { user: { totpEnabled: null } },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    const { secret } = await begin(ada.viewer);
    await town.as(ada.viewer).execute('mutation { logOut(input: {}) { userErrors { code } } }');
    for (const viewer of [ada.viewer, anonymous]) {
      expect(await enrol(viewer)).toMatchObject(unauthenticated);
      expect(await confirm(viewer, codeOf(secret))).toMatchObject(unauthenticated);
    }
    expect(text(await town.logIn(ada.email))).toContain('accessToken');
  });
});

describe('proving again who one is', () => {
  it('refreshes auth_time of this token and the next ones', async () => {
    const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
    await using later = await startTown(clock);
    const { viewer, refreshToken } = await later.join();
    clock.advance(3_600_000);
    const answer = await stepUp(viewer, password, undefined, later);
    const { accessToken } = z
      .object({ stepUp: z.object({ accessToken: z.string() }) })
      .parse(answer.data).stepUp;
    const stepped = toPerson({ auth: { accessToken, accessTokenExpiresAt: '', refreshToken } });
    expect(stepped.viewer.authTime).toBe(Date.UTC(2026, 2, 1, 13) / 1000);
    expect(stepped.viewer.authSessionId).toBe(viewer.authSessionId);
    clock.advance(60_000);
    const refreshed = toPerson((await later.refresh(refreshToken)).data?.['refreshSession']);
    expect(refreshed.viewer.authTime).toBe(Date.UTC(2026, 2, 1, 13) / 1000);
  });

  it('takes the password and, where there is one, the second factor', async () => {
    const { viewer, secret } = await joinWithFactor();
    const refused = (code: string, field: string) => ({
      stepUp: {
        accessToken: null,
        accessTokenExpiresAt: null,
        userErrors: [{ code, path: [field] }],
      },
    });
    expect((await stepUp(viewer, 'guess', codeOf(secret))).data).toEqual(
      refused('WRONG_PASSWORD', 'password'),
    );
    expect((await stepUp(viewer, password)).data).toEqual(refused('TOTP_REQUIRED', 'totp'));
    expect((await stepUp(viewer, password, codeOf(secret, 1_000))).data).toEqual(
      refused('INVALID_TOTP', 'totp'),
    );
    expect(text(await stepUp(viewer, password, codeOf(secret)))).toContain('"userErrors":[]');
  });

  it('is not for nobody, nor for a log-in that has ended', async () => {
    const { viewer } = await town.join();
    await town.as(viewer).execute('mutation { logOut(input: {}) { userErrors { code } } }');
    expect(await stepUp(viewer, password)).toMatchObject(unauthenticated);
    expect(await stepUp(anonymous, password)).toMatchObject(unauthenticated);
  });
});
