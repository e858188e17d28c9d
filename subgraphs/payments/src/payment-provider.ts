import type { Money } from './money.ts';

/** Where a payment is at the provider. */
export type ProviderState = 'OPEN' | 'REQUIRES_ACTION' | 'AUTHORIZED' | 'SUCCEEDED' | 'CANCELLED';

/** A payment as the provider knows it. */
export interface ProviderIntent {
  readonly id: string;
  readonly clientSecret: string | null;
  readonly state: ProviderState;
}

/** What a charge led to; declined leaves the payment open for another payment method. */
export type Charge =
  { readonly declined: true } | { readonly declined: false; readonly state: ProviderState };

/** A refund as the provider knows it. */
export interface ProviderRefund {
  /** The provider's id; null when it refused to make the refund. */
  readonly id: string | null;
  /** Ours; null when the refund was not made by us. */
  readonly refundId: string | null;
  readonly amountMinor: number;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
}

/** A change that the provider reports, of a payment or of one of its refunds, or of neither. */
export interface ProviderEvent {
  readonly id: string;
  readonly type: string;
  readonly intent: { readonly id: string; readonly state: ProviderState } | null;
  readonly refund: (ProviderRefund & { readonly intentId: string }) | null;
  /** The report as it came, for the record. */
  readonly body: string;
}

/** The provider does not answer, or answers that it cannot. What it did is not known. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/** The company that charges payment methods. Every method throws {@link ProviderUnavailable}. */
export interface PaymentProvider {
  /** Begins a payment; the same `paymentIntentId` gives the same one again. */
  create(payment: {
    readonly paymentIntentId: string;
    readonly amount: Money;
    readonly description: string | null;
  }): Promise<ProviderIntent>;
  /** Charges a payment method; the same `reference` charges once. */
  confirm(providerIntentId: string, paymentMethod: string, reference: string): Promise<Charge>;
  /** Gives a payment up unless it was charged meanwhile, and answers which of the two it is. */
  cancel(providerIntentId: string): Promise<ProviderState>;
  /** Gives a part of a payment back, or all of it; the same `refundId` does it once. */
  refund(refund: {
    readonly providerIntentId: string;
    readonly refundId: string;
    readonly amountMinor: number;
  }): Promise<ProviderRefund>;
  /** Reads a report, or null when its signature does not prove that the provider sent it now. */
  readEvent(body: Buffer, signature: string): ProviderEvent | null;
}
