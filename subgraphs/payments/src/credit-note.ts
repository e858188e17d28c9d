import type { Money } from './money.ts';

/** What takes an invoice back, wholly or in part, for a refund. */
export interface CreditNote {
  readonly id: string;
  /** The year and a sequence without gaps, `CN-2026-000001`. */
  readonly number: string;
  readonly refundId: string;
  readonly amount: Money;
  readonly issuedAt: Date;
}

/** A credit note with what it says of the payment. */
export interface IssuedCreditNote extends CreditNote {
  /** Whose payment was given back. */
  readonly userId: string;
  readonly invoiceNumber: string;
  /** Why, in words for the payer; null when nothing was said. */
  readonly reason: string | null;
}
