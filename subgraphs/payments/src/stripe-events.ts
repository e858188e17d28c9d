import type { Stripe } from 'stripe';
import type { PaymentProvider, ProviderEvent } from './payment-provider.ts';
import { idOf, toDispute, toRefund, toReport } from './stripe-objects.ts';

const toleranceSeconds = 300;

/** Reads what Stripe reports; several secrets sign it while they are being rotated. */
export function readStripeEvents(
  stripe: Stripe,
  secrets: readonly string[],
): Pick<PaymentProvider, 'readEvent' | 'recallEvent'> {
  const verify = (body: string, signature: string, secret: string): ProviderEvent | null => {
    try {
      const event = stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds);
      return { id: event.id, type: event.type, ...subjectOf(event.data.object), body };
    } catch {
      return null;
    }
  };
  return {
    readEvent(body, signature) {
      for (const secret of secrets) {
        const event = verify(body.toString(), signature, secret);
        if (event !== null) return event;
      }
      return null;
    },

    recallEvent(body) {
      const [secret = ''] = secrets;
      // Signed by ourselves, it is read as one that has just come.
      const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret });
      return verify(body, signature, secret);
    },
  };
}

/** What of ours a report is about. */
function subjectOf(
  subject: Stripe.Event['data']['object'],
): Pick<ProviderEvent, 'intent' | 'refund' | 'dispute'> {
  const nothing = { intent: null, refund: null, dispute: null };
  if (subject.object === 'payment_intent') {
    return { ...nothing, intent: { id: subject.id, ...toReport(subject) } };
  }
  if (subject.object !== 'refund' && subject.object !== 'dispute') return nothing;
  const intentId = idOf(subject.payment_intent);
  if (intentId === null) return nothing;
  if (subject.object === 'refund') {
    return { ...nothing, refund: { ...toRefund(subject), intentId } };
  }
  const dispute = toDispute(subject);
  return { ...nothing, dispute: dispute && { ...dispute, intentId } };
}
