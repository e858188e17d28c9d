import { textOf, type Form } from './form.ts';
import { stripeId, unixSeconds, type SetupIntentObject, type StripeObject } from './objects.ts';
import { testPaymentMethods } from './payment-methods.ts';
import { missing, StripeApiError } from './stripe-error.ts';

/** Keeps a payment method of a customer for later charges, or says why not. */
export function createSetupIntent(
  emit: (type: string, object: StripeObject) => void,
  form: Form,
): SetupIntentObject {
  const customer = textOf(form, 'customer') ?? '';
  if (customer === '') throw missing('customer', customer, 'customer');
  const name = textOf(form, 'payment_method') ?? '';
  const method = testPaymentMethods.get(name);
  if (method === undefined) throw missing('PaymentMethod', name, 'payment_method');
  if (method.outcome === 'declined') {
    throw new StripeApiError(402, {
      type: 'card_error',
      code: method.code,
      message: 'Your card was declined.',
    });
  }
  const setup: SetupIntentObject = {
    id: stripeId('seti'),
    object: 'setup_intent',
    customer,
    payment_method: name,
    status: method.outcome === 'requiresAction' ? 'requires_action' : 'succeeded',
    usage: 'off_session',
    created: unixSeconds(),
    livemode: false,
  };
  emit(`setup_intent.${setup.status}`, setup);
  return setup;
}
