import type { Stripe } from 'stripe';
import type { DisputeStatus } from './dispute.ts';
import type { Money } from './money.ts';
import type {
  ProviderDispute,
  ProviderMovement,
  ProviderRefund,
  ProviderReport,
  ProviderState,
} from './payment-provider.ts';

const states: Readonly<Partial<Record<string, ProviderState>>> = {
  succeeded: 'SUCCEEDED',
  requires_action: 'REQUIRES_ACTION',
  requires_capture: 'AUTHORIZED',
  canceled: 'CANCELLED',
};

/** In all of Stripe's other states nothing is decided yet. */
export function toState(status: Stripe.PaymentIntent.Status): ProviderState {
  return states[status] ?? 'OPEN';
}

/** What Stripe says of a payment. */
export function toReport({ status, payment_method }: Stripe.PaymentIntent): ProviderReport {
  return { state: toState(status), paymentMethod: idOf(payment_method) };
}

const refundStates: Readonly<Partial<Record<string, ProviderRefund['state']>>> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  canceled: 'FAILED',
};

/** What Stripe says of a refund. */
export function toRefund({ id, amount, status, metadata }: Stripe.Refund): ProviderRefund {
  return {
    id,
    refundId: metadata?.['refundId'] ?? null,
    amountMinor: amount,
    state: refundStates[status ?? ''] ?? 'PENDING',
  };
}

const disputeStates: Readonly<Partial<Record<string, DisputeStatus>>> = {
  warning_needs_response: 'INQUIRY',
  warning_under_review: 'INQUIRY',
  warning_closed: 'CLOSED',
  needs_response: 'NEEDS_RESPONSE',
  under_review: 'UNDER_REVIEW',
  lost: 'LOST',
  won: 'WON',
};

/** What Stripe says of a dispute; null when it is in a state that decides nothing for us. */
export function toDispute(dispute: Stripe.Dispute): ProviderDispute | null {
  const { id, amount, currency, reason, evidence_details, balance_transactions } = dispute;
  const status = disputeStates[dispute.status];
  if (status === undefined) return null;
  const due = evidence_details.due_by;
  return {
    id,
    amount: { amountMinor: amount, currency: currency.toUpperCase() },
    reason,
    status,
    evidenceDueAt: due === null ? null : new Date(due * 1000),
    fee: feeOf(balance_transactions, 1),
    returnedFee: feeOf(balance_transactions, -1),
  };
}

/** What was taken (1) or given back (-1) as a fee; null when nothing was. */
function feeOf(lines: readonly Stripe.BalanceTransaction[], sign: 1 | -1): Money | null {
  const charged = lines.filter(({ fee }) => fee * sign > 0);
  const [first] = charged;
  if (first === undefined) return null;
  const amountMinor = charged.reduce((sum, { fee }) => sum + fee * sign, 0);
  return { amountMinor, currency: first.currency.toUpperCase() };
}

/** What a line of Stripe's balance is about; null when it is about nothing that is compared. */
export function toMovement(source: Stripe.BalanceTransaction['source']): ProviderMovement | null {
  if (source === null || typeof source === 'string') return null;
  if (!isCompared(source)) return null;
  const intentId = idOf(source.payment_intent);
  if (intentId === null) return null;
  // The source has what the payer was charged; the line itself may be in the currency of our bank.
  const amount = { amountMinor: source.amount, currency: source.currency.toUpperCase() };
  if (source.object === 'charge') {
    return { kind: 'CHARGE', id: intentId, intentId, refund: null, dispute: null, amount };
  }
  if (source.object === 'dispute') {
    const dispute = toDispute(source);
    return dispute && { kind: 'DISPUTE', id: source.id, intentId, refund: null, dispute, amount };
  }
  const refund = toRefund(source);
  if (refund.state !== 'SUCCEEDED') return null;
  return { kind: 'REFUND', id: source.id, intentId, refund, dispute: null, amount };
}

function isCompared<Source extends { readonly object: string }>(
  source: Source,
): source is Extract<Source, { readonly object: 'charge' | 'refund' | 'dispute' }> {
  return ['charge', 'refund', 'dispute'].includes(source.object);
}

/** The id of something that Stripe names or includes. */
export function idOf(reference: string | { readonly id: string } | null): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null);
}
