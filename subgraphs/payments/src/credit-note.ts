import type { Money } from './money.ts';

/** What takes an invoice back, wholly or in part, for a refund. */
export interface CreditNote {
  /** The year and a sequence without gaps, `CN-2026-000001`. */
  readonly number: string;
  readonly refundId: string;
  readonly amount: Money;
  readonly issuedAt: Date;
}
