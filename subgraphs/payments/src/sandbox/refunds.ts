import { textOf, textsBelow, type Form } from './form.ts';
import { stripeId, unixSeconds, type RefundObject, type StripeObject } from './objects.ts';
import type { PaymentIntents } from './payment-intents.ts';
import { invalidRequest } from './stripe-error.ts';

/** Gives back what a payment was charged, wholly or in part. */
export function createRefund(
  { find, charges }: PaymentIntents,
  emit: (type: string, object: StripeObject) => void,
  form: Form,
): RefundObject {
  const intent = find(textOf(form, 'payment_intent') ?? '');
  const charge = intent.latest_charge === null ? undefined : charges.get(intent.latest_charge);
  if (charge?.paid !== true) throw invalidRequest('This PaymentIntent has no successful charge.');
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
  emit('refund.created', refund);
  emit('charge.refunded', after);
  return refund;
}
