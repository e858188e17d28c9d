import type { Balance } from './balance.ts';
import { textOf, textsBelow, type Form } from './form.ts';
import {
  stripeId,
  unixSeconds,
  type ChargeObject,
  type PaymentIntentObject,
  type StripeObject,
} from './objects.ts';
import { testPaymentMethods, type TestPaymentMethod } from './payment-methods.ts';
import { invalidRequest, missing, StripeApiError } from './stripe-error.ts';

type Emit = (type: string, object: StripeObject) => void;
type Declined = Extract<TestPaymentMethod, { outcome: 'declined' }>;

const genericDecline: Declined = {
  outcome: 'declined',
  code: 'card_declined',
  declineCode: 'generic_decline',
};

/** Payments as Stripe keeps them. */
export type PaymentIntents = ReturnType<typeof createPaymentIntents>;

/** Keeps payments in memory and tells of each change. */
export function createPaymentIntents(balance: Balance, emit: Emit) {
  const intents = new Map<string, PaymentIntentObject>();
  const charges = new Map<string, ChargeObject>();

  const find = (id: string): PaymentIntentObject => {
    const intent = intents.get(id);
    if (intent === undefined) throw missing('payment_intent', id, 'intent');
    return intent;
  };
  const save = (intent: PaymentIntentObject, event: string): PaymentIntentObject => {
    intents.set(intent.id, intent);
    emit(`payment_intent.${event}`, intent);
    return intent;
  };
  const charge = (intent: PaymentIntentObject, method: string, paid: boolean): ChargeObject => {
    const made = toCharge(intent, method, paid);
    charges.set(made.id, made);
    if (paid) balance.enter(made);
    emit(paid ? 'charge.succeeded' : 'charge.failed', made);
    return made;
  };
  const succeed = (intent: PaymentIntentObject, method: string) =>
    save(
      {
        ...intent,
        status: 'succeeded',
        amount_received: intent.amount,
        payment_method: method,
        next_action: null,
        last_payment_error: null,
        latest_charge: charge(intent, method, true).id,
      },
      'succeeded',
    );
  const decline = (intent: PaymentIntentObject, method: string, declined: Declined): never => {
    const message = 'Your card was declined.';
    const failed = save(
      {
        ...intent,
        status: 'requires_payment_method',
        payment_method: null,
        next_action: null,
        last_payment_error: { code: declined.code, message },
        latest_charge: charge(intent, method, false).id,
      },
      'payment_failed',
    );
    throw new StripeApiError(402, {
      type: 'card_error',
      code: declined.code,
      ...(declined.declineCode === undefined ? {} : { decline_code: declined.declineCode }),
      message,
      payment_intent: failed,
    });
  };

  return {
    find,
    charges,

    create(form: Form): PaymentIntentObject {
      const id = stripeId('pi');
      return save(
        {
          id,
          object: 'payment_intent',
          amount: readAmount(form),
          amount_received: 0,
          currency: readCurrency(form),
          status: 'requires_payment_method',
          client_secret: `${id}_secret_${stripeId('x').slice(2)}`,
          description: textOf(form, 'description'),
          customer: textOf(form, 'customer'),
          payment_method: null,
          latest_charge: null,
          last_payment_error: null,
          next_action: null,
          canceled_at: null,
          created: unixSeconds(),
          livemode: false,
          metadata: textsBelow(form, 'metadata'),
        },
        'created',
      );
    },

    confirm(id: string, form: Form): PaymentIntentObject {
      const intent = find(id);
      if (intent.status !== 'requires_payment_method' && intent.status !== 'requires_action') {
        throw unexpectedState(intent, 'confirm');
      }
      const name = textOf(form, 'payment_method') ?? '';
      const method = testPaymentMethods.get(name);
      if (method === undefined) throw missing('PaymentMethod', name, 'payment_method');
      if (method.outcome === 'declined') return decline(intent, name, method);
      if (method.outcome === 'keepsAndDeclines') return decline(intent, name, genericDecline);
      if (method.outcome === 'succeeds') return succeed(intent, name);
      if (textOf(form, 'off_session') === 'true') {
        return decline(intent, name, { outcome: 'declined', code: 'authentication_required' });
      }
      return save(
        {
          ...intent,
          status: 'requires_action',
          payment_method: name,
          next_action: { type: 'use_stripe_sdk' },
        },
        'requires_action',
      );
    },

    cancel(id: string): PaymentIntentObject {
      const intent = find(id);
      if (intent.status === 'succeeded' || intent.status === 'canceled') {
        throw unexpectedState(intent, 'cancel');
      }
      return save(
        { ...intent, status: 'canceled', next_action: null, canceled_at: unixSeconds() },
        'canceled',
      );
    },

    /** What the payer does at the bank's page: passes the further step, or fails it. */
    authenticate(id: string, passes: boolean): PaymentIntentObject {
      const intent = find(id);
      if (intent.status !== 'requires_action' || intent.payment_method === null) {
        throw unexpectedState(intent, 'authenticate');
      }
      if (passes) return succeed(intent, intent.payment_method);
      return decline(intent, intent.payment_method, {
        outcome: 'declined',
        code: 'payment_intent_authentication_failure',
      });
    },
  };
}

function readAmount(form: Form): number {
  const amount = Number(textOf(form, 'amount'));
  if (Number.isSafeInteger(amount) && amount >= 1 && amount <= 99_999_999) return amount;
  throw invalidRequest('Invalid positive integer', {
    code: 'parameter_invalid_integer',
    param: 'amount',
  });
}

function readCurrency(form: Form): string {
  const currency = textOf(form, 'currency') ?? '';
  if (/^[a-z]{3}$/.test(currency)) return currency;
  throw invalidRequest(`Invalid currency: ${currency}`, { param: 'currency' });
}

function unexpectedState(intent: PaymentIntentObject, action: string) {
  return new StripeApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `You cannot ${action} this PaymentIntent because it has a status of ${intent.status}.`,
    payment_intent: intent,
  });
}

function toCharge(intent: PaymentIntentObject, method: string, paid: boolean): ChargeObject {
  return {
    id: stripeId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_refunded: 0,
    currency: intent.currency,
    payment_intent: intent.id,
    payment_method: method,
    paid,
    refunded: false,
    disputed: false,
    status: paid ? 'succeeded' : 'failed',
    created: unixSeconds(),
    livemode: false,
  };
}
