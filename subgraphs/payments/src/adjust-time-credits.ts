import type { TransactionSql } from 'postgres';
import { refused, succeeded, type Outcome } from './idempotency.ts';
import { post } from './ledger-repository.ts';
import { adjustments, minutesOf } from './ledger.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { tellTimeCredits } from './move-time-credits.ts';
import { refuse } from './refusal.ts';
import { refuseStaleLogIn } from './step-up.ts';
import {
  refuseAdjustment,
  refuseDecision,
  type TimeCreditAdjustment,
} from './time-credit-adjustment.ts';

/** A correction of somebody's time credits. */
export interface ProposeAdjustment {
  readonly idempotencyKey: string;
  readonly userId: string;
  readonly minutes: number;
  readonly reason: string;
}

/** Proposes a correction. Nothing moves before somebody else approves of it. */
export async function proposeAdjustment(
  desk: MoneyDesk,
  proposer: Payer,
  { idempotencyKey, ...input }: ProposeAdjustment,
): Promise<Outcome> {
  const { userId, minutes } = input;
  const refusal =
    refuseAdjustment(proposer.id, userId, minutes) ??
    refuseStaleLogIn(proposer.authTime, desk.clock.now());
  if (refusal !== null) return refused(refusal);
  const request = {
    principal: proposer.id,
    key: idempotencyKey,
    operation: 'proposeTimeCreditAdjustment',
    input,
  };
  return desk.once(request, (claim) =>
    desk.transact(async (tx) => {
      const id = `adj_${claim.reference}`;
      await desk.adjustments.insert(tx, {
        ...input,
        id,
        status: 'PROPOSED',
        proposedBy: proposer.id,
        proposedAt: desk.clock.now(),
        decidedBy: null,
        decidedAt: null,
      });
      return claim.complete(tx, succeeded(id));
    }),
  );
}

/** What somebody else says to a correction. */
export interface DecideAdjustment {
  readonly idempotencyKey: string;
  readonly adjustmentId: string;
  readonly approve: boolean;
}

/** Approves of a correction, which moves the minutes, or rejects it. */
export async function decideAdjustment(
  desk: MoneyDesk,
  decider: Payer,
  { idempotencyKey, adjustmentId, approve }: DecideAdjustment,
): Promise<Outcome> {
  const now = desk.clock.now();
  const stale = refuseStaleLogIn(decider.authTime, now);
  if (stale !== null) return refused(stale);
  const request = {
    principal: decider.id,
    key: idempotencyKey,
    operation: 'decideTimeCreditAdjustment',
    input: { adjustmentId, approve },
  };
  return desk.once(request, (claim) =>
    desk.transact(async (tx) => {
      const adjustment = await desk.adjustments.find(tx, adjustmentId);
      const refusal =
        adjustment === null
          ? refuse('NOT_FOUND', 'adjustmentId')
          : refuseDecision(adjustment, decider.id);
      if (adjustment === null || refusal !== null) {
        return claim.complete(tx, refused(refusal ?? refuse('NOT_FOUND', 'adjustmentId')));
      }
      const status = approve ? 'APPROVED' : 'REJECTED';
      await desk.adjustments.decide(tx, adjustmentId, { status, by: decider.id, at: now });
      if (approve) await carryOut(tx, adjustment, now);
      return claim.complete(tx, succeeded(adjustmentId));
    }),
  );
}

/** The minutes come from the community's own account, so that all accounts still sum to zero. */
async function carryOut(
  tx: TransactionSql,
  { id, userId, minutes }: TimeCreditAdjustment,
  at: Date,
) {
  const accounts = await post(tx, {
    reference: `adjustment:${id}`,
    kind: 'TIME_CREDITS_ADJUSTED',
    paymentIntentId: null,
    sessionId: null,
    at,
    movements: [
      { account: minutesOf(userId), amount: minutes },
      { account: adjustments('MINUTES'), amount: -minutes },
    ],
  });
  await tellTimeCredits(tx, accounts, at);
}
