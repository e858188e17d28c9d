import { refused, succeeded, type Outcome } from './idempotency.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { isOthersAccount } from './payout-repository.ts';
import { refuse } from './refusal.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Where somebody's payouts are to go. */
export interface SetPayoutAccount {
  readonly idempotencyKey: string;
  readonly personId: string;
  /** As the provider names it. */
  readonly account: string;
}

/** Keeps where somebody's payouts go from now on. An account is one person's. */
export async function setPayoutAccount(
  desk: MoneyDesk,
  treasurer: Payer,
  { idempotencyKey, personId, account }: SetPayoutAccount,
): Promise<Outcome> {
  const now = desk.clock.now();
  const refusal =
    treasurer.id === personId
      ? refuse('SAME_PERSON', 'personId')
      : refuseStaleLogIn(treasurer.authTime, now);
  if (refusal !== null) return refused(refusal);
  const request = {
    principal: treasurer.id,
    key: idempotencyKey,
    operation: 'setPayoutAccount',
    input: { personId, account },
  };
  const entry = { userId: personId, providerAccount: account, enteredBy: treasurer.id, at: now };
  return desk.once(request, async (claim) => {
    try {
      return await desk.transact(async (tx) => {
        await desk.payouts.enterAccount(tx, entry);
        return claim.complete(tx, succeeded(personId));
      });
    } catch (error) {
      if (!isOthersAccount(error)) throw error;
      const taken = refused(refuse('WRONG_STATUS', 'account'));
      return desk.transact((tx) => claim.complete(tx, taken));
    }
  });
}
