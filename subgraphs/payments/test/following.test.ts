import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { aMember } from '@skillswap/kit/test/testkit';
import { anonymous } from '@skillswap/kit/viewer';
import { followPayment } from './follow.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

describe('who follows a payment', () => {
  it('sees its present state first, then each change', async () => {
    const ada = aPayer(payments);
    const id = await ada.hasBegun();
    await using followed = await followPayment(payments.url, ada.viewer, id);
    expect(await followed.next()).toEqual({ id, status: 'INITIATED', invoice: null });
    await ada.confirms(id, { paymentMethod: 'pm_card_authenticationRequired' });
    expect(await followed.next()).toMatchObject({ status: 'REQUIRES_ACTION' });
    const [row] = await payments.owner<{ providerIntentId: string }[]>`
      select provider_intent_id from payment_intents where id = ${id}`;
    await payments.authenticate(row?.providerIntentId ?? '');
    expect(await followed.next()).toMatchObject({ status: 'CONFIRMED', invoice: {} });
  });

  it('follows their own only; another’s payment answers like one that does not exist', async () => {
    const id = await aPayer(payments).hasBegun();
    const refusals = await Promise.all(
      [id, newId('pay')].map(async (wanted) => {
        await using followed = await followPayment(payments.url, aMember(), wanted);
        return await followed.next().catch(String);
      }),
    );
    expect(refusals[0]).toContain('BAD_USER_INPUT');
    expect(refusals[1]).toBe(refusals[0]);
  });

  it('has logged in', async () => {
    const id = await aPayer(payments).hasBegun();
    await using followed = await followPayment(payments.url, anonymous, id);
    await expect(followed.next()).rejects.toThrow('UNAUTHENTICATED');
  });
});

describe('a list of people', () => {
  it('costs as many queries for ten as for one', async () => {
    const people = Array.from({ length: 10 }, () => aPayer(payments));
    for (const person of people) await person.joins();
    const finance = aMember({ scopes: ['finance', 'admin'] });
    const statements: string[] = [];
    Object.assign(payments.runtime.sql.options, {
      debug: (_connection: number, query: string) => {
        if (/from (payment_intents|invoices|memberships|plans|ledger)/.test(query)) {
          statements.push(query);
        }
      },
    });
    const costOf = async (ids: readonly string[]) => {
      statements.length = 0;
      const answer = await payments.as(finance).execute(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User {
          membership { plan { name } }
          timeCredits { balanceMinutes entries(first: 5) { edges { node { id } } } }
          paymentIntents(first: 5) { edges { node { id invoice { number } } } }
          invoices(first: 5) { edges { node { number } } } } } }`,
        { of: ids.map((id) => ({ __typename: 'User', id })) },
      );
      expect(answer.errors).toEqual([]);
      return statements.length;
    };
    const ids = people.map(({ viewer }) => viewer.id);
    expect(await costOf(ids)).toBe(await costOf(ids.slice(0, 1)));
    expect(statements.length).toBeLessThanOrEqual(7);
  });
});
