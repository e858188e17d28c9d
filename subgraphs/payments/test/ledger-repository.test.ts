import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@skillswap/kit/id';
import { isAboveMaximum, isBelowMinimum, post } from '../src/ledger-repository.ts';
import type { LedgerAccount, Movement } from '../src/ledger.ts';
import { brokenConstraint, errorCode } from '../src/transact.ts';
import { brokenInvariants } from './money-invariants.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

const anAccount = (minimum: number | null = null): LedgerAccount => ({
  id: newId('acc'),
  unit: 'EUR',
  ownerId: null,
  minimum,
});
/** What somebody is owed: it never rises above zero. */
const aDebt = (): LedgerAccount => ({ ...anAccount(), maximum: 0 });
const enter = (movements: readonly Movement[], reference = newId('ref'), kind = 'TEST') =>
  payments.runtime.transact((tx) =>
    post(tx, {
      reference,
      kind,
      paymentIntentId: null,
      sessionId: null,
      at: payments.clock.now(),
      movements,
    }),
  );
const move = (from: LedgerAccount, to: LedgerAccount, amount: number, reference?: string) =>
  enter(
    [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
    reference,
  );
const balanceOf = async ({ id }: LedgerAccount) => {
  const [row] = await payments.owner<{ balance: string }[]>`
    select balance from ledger_accounts where id = ${id}`;
  return Number(row?.balance);
};

describe('the ledger', () => {
  it('refuses a transaction that does not balance, as a whole', async () => {
    const [from, to] = [anAccount(), anAccount()];
    const refused = enter([
      { account: from, amount: -100 },
      { account: to, amount: 99 },
    ]);
    await expect(refused).rejects.toSatisfy(
      (error) => brokenConstraint(error) === 'ledger_transactions_balanced',
    );
    expect(await balanceOf(from)).toBeNaN();
  });

  it('posts a cause once', async () => {
    const [from, to] = [anAccount(), anAccount()];
    const reference = newId('ref');
    expect(await move(from, to, 10, reference)).toHaveLength(2);
    expect(await move(from, to, 10, reference)).toBeNull();
    expect(await balanceOf(to)).toBe(10);
  });

  it('pays exactly fifty of a hundred debits at once from a balance for fifty', async () => {
    const [source, wallet, shop] = [anAccount(), anAccount(0), anAccount()];
    await move(source, wallet, 50);
    const results = await Promise.all(
      Array.from({ length: 100 }, () =>
        move(wallet, shop, 1).then(
          () => 'paid',
          (error: unknown) => {
            if (isBelowMinimum(error)) return 'refused';
            throw error;
          },
        ),
      ),
    );
    expect(results.filter((result) => result === 'paid')).toHaveLength(50);
    expect(await balanceOf(wallet)).toBe(0);
    expect(await brokenInvariants(payments.owner)).toEqual({});
  });

  it('pays exactly fifty of a hundred at once of a debt of fifty', async () => {
    const [source, debt, shop] = [anAccount(), aDebt(), anAccount()];
    await move(debt, source, 50);
    const results = await Promise.all(
      Array.from({ length: 100 }, () =>
        move(shop, debt, 1).then(
          () => 'paid',
          (error: unknown) => {
            if (isAboveMaximum(error)) return 'refused';
            throw error;
          },
        ),
      ),
    );
    expect(results.filter((result) => result === 'paid')).toHaveLength(50);
    expect(await balanceOf(debt)).toBe(0);
  });

  it.each(['PAYMENT_REFUNDED', 'DISPUTE_LOST'])(
    'lets %s alone take back more than a debt has left, and pays nothing until that is filled',
    async (kind) => {
      const [source, debt] = [anAccount(), aDebt()];
      const takeBack = (amount: number) => [
        { account: source, amount: -amount },
        { account: debt, amount },
      ];
      await move(debt, source, 10);
      await expect(move(source, debt, 11)).rejects.toSatisfy(isAboveMaximum);
      expect(await balanceOf(debt)).toBe(-10);
      await enter(takeBack(30), newId('ref'), kind);
      expect(await balanceOf(debt)).toBe(20);
      await move(debt, source, 15);
      await expect(move(source, debt, 1)).rejects.toSatisfy(isAboveMaximum);
      await move(debt, source, 15);
      await move(source, debt, 10);
      expect(await balanceOf(debt)).toBe(0);
    },
  );

  it('keeps its rules under any transfers at once', async () => {
    const transfer = fc.record({
      from: fc.nat(4),
      to: fc.nat(4),
      amount: fc.integer({ min: 1, max: 1_000 }),
      cause: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(transfer, { minLength: 1, maxLength: 12 }), async (transfers) => {
        const accounts = [anAccount(), anAccount(0), anAccount(-500), anAccount(), aDebt()];
        const causes = Array.from({ length: 6 }, () => newId('ref'));
        await Promise.all(
          transfers.map(async ({ from, to, amount, cause }) => {
            const [payer, payee] = [accounts[from], accounts[to]];
            if (payer === undefined || payee === undefined || payer === payee) return;
            await move(payer, payee, amount, causes[cause]).catch((error: unknown) => {
              if (!isBelowMinimum(error) && !isAboveMaximum(error)) throw error;
            });
          }),
        );
        expect(await brokenInvariants(payments.owner)).toEqual({});
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['changed', 'update ledger_entries set amount = amount + 1'],
    ['deleted', 'delete from ledger_entries'],
    ['emptied', 'truncate ledger_entries'],
    ['rewritten', 'update ledger_transactions set kind = kind'],
  ])('is never %s, neither by the subgraph nor by the owner', async (_title, statement) => {
    await move(anAccount(), anAccount(), 5);
    for (const sql of [payments.runtime.sql, payments.owner]) {
      await expect(sql.unsafe(statement)).rejects.toSatisfy(
        (error) => errorCode(error) === '42501',
      );
    }
  });

  it('lets the subgraph set no balance', async () => {
    await expect(
      payments.runtime.sql`update ledger_accounts set balance = 1_000_000`,
    ).rejects.toSatisfy((error) => errorCode(error) === '42501');
  });

  it('keeps each month in a partition that was prepared', async () => {
    const [from, to] = [anAccount(), anAccount()];
    await move(from, to, 5);
    const [row] = await payments.owner<{ partition: string }[]>`
      select tableoid::regclass::text as partition from ledger_entries where account_id = ${to.id}`;
    const month = payments.clock.now().toISOString().slice(0, 7).replace('-', '_');
    expect(row?.partition).toBe(`ledger_entries_${month}`);
  });
});

describe('a payment in the store', () => {
  it('never moves backwards', async () => {
    const id = newId('pay');
    await payments.owner`
      insert into payment_intents (id, user_id, purpose, amount_minor, currency, status, version,
        provider_intent_id, created_at, updated_at)
      values (${id}, 'usr', 'PAYMENT', 100, 'EUR', 'CANCELLED', 1, ${id}, now(), now())`;
    const backwards = payments.owner`
      update payment_intents set status = 'INITIATED', version = 2 where id = ${id}`;
    await expect(backwards).rejects.toSatisfy(
      (error) => brokenConstraint(error) === 'payment_moves_forward',
    );
  });
});
