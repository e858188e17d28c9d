import type { Money } from './money.ts';

/** The invoice of a confirmed payment. */
export interface Invoice {
  readonly id: string;
  /** The year and a sequence without gaps, `2026-000001`. */
  readonly number: string;
  readonly userId: string;
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly status: 'PENDING' | 'PAID' | 'REFUNDED';
  readonly issuedAt: Date;
}
