import { refuse, type Refusal } from './refusal.ts';

/** A correction of somebody's time credits, which needs two persons of the finance team. */
export interface TimeCreditAdjustment {
  readonly id: string;
  readonly userId: string;
  /** Into the account when positive. */
  readonly minutes: number;
  readonly reason: string;
  readonly status: 'PROPOSED' | 'APPROVED' | 'REJECTED';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const mostMinutes = 6_000;

/** Judges a correction that somebody proposes: nobody corrects their own account. */
export function refuseAdjustment(
  proposer: string,
  userId: string,
  minutes: number,
): Refusal | null {
  if (proposer === userId) return refuse('SAME_PERSON', 'userId');
  if (!Number.isInteger(minutes) || minutes === 0 || Math.abs(minutes) > mostMinutes) {
    return refuse('INVALID_AMOUNT', 'minutes');
  }
  return null;
}

/** Judges who decides: neither who proposed it nor whose account it is. */
export function refuseDecision(adjustment: TimeCreditAdjustment, decider: string): Refusal | null {
  if (adjustment.status !== 'PROPOSED') return refuse('WRONG_STATUS', 'adjustmentId');
  const isParty = decider === adjustment.proposedBy || decider === adjustment.userId;
  return isParty ? refuse('SAME_PERSON', 'adjustmentId') : null;
}
