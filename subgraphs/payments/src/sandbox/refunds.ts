import type { Balance } from './balance.ts';
import { textOf, textsBelow, type Form } from './form.ts';
import { stripeId, unixSeconds, type RefundObject, type StripeObject } from './objects.ts';
import type { PaymentIntents } from './payment-intents.ts';
import { invalidRequest, missing } from './stripe-error.ts';

/** Keeps in memory what was given back of payments, and tells of it. */
export function createRefunds(
  { find, charges }: PaymentIntents,
  balance: Balance,
  emit: (type: string, object: StripeObject) => void,
) {
  const refunds = new Map<string, RefundObject>();
  return {
    find(id: string): RefundObject {
      const refund = refunds.get(id);
      if (refund === undefined) throw missing('refund', id, 'id');
      return refund;
    },

    /** Gives back what a payment was charged, wholly or in part. */
    create(form: Form): RefundObject {
      const intent = find(textOf(form, 'payment_intent') ?? '');
      const charge = intent.latest_charge === null ? undefined : charges.get(intent.latest_charge);
      if (charge?.paid !== true) {
        throw invalidRequest('This PaymentIntent has no successful charge.');
      }
      if (charge.disputed) {
        throw invalidRequest('Charge has been charged back.', { code: 'charge_disputed' });
      }
      const left = charge.amount - charge.amount_refunded;
      const amount = Number(textOf(form, 'amount') ?? left);
      if (!Number.isSafeInteger(amount) || amount < 1 || amount > left) {
        throw invalidRequest('Refund amount is greater than what is left of the charge.', {
          param: 'amount',
        });
      }
      const refunded = charge.amount_refunded + amount;
      const after = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
      charges.set(charge.id, after);
      const refund: RefundObject = {
        id: stripeId('re'),
        object: 'refund',
        amount,
        charge: charge.id,
        currency: charge.currency,
        payment_intent: intent.id,
        status: 'succeeded',
        created: unixSeconds(),
        metadata: textsBelow(form, 'metadata'),
      };
      refunds.set(refund.id, refund);
      balance.enter(refund);
      emit('refund.created', refund);
      emit('charge.refunded', after);
      return refund;
    },
  };
}
