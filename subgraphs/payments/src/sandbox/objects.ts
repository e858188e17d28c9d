import { randomBytes } from 'node:crypto';

/** Stripe's `payment_intent`, as far as it is used. */
export interface PaymentIntentObject {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly amount_received: number;
  readonly currency: string;
  readonly status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';
  readonly client_secret: string;
  readonly description: string | null;
  readonly customer: string | null;
  readonly payment_method: string | null;
  readonly latest_charge: string | null;
  readonly last_payment_error: { readonly code: string; readonly message: string } | null;
  readonly next_action: { readonly type: 'use_stripe_sdk' } | null;
  readonly canceled_at: number | null;
  readonly created: number;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Stripe's `charge`. */
export interface ChargeObject {
  readonly id: string;
  readonly object: 'charge';
  readonly amount: number;
  readonly amount_refunded: number;
  readonly currency: string;
  readonly payment_intent: string;
  readonly payment_method: string;
  readonly paid: boolean;
  readonly refunded: boolean;
  /** True while a bank has taken it back. */
  readonly disputed: boolean;
  readonly status: 'succeeded' | 'failed';
  readonly created: number;
  readonly livemode: false;
}

/** Stripe's `refund`. */
export interface RefundObject {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly charge: string;
  readonly currency: string;
  readonly payment_intent: string;
  readonly status: 'succeeded';
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Stripe's `transfer`. */
export interface TransferObject {
  readonly id: string;
  readonly object: 'transfer';
  readonly amount: number;
  readonly currency: string;
  readonly destination: string;
  readonly transfer_group: string | null;
  readonly reversed: false;
  readonly created: number;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Stripe's `dispute`. */
export interface DisputeObject {
  readonly id: string;
  readonly object: 'dispute';
  readonly amount: number;
  readonly balance_transactions: readonly {
    readonly id: string;
    readonly object: 'balance_transaction';
    readonly amount: number;
    readonly fee: number;
    readonly net: number;
    readonly currency: string;
    readonly type: 'adjustment';
  }[];
  readonly charge: string;
  readonly currency: string;
  readonly payment_intent: string;
  readonly reason: 'fraudulent';
  readonly status: string;
  readonly evidence_details: { readonly due_by: number; readonly has_evidence: boolean };
  readonly created: number;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Stripe's `balance_transaction`, with its source expanded. */
export interface BalanceTransactionObject {
  readonly id: string;
  readonly object: 'balance_transaction';
  readonly amount: number;
  readonly currency: string;
  readonly type: 'charge' | 'refund' | 'adjustment';
  readonly source: ChargeObject | RefundObject | DisputeObject;
  readonly created: number;
}

/** Stripe's `setup_intent`. */
export interface SetupIntentObject {
  readonly id: string;
  readonly object: 'setup_intent';
  readonly customer: string;
  readonly payment_method: string;
  readonly status: 'succeeded' | 'requires_action';
  readonly usage: 'off_session';
  readonly created: number;
  readonly livemode: false;
}

/** Stripe's `customer`. */
export interface CustomerObject {
  readonly id: string;
  readonly object: 'customer';
  readonly email: string | null;
  readonly created: number;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Anything that the API answers with or that an event is about. */
export type StripeObject =
  | ChargeObject
  | CustomerObject
  | DisputeObject
  | PaymentIntentObject
  | RefundObject
  | SetupIntentObject
  | TransferObject;

/** An id in Stripe's form. */
export const stripeId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;

/** Now in seconds, as Stripe counts. */
export const unixSeconds = () => Math.floor(Date.now() / 1000);
