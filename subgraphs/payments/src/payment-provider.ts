import type { DisputeStatus } from './dispute.ts';
import type { Money } from './money.ts';

/** Where a payment is at the provider. */
export type ProviderState = 'OPEN' | 'REQUIRES_ACTION' | 'AUTHORIZED' | 'SUCCEEDED' | 'CANCELLED';

/** A payment as the provider knows it. */
export interface ProviderIntent {
  readonly id: string;
  readonly clientSecret: string | null;
  readonly state: ProviderState;
}

/** What the provider says of a payment, and what it was charged to, as far as that is known. */
export interface ProviderReport {
  readonly state: ProviderState;
  readonly paymentMethod: string | null;
}

/** What a charge led to; declined leaves the payment open for another payment method. */
export type Charge = { readonly declined: true } | ({ readonly declined: false } & ProviderReport);

/** What a payment is charged to. */
export interface Charging {
  readonly paymentMethod: string;
  /** The same reference charges once. */
  readonly reference: string;
  /** False when the payer is not there to answer a question of their bank. */
  readonly payerIsPresent: boolean;
}

/** A refund as the provider knows it. */
export interface ProviderRefund {
  /** The provider's id; null when it refused to make the refund. */
  readonly id: string | null;
  /** Ours; null when the refund was not made by us. */
  readonly refundId: string | null;
  readonly amountMinor: number;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
}

/** What became of a payout at the provider. */
export type ProviderPayout =
  | { readonly state: 'SENT'; readonly id: string }
  /** The provider refused to make it. */
  | { readonly state: 'FAILED'; readonly id: null };

/** A dispute as the provider knows it. */
export interface ProviderDispute {
  readonly id: string;
  readonly amount: Money;
  readonly reason: string;
  readonly status: DisputeStatus;
  readonly evidenceDueAt: Date | null;
  /** What the provider takes for it; null when nothing, or when that is not known yet. */
  readonly fee: Money | null;
  /** What of the fee it gives back. */
  readonly returnedFee: Money | null;
}

/** Money that moved at the provider. */
export interface ProviderMovement {
  readonly kind: 'CHARGE' | 'REFUND' | 'DISPUTE';
  /** The provider's id of the payment that was charged, of the refund or of the dispute. */
  readonly id: string;
  readonly intentId: string;
  /** Of a refund. */
  readonly refund: ProviderRefund | null;
  /** Of a dispute, as it is now. */
  readonly dispute: ProviderDispute | null;
  readonly amount: Money;
}

/** A change that the provider reports, of a payment, a refund or a dispute of it, or of neither. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly intent: ({ readonly id: string } & ProviderReport) | null;
  readonly refund: (ProviderRefund & { readonly intentId: string }) | null;
  readonly dispute: (ProviderDispute & { readonly intentId: string }) | null;
  /** The report as it came, for the record. */
  readonly body: string;
}

/** The provider does not answer, or answers that it cannot. What it did is not known. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The company that charges payment methods. Every method throws {@link ProviderUnavailable}. */
export interface PaymentProvider {
  /** Makes somebody known to the provider, who may then keep payment methods; answers its id. */
  createCustomer(userId: string): Promise<string>;
  /**
   * Keeps a payment method of a customer for later charges without them; answers how the provider
   * calls it then, or null when it cannot be kept. The same `reference` keeps it once.
   */
  keep(customerId: string, paymentMethod: string, reference: string): Promise<string | null>;
  /**
   * Begins a payment; the same `paymentIntentId` gives the same one again. What a customer's payment
   * is charged to is kept for later ones.
   */
  create(payment: {
    readonly paymentIntentId: string;
    readonly amount: Money;
    readonly description: string | null;
    readonly customerId: string | null;
  }): Promise<ProviderIntent>;
  /** Charges a payment. */
  confirm(providerIntentId: string, charging: Charging): Promise<Charge>;
  /** Gives a payment up unless it was charged meanwhile, and answers which of the two it is. */
  cancel(providerIntentId: string): Promise<ProviderState>;
  /** Gives a part of a payment back, or all of it; the same `refundId` does it once. */
  refund(refund: {
    readonly providerIntentId: string;
    readonly refundId: string;
    readonly amountMinor: number;
  }): Promise<ProviderRefund>;
  /** Sends money to an account of somebody's; the same `payoutId` does it once, however late. */
  payOut(payout: {
    readonly payoutId: string;
    readonly providerAccount: string;
    readonly amount: Money;
  }): Promise<ProviderPayout>;
  /** Where a payment is now; null when the provider does not know it. */
  stateOfPayment(providerIntentId: string): Promise<ProviderState | null>;
  /** Where a refund is now; null when the provider does not know it. */
  stateOfRefund(providerRefundId: string): Promise<ProviderRefund['state'] | null>;
  /** What was charged, given back and disputed in a span of the provider's time, to the second. */
  listMovements(span: { readonly from: Date; readonly to: Date }): AsyncIterable<ProviderMovement>;
  /** Reads a report, or null when its signature does not prove that the provider sent it now. */
  readEvent(body: Buffer, signature: string): ProviderEvent | null;
  /** Reads a report that had proved its origin when it was stored; null when it is none. */
  recallEvent(body: string): ProviderEvent | null;
}
