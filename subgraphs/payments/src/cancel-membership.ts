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
    return desk.transact(async (tx) => {
      const terms = live == null ? null : await desk.memberships.findTerms(tx, { id: live.id });
      if (terms === null) return claim.complete(tx, refused(refuse('NOT_FOUND')));
      if (terms.status === 'PENDING' || terms.status === 'EXPIRED') {
        return claim.complete(tx, refused(refuse('WRONG_STATUS')));
      }
      if (!atPeriodEnd) await endMembership(tx, desk, terms, now);
      else if (terms.status === 'ACTIVE') {
        await changeMembership(tx, desk, terms, 'CANCEL_AT_PERIOD_END', now);
      } else if (terms.status !== 'CANCEL_AT_PERIOD_END') {
        return claim.complete(tx, refused(refuse('WRONG_STATUS', 'atPeriodEnd')));
      }
      return claim.complete(tx, succeeded(terms.id));
    });
  });
}

/** The end of a paid period. A membership that nothing renews is over then. */
export async function endPaidPeriod(desk: MoneyDesk, membershipId: string): Promise<void> {
  const now = desk.clock.now();
  await desk.transact(async (tx) => {
    const terms = await desk.memberships.findTerms(tx, { id: membershipId });
    if (terms?.status !== 'ACTIVE' && terms?.status !== 'CANCEL_AT_PERIOD_END') return;
    if (terms.currentPeriodEnd === null || terms.currentPeriodEnd > now) return;
    await endMembership(tx, desk, terms, now);
  });
}
