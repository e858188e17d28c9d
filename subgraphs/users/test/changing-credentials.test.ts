import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import { eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { anAddress, password, startTown, toPerson, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const another = 'another horse, another battery';

const changePassword = (viewer: Viewer, currentPassword: string, newPassword = another) =>
  town.as(viewer).execute(
    `mutation ($input: ChangePasswordInput!) {
      changePassword(input: $input) { userErrors { code path } }
    }`,
    { input: { currentPassword, newPassword } },
  );

const changeEmail = (viewer: Viewer, newEmail: string, where = town) =>
  where.as(viewer).execute(
    `mutation ($newEmail: String!) {
      changeEmail(input: { newEmail: $newEmail }) { userErrors { code path } }
    }`,
    { newEmail },
  );

const confirm = (token: string, where = town) =>
  where.nobody.execute(
    `mutation ($token: String!) {
      confirmEmailChange(input: { token: $token }) { userErrors { code path } }
    }`,
    { token },
  );

const readEmail = async (viewer: Viewer, where = town) =>
  (await where.as(viewer).execute('{ viewer { email emailVerified } }')).data;

const unauthenticated = { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };
const invalidLink = {
  errors: [],
  data: { confirmEmailChange: { userErrors: [{ code: 'INVALID_TOKEN', path: ['token'] }] } },
};
const text = (answer: { readonly data: unknown }) => JSON.stringify(answer.data);
const logOut = 'mutation { logOut(input: {}) { userErrors { code } } }';

describe('a change of the password', () => {
  it('holds, ends the other log-ins and keeps this one', async () => {
    const phone = await town.join();
    const laptop = toPerson((await town.logIn(phone.email)).data?.['logIn']);
    expect(await changePassword(laptop.viewer, password)).toMatchObject({
      errors: [],
      data: { changePassword: { userErrors: [] } },
    });
    expect(text(await town.logIn(phone.email))).toContain('INVALID_CREDENTIALS');
    expect(text(await town.logIn(phone.email, another))).toContain('accessToken');
    expect(text(await town.refresh(phone.refreshToken))).toContain('INVALID_REFRESH_TOKEN');
    expect(text(await town.refresh(laptop.refreshToken))).toContain('accessToken');
    expect(await town.events('user.authSessionRevoked', phone.id, 1)).toEqual([
      { userId: phone.id, authSessionId: phone.viewer.authSessionId },
    ]);
  });

  it.each([
    ['guess', another, 'WRONG_PASSWORD', 'currentPassword'],
    [password, 'short', 'PASSWORD_TOO_SHORT', 'newPassword'],
    [password, 'password123', 'PASSWORD_TOO_COMMON', 'newPassword'],
  ])(
    'from %.8s to %.8s is refused as %s and changes nothing',
    async (current, next, code, field) => {
      const { email, viewer, refreshToken } = await town.join();
      expect(await changePassword(viewer, current, next)).toMatchObject({
        errors: [],
        data: { changePassword: { userErrors: [{ code, path: [field] }] } },
      });
      expect(text(await town.logIn(email))).toContain('accessToken');
      expect(text(await town.refresh(refreshToken))).toContain('accessToken');
    },
  );

  it('counts wrong passwords as failed log-ins', async () => {
    const { viewer } = await town.join();
    for (let failure = 0; failure < 5; failure += 1) await changePassword(viewer, 'guess');
    expect((await changePassword(viewer, password)).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
  });

  it('is not for a log-in that has ended, though its token has not', async () => {
    const { email, viewer } = await town.join();
    await town.as(viewer).execute(logOut);
    expect(await changePassword(viewer, password)).toMatchObject(unauthenticated);
    expect(text(await town.logIn(email))).toContain('accessToken');
    expect(await changePassword(anonymous, password)).toMatchObject(unauthenticated);
  });

  it('leaves no log-in by the former password that happens at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { email, viewer } = await town.join();
      const logIns = [town.logIn(email), town.logIn(email)];
      const [change, ...tried] = await Promise.all([changePassword(viewer, password), ...logIns]);
      expect(change).toMatchObject({ data: { changePassword: { userErrors: [] } } });
      for (const logIn of tried.filter((answer) => text(answer).includes('accessToken'))) {
        const { refreshToken } = toPerson(logIn.data?.['logIn']);
        expect(text(await town.refresh(refreshToken))).toContain('INVALID_REFRESH_TOKEN');
      }
    }
  });

  it('happens once when two are asked for at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { email, viewer } = await town.join();
      const wanted = ['first new password', 'second new password'];
      const answers = await Promise.all(
        wanted.map((next) => changePassword(viewer, password, next)),
      );
      const changed = wanted.filter(
        (_, index) => !text(answers[index] ?? { data: null }).includes('WRONG'),
      );
      expect(changed).toHaveLength(1);
      expect(text(await town.logIn(email, changed[0]))).toContain('accessToken');
    }
  });
});

describe('a change of the address', () => {
  it('holds once the link mailed to the new one is used, and the former one is told', async () => {
    const [{ id, email, viewer }, newEmail] = [await town.join(), anAddress()];
    expect(await changeEmail(viewer, ` ${newEmail.toUpperCase()}`)).toMatchObject({
      errors: [],
      data: { changeEmail: { userErrors: [] } },
    });
    const token = await town.mailedLink('CHANGE_EMAIL', newEmail);
    expect(await readEmail(viewer)).toEqual({ viewer: { email, emailVerified: true } });
    expect(text(await confirm(token))).toContain('"userErrors":[]');
    expect(await readEmail(viewer)).toEqual({ viewer: { email: newEmail, emailVerified: true } });
    expect(toPerson((await town.logIn(newEmail)).data?.['logIn']).id).toBe(id);
    expect(text(await town.logIn(email))).toContain('INVALID_CREDENTIALS');
    await eventually(() => {
      expect(town.mails.some(({ kind, to }) => kind === 'EMAIL_CHANGED' && to === email)).toBe(
        true,
      );
    });
  });

  it('is answered alike for an address that has an account; only its owner is told', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    expect(await changeEmail(ada.viewer, bob.email)).toEqual(
      await changeEmail(ada.viewer, anAddress()),
    );
    await eventually(() => {
      expect(town.mails.some(({ kind, to }) => kind === 'EMAIL_TAKEN' && to === bob.email)).toBe(
        true,
      );
    });
    expect(town.mailedTokens(bob.email, 'CHANGE_EMAIL')).toEqual([]);
  });

  it('goes to one of two people who want the same address', async () => {
    for (let round = 0; round < 5; round += 1) {
      const newEmail = anAddress();
      const [ada, bob] = [await town.join(), await town.join()];
      await changeEmail(ada.viewer, newEmail);
      await changeEmail(bob.viewer, newEmail);
      await eventually(() => {
        expect(town.mailedTokens(newEmail, 'CHANGE_EMAIL')).toHaveLength(2);
      });
      const links = town.mailedTokens(newEmail, 'CHANGE_EMAIL');
      const answers = await Promise.all([...links, ...links].map((token) => confirm(token)));
      const worked = answers.filter((answer) => !text(answer).includes('INVALID_TOKEN'));
      expect(worked).toHaveLength(1);
    }
  });

  it('is refused when it is no change or no address', async () => {
    const { email, viewer } = await town.join();
    expect((await changeEmail(viewer, email.toUpperCase())).data).toEqual({
      changeEmail: { userErrors: [{ code: 'UNCHANGED', path: ['newEmail'] }] },
    });
    expect((await changeEmail(viewer, 'no address')).data).toEqual({
      changeEmail: { userErrors: [{ code: 'INVALID_EMAIL', path: ['newEmail'] }] },
    });
  });

  it('follows the latest wish', async () => {
    const [{ viewer }, first, second] = [await town.join(), anAddress(), anAddress()];
    await changeEmail(viewer, first);
    const earlier = await town.mailedLink('CHANGE_EMAIL', first);
    await changeEmail(viewer, second);
    expect(await confirm(earlier)).toMatchObject(invalidLink);
    await confirm(await town.mailedLink('CHANGE_EMAIL', second));
    expect(await readEmail(viewer)).toMatchObject({ viewer: { email: second } });
  });

  it('needs a log-in of the last ten minutes, and its link ends after 24 hours', async () => {
    const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
    await using later = await startTown(clock);
    const [{ email, viewer }, newEmail] = [await later.join(), anAddress()];
    clock.advance(600_000);
    expect(text(await changeEmail(viewer, newEmail, later))).toContain('"userErrors":[]');
    const token = await later.mailedLink('CHANGE_EMAIL', newEmail);
    clock.advance(1_000);
    expect((await changeEmail(viewer, anAddress(), later)).data).toEqual({
      changeEmail: { userErrors: [{ code: 'STEP_UP_REQUIRED', path: [] }] },
    });
    clock.advance(24 * 3_600_000);
    expect(await confirm(token, later)).toMatchObject(invalidLink);
    expect(await readEmail(viewer, later)).toMatchObject({ viewer: { email } });
  });

  it('is not for a log-in that has ended, nor for nobody', async () => {
    const { viewer } = await town.join();
    await town.as(viewer).execute(logOut);
    expect(await changeEmail(viewer, anAddress())).toMatchObject(unauthenticated);
    expect(await changeEmail(anonymous, anAddress())).toMatchObject(unauthenticated);
  });

  it('that an intruder wished for ends with the owner’s new password by link', async () => {
    const [{ email, viewer }, intruders] = [await town.join(), anAddress()];
    await changeEmail(viewer, intruders);
    const token = await town.mailedLink('CHANGE_EMAIL', intruders);
    await town.nobody.execute(
      `mutation { requestPasswordReset(input: { email: "${email}" }) { userErrors { code } } }`,
    );
    const link = await town.mailedLink('RESET_PASSWORD', email);
    await town.nobody.execute(
      `mutation { resetPassword(input: { token: "${link}", newPassword: "${another}" }) {
        userErrors { code } } }`,
    );
    expect(await confirm(token)).toMatchObject(invalidLink);
  });
});
