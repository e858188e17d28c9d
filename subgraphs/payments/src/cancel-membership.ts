import { giveUpPayment } from './give-up-payment.ts';
import { refused, succeeded, type Outcome } from './idempotency.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { refuse } from './refusal.ts';
import { changeMembership, endMembership } from './settle-membership.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** When to end one's membership. */
export interface CancelMembership {
  readonly idempotencyKey: string;
  readonly atPeriodEnd: boolean;
}

/** Ends the payer's membership, at the end of the paid period or at once. */
export async function cancelMembership(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, atPeriodEnd }: CancelMembership,
): Promise<Outcome> {
  const now = desk.clock.now();
  const stale = refuseStaleLogIn(payer.authTime, now);
  if (stale !== null) return refused(stale);
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'cancelMembership',
    input: { atPeriodEnd },
  };
  return desk.once(request, async (claim) => {
    const [live] = await desk.memberships.findLiveByUserIds([payer.id]);
    const [open] = live == null ? [] : await desk.charges.findOpenPayments([live.id]);
    const outcome = await desk.transact(async (tx) => {
      const terms = live == null ? null : await desk.memberships.findTerms(tx, { id: live.id });
      if (terms === null) return claim.complete(tx, refused(refuse('NOT_FOUND')));
      if (terms.status === 'PENDING' || terms.status === 'EXPIRED') {
        return claim.complete(tx, refused(refuse('WRONG_STATUS')));
      }
      if (!atPeriodEnd) await endMembership(tx, desk, terms, now);
      else if (terms.status === 'ACTIVE') {
        const cancelled = { status: 'CANCEL_AT_PERIOD_END', nextPlanCode: null } as const;
        await changeMembership(tx, desk, terms, cancelled, now);
      } else if (terms.status !== 'CANCEL_AT_PERIOD_END') {
        return claim.complete(tx, refused(refuse('WRONG_STATUS', 'atPeriodEnd')));
      }
      return claim.complete(tx, succeeded(terms.id));
    });
    // What was still owed is no longer asked for; were it charged right now, it would be given back.
    if (open != null && outcome.refusal === null) await giveUpPayment(desk, open);
    return outcome;
  });
}
