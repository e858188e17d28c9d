import type { Money } from './money.ts';
import type { Span } from './finance-report.ts';

/** How our books and the provider's may differ. */
export type DifferenceKind =
  | 'CHARGE_MISSING_HERE'
  | 'CHARGE_MISSING_THERE'
  | 'CHARGE_AMOUNT'
  | 'REFUND_MISSING_HERE'
  | 'REFUND_MISSING_THERE'
  | 'REFUND_AMOUNT'
  | 'DISPUTE_MISSING_HERE';

/** Something that our books and the provider's say differently. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The provider's id of the payment, refund or dispute. */
  readonly providerReference: string;
  /** Null when the provider's payment is none of ours. */
  readonly paymentIntentId: string | null;
  readonly refundId: string | null;
  readonly here: Money | null;
  readonly there: Money | null;
  /** True when our books were brought to what the provider says. */
  readonly isMended: boolean;
}

/** One comparison of our books with the provider's. The span is in the provider's time. */
export interface Reconciliation extends Span {
  readonly id: string;
  /** How many of the provider's charges and refunds were compared. */
  readonly charges: number;
  readonly refunds: number;
  readonly differences: number;
  readonly finishedAt: Date;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
const hourOfDay = 3;

/** When the next comparison is due: at three o'clock in the night, UTC. */
export function nextReconciliation(now: Date): Date {
  const today = new Date(now);
  today.setUTCHours(hourOfDay, 0, 0, 0);
  return today > now ? today : new Date(today.getTime() + dayMilliseconds);
}

/** What a comparison covers: two days at least, and everything since the last one. */
export function spanToReconcile(to: Date, last: Pick<Reconciliation, 'to'> | null): Span {
  const twoDaysAgo = new Date(to.getTime() - 2 * dayMilliseconds);
  return { from: last !== null && last.to < twoDaysAgo ? last.to : twoDaysAgo, to };
}
