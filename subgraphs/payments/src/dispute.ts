import type { Money } from './money.ts';

/** Where a dispute is in its life; the store lets it move forward only. */
export type DisputeStatus =
  'INQUIRY' | 'NEEDS_RESPONSE' | 'UNDER_REVIEW' | 'CLOSED' | 'LOST' | 'WON';

/** A charge that its payer's bank takes back, until it has decided for one side. */
export interface Dispute {
  readonly id: string;
  readonly paymentIntentId: string;
  /** Whose payment it is. */
  readonly userId: string;
  readonly amount: Money;
  /** The bank's reason, in the provider's word for it. */
  readonly reason: string;
  readonly status: DisputeStatus;
  /** Until when evidence can be handed in, in the provider's time. */
  readonly evidenceDueAt: Date | null;
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** True when the provider has taken the money away from us, for now or for good. */
export function isWithdrawn(status: DisputeStatus): boolean {
  return status !== 'INQUIRY' && status !== 'CLOSED';
}
