import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, recordCommands } from '@skillswap/kit/test/testkit';
import { anAddress, invalidToken, password, startTown, toPerson, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const mailSent = { data: { signUp: { mailSent: true, userErrors: [] } }, errors: [] };
describe('signing up', () => {
  it('mails a link, whose use opens the account and logs in', async () => {
    const email = anAddress();
    expect(await town.signUp(email)).toMatchObject(mailSent);
    const answer = await town.verifyEmail(town.mailedTokens(email)[0] ?? '');
    expect(answer.data).toMatchObject({
      verifyEmail: { user: { displayName: 'Ada' }, userErrors: [] },
    });
    const { viewer, id } = toPerson(answer.data?.['verifyEmail']);
    expect(await town.as(viewer).execute('{ viewer { id email emailVerified } }')).toMatchObject({
      data: { viewer: { id, email, emailVerified: true } },
      errors: [],
    });
  });

  it('tells the other subgraphs of the account once it is open, not before', async () => {
    const email = anAddress();
    await town.signUp(email, { displayName: 'Bob', preferredLanguage: 'fr' });
    const answer = await town.verifyEmail(town.mailedTokens(email)[0] ?? '');
    const { id } = toPerson(answer.data?.['verifyEmail']);
    expect(await town.events('user.registered', id, 1)).toMatchObject([
      { userId: id, displayName: 'Bob', timeZone: 'Europe/Paris', languages: ['fr'] },
    ]);
  });

  it('gives a known address the same answer by the same work, and its owner another mail', async () => {
    const { email } = await town.join();
    const known = await recordedSignUp(email);
    const unknown = await recordedSignUp(anAddress());
    expect(known.answer).toEqual(unknown.answer);
    expect(known.commands).toEqual(unknown.commands);
    expect(town.mails.filter((mail) => mail.to === email).map(({ kind }) => kind)).toEqual([
      'VERIFY_EMAIL',
      'ACCOUNT_EXISTS',
    ]);
  });

  it('does not change the account of a known address', async () => {
    const { email, viewer } = await town.join();
    await town.signUp(email, { password: 'another password', displayName: 'Mallory' });
    expect((await town.as(viewer).execute('{ viewer { displayName } }')).data).toMatchObject({
      viewer: { displayName: 'Ada' },
    });
    expect((await town.logIn(email, 'another password')).data).toMatchObject({
      logIn: { auth: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
  });

  it('opens the account with the password of the sign-up whose link is used', async () => {
    const email = anAddress();
    await town.signUp(email, { password: 'what a stranger chose' });
    await town.signUp(email);
    await town.verifyEmail(town.mailedTokens(email)[1] ?? '');
    expect((await town.logIn(email)).data).toMatchObject({ logIn: { userErrors: [] } });
    expect((await town.logIn(email, 'what a stranger chose')).data).toMatchObject({
      logIn: { userErrors: [{ code: 'INVALID_CREDENTIALS' }] },
    });
    const [strangersLink = ''] = town.mailedTokens(email);
    expect(await town.verifyEmail(strangersLink)).toMatchObject(invalidToken);
  });

  it('knows an address however it is written', async () => {
    const { email } = await town.join();
    await town.signUp(`  ${email.toUpperCase()} `);
    expect(town.mails.at(-1)).toMatchObject({ kind: 'ACCOUNT_EXISTS', to: email });
  });

  it('writes in the language that was chosen', async () => {
    const email = anAddress();
    await town.signUp(email, { preferredLanguage: 'fr-FR' });
    expect(town.mails.find((mail) => mail.to === email)?.subject).toBe(
      'Confirmez votre adresse e-mail',
    );
  });

  it('says so when the mail server is away, and sends the link again later', async () => {
    const email = anAddress();
    town.mailServer.works = false;
    const answer = await town.signUp(email);
    town.mailServer.works = true;
    expect(answer.data).toMatchObject({ signUp: { mailSent: false, userErrors: [] } });
    await town.resendVerification(email);
    await eventually(() => {
      expect(town.mailedTokens(email)).toHaveLength(1);
    });
  });

  it.each([
    [{ email: 'not an address' }, 'INVALID_EMAIL', 'email'],
    [{ email: 'a@b@c' }, 'INVALID_EMAIL', 'email'],
    [{ password: 'short12' }, 'PASSWORD_TOO_SHORT', 'password'],
    [{ password: 'ab'.repeat(501) }, 'PASSWORD_TOO_LONG', 'password'],
    [{ password: 'Password123' }, 'PASSWORD_TOO_COMMON', 'password'],
    [{ displayName: ' \u200B ' }, 'EMPTY', 'displayName'],
    [{ displayName: 'x'.repeat(81) }, 'TOO_LONG', 'displayName'],
    [{ displayName: 'a\u0000b' }, 'INVALID_TEXT', 'displayName'],
    [{ preferredLanguage: 'no language' }, 'INVALID_LANGUAGE', 'preferredLanguage'],
    [{ timeZone: 'Europe/Atlantis' }, 'INVALID_TIME_ZONE', 'timeZone'],
    [{ timeZone: '+02:00' }, 'INVALID_TIME_ZONE', 'timeZone'],
    [{ acceptedTermsVersion: '0' }, 'TERMS_NOT_ACCEPTED', 'acceptedTermsVersion'],
  ])('refuses %j as %s of %s, and mails nobody', async (over, code, field) => {
    const email = anAddress();
    const answer = await town.signUp(email, over);
    expect(answer).toMatchObject({
      errors: [],
      data: { signUp: { mailSent: false, userErrors: [{ code, path: [field] }] } },
    });
    expect(town.mailedTokens(email)).toEqual([]);
  });

  it('names every refused field at once', async () => {
    const answer = await town.signUp('nobody', { password: 'x', displayName: '' });
    expect(answer.data).toMatchObject({
      signUp: {
        userErrors: [{ path: ['email'] }, { path: ['password'] }, { path: ['displayName'] }],
      },
    });
  });

  it('allows thirty sign-ups a minute from one address of the network', async () => {
    const attempt = () =>
      town.executeFrom(
        '203.0.113.7',
        `mutation { signUp(input: { email: "x", password: "x", displayName: "x",
          timeZone: "UTC", acceptedTermsVersion: "1" }) { mailSent } }`,
      );
    const answers = await Promise.all(Array.from({ length: 33 }, attempt));
    const limited = answers.flat();
    expect(limited).toHaveLength(3);
    expect(limited).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 60 } },
      { extensions: { code: 'RATE_LIMITED' } },
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
  });

  it('lets strangers send an address only so many mails', async () => {
    const email = anAddress();
    for (let time = 0; time < 12; time += 1) {
      expect(await town.signUp(email, { password })).toMatchObject(mailSent);
    }
    expect(town.mailedTokens(email)).toHaveLength(10);
  });
});

/** A sign-up's answer, and what it asked the store. */
async function recordedSignUp(email: string) {
  let answer: unknown;
  const stores = ['users', 'registrations', 'credentials', 'consents'];
  const commands = await recordCommands(town.runtime.store.client, stores, async () => {
    answer = await town.signUp(email);
  });
  return { answer, commands: commands.map(({ commandName }) => commandName) };
}
