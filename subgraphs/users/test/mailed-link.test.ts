import { createManualClock } from '@skillswap/kit/clock';
import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAddress, invalidToken, password, startTown, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

describe('the mailed link', () => {
  it('works once, even when it is used many times at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const email = anAddress();
      await town.signUp(email);
      await town.signUp(email);
      const [first = '', second = ''] = town.mailedTokens(email);
      const uses = [first, first, second, second, first];
      const answers = await Promise.all(uses.map((token) => town.verifyEmail(token)));
      const opened = answers.filter(({ data }) => JSON.stringify(data).includes('accessToken'));
      expect(opened).toHaveLength(1);
      expect(await town.verifyEmail(first)).toMatchObject(invalidToken);
      const accounts = town.runtime.store.db.collection('users');
      expect(await accounts.countDocuments({ email })).toBe(1);
    }
  });

  it('ends after 24 hours', async () => {
    const clock = createManualClock(new Date('2026-03-01T12:00:00Z'));
    await using later = await startTown(clock);
    const [email, tooLate] = [anAddress(), anAddress()];
    await later.signUp(tooLate);
    clock.advance(3_600_000);
    await later.signUp(email);
    clock.advance(23.5 * 3_600_000);
    expect(await later.verifyEmail(later.mailedTokens(tooLate)[0] ?? '')).toMatchObject(
      invalidToken,
    );
    const inTime = await later.verifyEmail(later.mailedTokens(email)[0] ?? '');
    expect(inTime.data).toMatchObject({ verifyEmail: { userErrors: [] } });
  });

  it('is stored only as a hash', async () => {
    const email = anAddress();
    await town.signUp(email);
    const rows = await town.runtime.store.db.collection('registrations').find({ email }).toArray();
    const [token = 'none'] = town.mailedTokens(email);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('can be asked for again; the earlier one still works', async () => {
    const email = anAddress();
    await town.signUp(email);
    expect(await town.resendVerification(email)).toMatchObject({ errors: [] });
    await eventually(() => {
      expect(town.mailedTokens(email)).toHaveLength(2);
    });
    const answer = await town.verifyEmail(town.mailedTokens(email)[0] ?? '');
    expect(answer.data).toMatchObject({ verifyEmail: { userErrors: [] } });
  });

  it('is asked for with the same answer for a waiting, a known and an unknown address', async () => {
    const waiting = anAddress();
    await town.signUp(waiting);
    const { email: known } = await town.join();
    const answers = await Promise.all([waiting, known, anAddress()].map(town.resendVerification));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await eventually(() => {
      expect(town.mails.some(({ kind, to }) => kind === 'ACCOUNT_EXISTS' && to === known)).toBe(
        true,
      );
    });
  });

  it('is refused when it is invented', async () => {
    expect(await town.verifyEmail('x'.repeat(100_000))).toMatchObject(invalidToken);
    expect(await town.verifyEmail('{"$gt":""}')).toMatchObject(invalidToken);
  });
});
