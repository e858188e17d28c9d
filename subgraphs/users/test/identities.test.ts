import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@skillswap/kit/test/testkit';
import { createManualClock } from '@skillswap/kit/clock';
import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { startIdentityProvider, type TestIdentityProvider } from './identity-provider.ts';
import { anAddress, authFields, password, startTown, toPerson, type Town } from './start-town.ts';

const clock = createManualClock(new Date());
let elsewhere: TestIdentityProvider;
let town: Town;
beforeAll(async () => {
  elsewhere = await startIdentityProvider();
  town = await startTown(clock, { identityProviders: elsewhere.settings });
});
afterAll(async () => {
  await town[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

type Name = 'GOOGLE' | 'APPLE';
const flow = z.object({ authorizationUrl: z.string(), flowToken: z.string() });

const start = async (provider: Name = 'GOOGLE', viewer: Viewer = anonymous, where = town) => {
  const answer = await where.as(viewer).execute(
    `mutation ($provider: IdentityProvider!) {
      startIdentityFlow(input: { provider: $provider }) {
        authorizationUrl flowToken userErrors { code path }
      }
    }`,
    { provider },
  );
  return answer.data?.['startIdentityFlow'];
};

/** Somebody who is back from the provider, as the client knows them. */
const comeBack = async (subject: string | null, provider?: Name, viewer?: Viewer) => {
  const { authorizationUrl, flowToken } = flow.parse(await start(provider, viewer));
  return { flowToken, callbackUrl: await elsewhere.visit(authorizationUrl, subject) };
};

const signUp = { displayName: 'Ada', timeZone: 'Europe/Paris', acceptedTermsVersion: '1' };

const logIn = async (input: Readonly<Record<string, unknown>>) => {
  const answer = await town.nobody.execute(
    `mutation ($input: LogInWithIdentityInput!) {
      logInWithIdentity(input: $input) {
        ${authFields} user { id displayName } email userErrors { code path }
      }
    }`,
    { input },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.['logInWithIdentity'];
};

const link = async (viewer: Viewer, input: Readonly<Record<string, unknown>>) => {
  const answer = await town.as(viewer).execute(
    `mutation ($input: LinkIdentityInput!) {
      linkIdentity(input: $input) { identityLink { id provider email } userErrors { code path } }
    }`,
    { input },
  );
  return answer.data?.['linkIdentity'];
};

const unlink = async (viewer: Viewer, id: string) => {
  const answer = await town.as(viewer).execute(
    `mutation ($id: ID!) {
      unlinkIdentity(input: { id: $id }) { unlinkedId userErrors { code path } }
    }`,
    { id },
  );
  return answer.data?.['unlinkIdentity'];
};

const linksOf = async (viewer: Viewer) => {
  const { data } = await town
    .as(viewer)
    .execute('{ viewer { hasPassword identityLinks { id provider email } } }');
  const { hasPassword, identityLinks } = z
    .object({
      hasPassword: z.boolean(),
      identityLinks: z.array(z.object({ id: z.string(), provider: z.string() }).loose()),
    })
    .parse(data?.['viewer']);
  return { hasPassword, identityLinks };
};

const refused = (code: string, ...path: string[]): unknown =>
  expect.objectContaining({ auth: null, user: null, userErrors: [{ code, path }] });
const notLinked = (code: string, ...path: string[]) => ({
  identityLink: null,
  userErrors: [{ code, path }],
});

/** An account at the provider. */
const anAccount = (over: Readonly<Record<string, unknown>> = {}) => {
  const subject = newId('sub');
  const email = anAddress();
  elsewhere.accounts.set(subject, { email, email_verified: true, ...over });
  return { subject, email };
};

/** Somebody whose account was opened by an identity and who has no password. */
const joinByIdentity = async (provider?: Name) => {
  const { subject, email } = anAccount();
  const person = toPerson(await logIn({ ...(await comeBack(subject, provider)), signUp }));
  return { ...person, subject, email };
};

describe('an account of elsewhere', () => {
  it('opens an account here once the person says how, and logs in to it from then on', async () => {
    const { subject, email } = anAccount();
    const back = await comeBack(subject);
    expect(await logIn(back)).toEqual({
      auth: null,
      user: null,
      email,
      userErrors: [{ code: 'SIGN_UP_REQUIRED', path: ['signUp'] }],
    });
    const opened = toPerson(await logIn({ ...back, deviceName: 'Phone', signUp }));
    const viewer = '{ viewer { id displayName email emailVerified hasPassword } }';
    expect((await town.as(opened.viewer).execute(viewer)).data).toEqual({
      viewer: { id: opened.id, displayName: 'Ada', email, emailVerified: true, hasPassword: false },
    });
    expect(await town.events('user.registered', opened.id, 1)).toHaveLength(1);
    const again = toPerson(await logIn(await comeBack(subject)));
    expect(again.id).toBe(opened.id);
    expect(again.viewer.authSessionId).not.toBe(opened.viewer.authSessionId);
  });

  it('is known by what the provider calls the person, not by its address', async () => {
    const { id, subject } = await joinByIdentity();
    elsewhere.accounts.set(subject, { email: anAddress(), email_verified: true });
    expect(toPerson(await logIn(await comeBack(subject))).id).toBe(id);
  });

  it('comes from Apple by a form, with a secret that is signed for it', async () => {
    const { subject, email } = anAccount({ email_verified: 'true' });
    const { authorizationUrl, flowToken } = flow.parse(await start('APPLE'));
    const [page = '', form = ''] = (await elsewhere.visit(authorizationUrl, subject)).split('#');
    expect(page).not.toContain('code=');
    const door = new URL('/identity/callback', town.running.url);
    const answer = await fetch(door, {
      method: 'POST',
      body: new URLSearchParams(`${form}&other=thing`),
      redirect: 'manual',
    });
    const callbackUrl = answer.headers.get('location') ?? '';
    expect([answer.status, new URL(callbackUrl).pathname]).toEqual([303, '/identity/callback']);
    expect(callbackUrl).not.toContain('other');
    const person = toPerson(await logIn({ flowToken, callbackUrl, signUp }));
    expect(await linksOf(person.viewer)).toMatchObject({
      identityLinks: [{ provider: 'APPLE', email }],
    });
  });

  it('never joins an account by its address, however verified', async () => {
    const ada = await town.join();
    const { subject } = anAccount({ email: ada.email });
    const back = await comeBack(subject);
    expect(await logIn({ ...back, signUp })).toEqual(refused('ACCOUNT_EXISTS'));
    expect(await linksOf(ada.viewer)).toEqual({ hasPassword: true, identityLinks: [] });
    expect((await town.logIn(ada.email)).data).toMatchObject({ logIn: { user: { id: ada.id } } });
  });

  it('opens nothing by an address that its provider has not verified, known here or not', async () => {
    const ada = await town.join();
    for (const over of [
      { email: ada.email, email_verified: false },
      { email_verified: 'false' },
      { email_verified: undefined },
      { email: undefined },
    ]) {
      const back = await comeBack(anAccount(over).subject);
      expect(await logIn({ ...back, signUp })).toEqual(refused('EMAIL_NOT_VERIFIED'));
    }
  });

  it('takes the place of sign-ups that waited for the address', async () => {
    const { subject, email } = anAccount();
    await town.signUp(email);
    const person = toPerson(await logIn({ ...(await comeBack(subject)), signUp }));
    const [token = ''] = town.mailedTokens(email);
    expect((await town.verifyEmail(token)).data).toMatchObject({
      verifyEmail: { userErrors: [{ code: 'INVALID_TOKEN' }] },
    });
    expect((await town.logIn(email)).data).toMatchObject({
      logIn: { userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    expect(await linksOf(person.viewer)).toMatchObject({ hasPassword: false });
  });

  it('opens one account when its form is sent many times at once', async () => {
    const back = await comeBack(anAccount().subject);
    expect(await logIn(back)).toEqual(refused('SIGN_UP_REQUIRED', 'signUp'));
    const answers = await Promise.all(Array.from({ length: 6 }, () => logIn({ ...back, signUp })));
    const opened = answers.filter((answer) => JSON.stringify(answer).includes('accessToken'));
    expect(opened).toHaveLength(1);
  });

  it.each([
    [{ displayName: '' }, 'EMPTY', 'displayName'],
    [{ displayName: 'x'.repeat(81) }, 'TOO_LONG', 'displayName'],
    [{ displayName: 'a\u0000b' }, 'INVALID_TEXT', 'displayName'],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE', 'timeZone'],
    [{ preferredLanguage: 'klingon!' }, 'INVALID_LANGUAGE', 'preferredLanguage'],
    [{ acceptedTermsVersion: '0' }, 'TERMS_NOT_ACCEPTED', 'acceptedTermsVersion'],
  ])('opens nothing with %j', async (over, code, field) => {
    const back = await comeBack(anAccount().subject);
    const answer = await logIn({ ...back, signUp: { ...signUp, ...over } });
    expect(answer).toEqual(refused(code, 'signUp', field));
    expect(await logIn(back)).toEqual(refused('SIGN_UP_REQUIRED', 'signUp'));
  });

  it('asks for the second factor that the account has, and takes the code with the same answer', async () => {
    const { id, viewer, subject } = await joinByIdentity();
    const enrolled = z.object({ enrolTotp: z.object({ secret: z.string() }) });
    const begun = await town.as(viewer).execute('mutation { enrolTotp { secret } }');
    const { secret } = enrolled.parse(begun.data).enrolTotp;
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await town
      .as(viewer)
      .execute(`mutation { confirmTotp(input: { code: "${app.generate()}" }) { recoveryCodes } }`);

    const back = await comeBack(subject);
    expect(await logIn(back)).toEqual(refused('TOTP_REQUIRED', 'totp'));
    expect(await logIn({ ...back, totp: '000000' })).toEqual(refused('INVALID_TOTP', 'totp'));
    const next = app.generate({ timestamp: Date.now() + 30_000 });
    expect(toPerson(await logIn({ ...back, totp: next })).id).toBe(id);
  });

  it('logs nobody in to an account that is closed', async () => {
    const { id, subject } = await joinByIdentity();
    const admin = await town.admin();
    for (const [state, code] of [
      ['SUSPENDED', 'ACCOUNT_SUSPENDED'],
      ['BANNED', 'ACCOUNT_BANNED'],
    ] as const) {
      await town.as(admin).execute(
        `mutation ($id: ID!, $state: AccountState!) {
          setAccountState(input: { userId: $id, state: $state }) { userErrors { code } }
        }`,
        { id, state },
      );
      expect(await logIn(await comeBack(subject))).toEqual(refused(code));
    }
  });
});

describe('an answer of a provider', () => {
  it('counts once, for the flow that asked, within ten minutes', async () => {
    const { subject } = await joinByIdentity();
    const [first, second] = [await comeBack(subject), await comeBack(subject)];
    const crossed = { ...first, callbackUrl: second.callbackUrl };
    expect(await logIn(crossed)).toEqual(refused('IDENTITY_NOT_PROVED', 'callbackUrl'));
    expect(await logIn({ ...first, flowToken: 'guess' })).toEqual(
      refused('INVALID_FLOW', 'flowToken'),
    );
    expect(await logIn(first)).toMatchObject({ userErrors: [] });
    expect(await logIn(first)).toEqual(refused('INVALID_FLOW', 'flowToken'));

    clock.advance(10 * 60_000);
    expect(await logIn(second)).toEqual(refused('INVALID_FLOW', 'flowToken'));
  });

  it.each([
    ['a refusal', (url: string) => url, null, 'IDENTITY_NOT_PROVED'],
    ['no address', () => 'nowhere', 'ada', 'INVALID_CALLBACK'],
    ['an endless one', (url: string) => `${url}&x=${'x'.repeat(4_096)}`, 'ada', 'INVALID_CALLBACK'],
    ['one without a code', () => 'http://localhost:4000/', 'ada', 'IDENTITY_NOT_PROVED'],
    [
      'a forged code',
      (url: string) => url.replace(/code=[^&]+/, 'code=forged'),
      'ada',
      'IDENTITY_NOT_PROVED',
    ],
    [
      'a forged state',
      (url: string) => url.replace(/state=[^&]+/, 'state=forged'),
      'ada',
      'IDENTITY_NOT_PROVED',
    ],
    [
      'another issuer',
      (url: string) => url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
      'ada',
      'IDENTITY_NOT_PROVED',
    ],
  ] as const)('that is %s logs nobody in', async (_what, change, subject, code) => {
    const { flowToken, callbackUrl } = await comeBack(subject);
    const answer = await logIn({ flowToken, callbackUrl: change(callbackUrl), signUp });
    expect(answer).toEqual(refused(code, 'callbackUrl'));
  });

  it('proves nothing when the provider is away, or is not asked here', async () => {
    const away = { issuer: 'http://127.0.0.1:9', clientId: 'google', clientSecret: 'secret' };
    const identityProviders = { google: away, apple: null };
    await using other = await startTown(clock, { identityProviders });
    expect(await start('GOOGLE', anonymous, other)).toMatchObject({
      authorizationUrl: null,
      flowToken: null,
      userErrors: [{ code: 'PROVIDER_UNAVAILABLE', path: ['provider'] }],
    });
    expect(await start('APPLE', anonymous, other)).toMatchObject({
      userErrors: [{ code: 'PROVIDER_UNKNOWN', path: ['provider'] }],
    });
    const { data } = await other.nobody.execute('{ identityProviders }');
    expect(data).toEqual({ identityProviders: ['GOOGLE'] });
  });
});

describe('linking an identity', () => {
  it('lets the person log in by it, and tells them', async () => {
    const ada = await town.join();
    const { subject, email } = anAccount({ email_verified: false });
    const back = await comeBack(subject, 'GOOGLE', ada.viewer);
    expect(await link(ada.viewer, back)).toMatchObject({
      identityLink: { provider: 'GOOGLE', email },
      userErrors: [],
    });
    expect(toPerson(await logIn(await comeBack(subject))).id).toBe(ada.id);
    await eventually(() => {
      const mails = town.mails.filter(({ to }) => to === ada.email).map(({ kind }) => kind);
      expect(mails).toContain('IDENTITY_LINKED');
    });
  });

  it('is done by whoever began it, logged in, and a short time ago', async () => {
    const [ada, eve] = [await town.join(), await town.join()];
    const { subject } = anAccount();
    const asNobody = await comeBack(subject);
    expect(await link(ada.viewer, asNobody)).toEqual(notLinked('INVALID_FLOW', 'flowToken'));
    const asAda = await comeBack(subject, 'GOOGLE', ada.viewer);
    expect(await logIn({ ...asAda, signUp })).toEqual(refused('INVALID_FLOW', 'flowToken'));
    expect(await link(eve.viewer, asAda)).toEqual(notLinked('INVALID_FLOW', 'flowToken'));
    const stale = { ...ada.viewer, authTime: ada.viewer.authTime - 601 };
    expect(await link(stale, asAda)).toEqual(notLinked('STEP_UP_REQUIRED'));
    expect(await link(anonymous, asAda)).toBeUndefined();
    expect(await linksOf(ada.viewer)).toMatchObject({ identityLinks: [] });
    expect(await link(ada.viewer, asAda)).toMatchObject({ userErrors: [] });
  });

  it('takes one of each provider, and none that another account has', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    const { subject } = anAccount();
    const linkTo = async (person: typeof ada, of: string, provider: Name = 'GOOGLE') =>
      link(person.viewer, await comeBack(of, provider, person.viewer));
    expect(await linkTo(ada, subject)).toMatchObject({ userErrors: [] });
    expect(await linkTo(bob, subject)).toEqual(notLinked('IDENTITY_TAKEN'));
    expect(await linkTo(ada, anAccount().subject)).toEqual(notLinked('ALREADY_LINKED'));
    expect(await linksOf(bob.viewer)).toMatchObject({ identityLinks: [] });
    expect((await linksOf(ada.viewer)).identityLinks).toHaveLength(1);
  });
});

describe('unlinking an identity', () => {
  it('ends log-ins by it', async () => {
    const ada = await town.join();
    const { subject } = anAccount();
    await link(ada.viewer, await comeBack(subject, 'GOOGLE', ada.viewer));
    const id = (await linksOf(ada.viewer)).identityLinks[0]?.id ?? '';
    const eve = await town.join();
    expect(await unlink(eve.viewer, id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await unlink(ada.viewer, id)).toEqual({ unlinkedId: id, userErrors: [] });
    expect(await logIn(await comeBack(subject))).toEqual(refused('SIGN_UP_REQUIRED', 'signUp'));
  });

  it('leaves the last way to log in, until there is a password', async () => {
    const { viewer, email } = await joinByIdentity();
    const id = (await linksOf(viewer)).identityLinks[0]?.id ?? '';
    expect(await unlink(viewer, id)).toEqual({
      unlinkedId: null,
      userErrors: [{ code: 'LAST_LOG_IN', path: ['id'] }],
    });
    expect((await linksOf(viewer)).identityLinks).toHaveLength(1);

    await town.nobody.execute(
      `mutation { requestPasswordReset(input: { email: "${email}" }) { userErrors { code } } }`,
    );
    const token = await town.mailedLink('RESET_PASSWORD', email);
    await town.nobody.execute(
      `mutation { resetPassword(input: { token: "${token}", newPassword: "${password}" }) {
        userErrors { code } } }`,
    );
    const logged = toPerson((await town.logIn(email)).data?.['logIn']);
    expect(await unlink(logged.viewer, id)).toEqual({ unlinkedId: id, userErrors: [] });
    expect(await linksOf(logged.viewer)).toEqual({ hasPassword: true, identityLinks: [] });
  });

  it('leaves one of two that are taken away at the same moment by two devices', async () => {
    for (let round = 0; round < 8; round++) {
      const phone = await joinByIdentity();
      const apple = anAccount().subject;
      const identities = town.runtime.store.db.collection<{ _id: string }>('identityLinks');
      await identities.insertOne({
        ...{ _id: newId('idl'), userId: phone.id, provider: 'APPLE', subject: apple },
        ...{ email: null, createdAt: clock.now(), lastUsedAt: clock.now() },
      });
      const laptop = toPerson(await logIn(await comeBack(phone.subject)));
      const [google, other] = (await linksOf(phone.viewer)).identityLinks;
      await Promise.all([
        unlink(phone.viewer, google?.id ?? ''),
        unlink(laptop.viewer, other?.id ?? ''),
      ]);
      expect((await linksOf(phone.viewer)).identityLinks).toHaveLength(1);
    }
  });
});
