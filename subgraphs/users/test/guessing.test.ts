import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAddress, startTown, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const invalidCredentials = {
  errors: [],
  data: { logIn: { auth: null, user: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] } },
};

describe('guessing', () => {
  it('is refused after five failures for an account, the right password included', async () => {
    const { email } = await town.join();
    for (let failure = 0; failure < 5; failure += 1) {
      expect(await town.logIn(email, 'guess')).toMatchObject(invalidCredentials);
    }
    const answer = await town.logIn(email);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    const retryAfter = Number(answer.errors[0]?.extensions?.['retryAfterSeconds']);
    expect(retryAfter).toBeGreaterThan(600);
    expect(retryAfter).toBeLessThanOrEqual(900);
  });

  it('is limited alike for an address that nobody has', async () => {
    const email = anAddress();
    for (let failure = 0; failure < 5; failure += 1) await town.logIn(email, 'guess');
    expect((await town.logIn(email)).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
  });

  it('gets no more than five tries when they come at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { email } = await town.join();
      const tries = Array.from({ length: 20 }, () => town.logIn(email, 'guess'));
      const looked = (await Promise.all(tries)).filter(({ errors }) => errors.length === 0);
      expect(looked).toHaveLength(5);
    }
  });

  it('is forgiven by a log-in', async () => {
    const { email } = await town.join();
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) await town.logIn(email, 'guess');
      expect((await town.logIn(email)).data).toMatchObject({ logIn: { userErrors: [] } });
    }
  });

  it('does not stand in the way of a person who logs in on ten devices at once', async () => {
    const { email } = await town.join();
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.logIn(email)));
    expect(answers.every(({ errors }) => errors.length === 0)).toBe(true);
  });

  it('is refused after twenty failures from one address of the network', async () => {
    const guess = () =>
      town.executeFrom(
        '203.0.113.9',
        `mutation { logIn(input: { email: "${anAddress()}", password: "guess" }) { user { id } } }`,
      );
    const errors: unknown[] = [];
    for (let failure = 0; failure < 21; failure += 1) errors.push(...(await guess()));
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });
});
