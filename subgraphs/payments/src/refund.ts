import type { Money } from './money.ts';

/** Money that is given back to a payer. */
export interface Refund {
  readonly id: string;
  readonly paymentIntentId: string;
  /** Whose payment it is. */
  readonly userId: string;
  readonly amount: Money;
  readonly reason: string | null;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly createdAt: Date;
}

/** A refund that somebody asks for. */
export interface NewRefund {
  readonly id: string;
  readonly paymentIntentId: string;
  /** In minor units of the payment's currency; null for all that is left. */
  readonly amountMinor: number | null;
  readonly reason: string | null;
  readonly requestedBy: string;
  readonly createdAt: Date;
}
