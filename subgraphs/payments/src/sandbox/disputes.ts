import type { Balance } from './balance.ts';
import {
  stripeId,
  unixSeconds,
  type ChargeObject,
  type DisputeObject,
  type StripeObject,
} from './objects.ts';
import type { PaymentIntents } from './payment-intents.ts';
import { invalidRequest, missing } from './stripe-error.ts';

/** Disputes as Stripe keeps them, and what banks do about them. */
export type Disputes = ReturnType<typeof createDisputes>;

const fee = 2_000;
const responseSeconds = 7 * 24 * 60 * 60;

/** What a bank may do to a dispute, with what follows at Stripe. */
const steps = {
  escalate: { status: 'needs_response', events: ['funds_withdrawn', 'updated'] },
  respond: { status: 'under_review', events: ['updated'] },
  close: { status: 'warning_closed', events: ['closed'] },
  lose: { status: 'lost', events: ['closed'] },
  win: { status: 'won', events: ['funds_reinstated', 'closed'] },
} as const;

/** Keeps disputes in memory and tells of each change. */
export function createDisputes(
  { find, charges }: PaymentIntents,
  balance: Balance,
  emit: (type: string, object: StripeObject) => void,
) {
  const disputes = new Map<string, DisputeObject>();
  const save = (dispute: DisputeObject, events: readonly string[]): DisputeObject => {
    const known = disputes.get(dispute.id)?.balance_transactions.length ?? 0;
    disputes.set(dispute.id, dispute);
    for (const { amount, currency } of dispute.balance_transactions.slice(known)) {
      balance.adjust(amount, currency, () => disputes.get(dispute.id) ?? dispute);
    }
    const charge = charges.get(dispute.charge);
    const disputed = ['needs_response', 'under_review', 'lost'].includes(dispute.status);
    if (charge !== undefined) charges.set(charge.id, { ...charge, disputed });
    for (const event of events) emit(`charge.dispute.${event}`, dispute);
    return dispute;
  };
  return {
    /** The payer's bank takes a charge back, or asks about it first. */
    open(intentId: string, isInquiry: boolean): DisputeObject {
      const intent = find(intentId);
      const charge = intent.latest_charge === null ? undefined : charges.get(intent.latest_charge);
      if (charge?.paid !== true) {
        throw invalidRequest('This PaymentIntent has no successful charge.');
      }
      const now = unixSeconds();
      const dispute: DisputeObject = {
        id: stripeId('du'),
        object: 'dispute',
        amount: charge.amount - charge.amount_refunded,
        balance_transactions: isInquiry ? [] : [withdrawalOf(charge)],
        charge: charge.id,
        currency: charge.currency,
        payment_intent: intent.id,
        reason: 'fraudulent',
        status: isInquiry ? 'warning_needs_response' : 'needs_response',
        evidence_details: { due_by: now + responseSeconds, has_evidence: false },
        created: now,
        livemode: false,
        metadata: {},
      };
      return save(dispute, isInquiry ? ['created'] : ['created', 'funds_withdrawn']);
    },

    /** What becomes of a dispute; null when there is no such step. */
    step(id: string, name: string): DisputeObject | null {
      const dispute = disputes.get(id);
      if (dispute === undefined) throw missing('dispute', id, 'dispute');
      const charge = charges.get(dispute.charge);
      if (!isStep(name) || charge === undefined) return null;
      const { status, events } = steps[name];
      const lines = [...dispute.balance_transactions];
      if (name === 'escalate') lines.push(withdrawalOf(charge));
      if (name === 'win') lines.push(lineOf(dispute.amount, 0, dispute.currency));
      return save({ ...dispute, status, balance_transactions: lines }, events);
    },
  };
}

const isStep = (name: string): name is keyof typeof steps => Object.hasOwn(steps, name);

const withdrawalOf = ({ amount, amount_refunded, currency }: ChargeObject) =>
  lineOf(amount_refunded - amount, fee, currency);

function lineOf(amount: number, charged: number, currency: string) {
  return {
    id: stripeId('txn'),
    object: 'balance_transaction',
    amount,
    fee: charged,
    net: amount - charged,
    currency,
    type: 'adjustment',
  } as const;
}
