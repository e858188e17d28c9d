import { refused, succeeded, type Outcome } from './idempotency.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { refuse } from './refusal.ts';
import { changeMembership } from './settle-membership.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Takes back that the payer's membership ends with the paid period. */
export async function resumeMembership(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey }: { readonly idempotencyKey: string },
): Promise<Outcome> {
  const now = desk.clock.now();
  const stale = refuseStaleLogIn(payer.authTime, now);
  if (stale !== null) return refused(stale);
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'resumeMembership',
    input: {},
  };
  return desk.once(request, (claim) =>
    desk.transact(async (tx) => {
      const terms = await desk.memberships.findTerms(tx, { liveOf: payer.id });
      if (terms === null) return claim.complete(tx, refused(refuse('NOT_FOUND')));
      const isOver = terms.currentPeriodEnd === null || terms.currentPeriodEnd <= now;
      if (terms.status !== 'CANCEL_AT_PERIOD_END' || isOver) {
        return claim.complete(tx, refused(refuse('WRONG_STATUS')));
      }
      await changeMembership(tx, desk, terms, { status: 'ACTIVE' }, now);
      return claim.complete(tx, succeeded(terms.id));
    }),
  );
}
