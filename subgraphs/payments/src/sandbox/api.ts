import type { IncomingMessage } from 'node:http';
import type { Balance } from './balance.ts';
import { parseForm, textOf, textsBelow, type Form } from './form.ts';
import { createIdempotencyKeys, type ApiAnswer } from './idempotency-keys.ts';
import { stripeId, unixSeconds, type CustomerObject } from './objects.ts';
import type { PaymentIntents } from './payment-intents.ts';
import { createRefunds } from './refunds.ts';
import { createSetupIntent } from './setup-intents.ts';
import { missing, StripeApiError } from './stripe-error.ts';
import { createTransfers } from './transfers.ts';
import type { Webhooks } from './webhooks.ts';

/** Answers requests to Stripe's API, given their body. */
export function createApi(intents: PaymentIntents, balance: Balance, webhooks: Webhooks) {
  const once = createIdempotencyKeys();
  const customers = new Map<string, CustomerObject>();
  const emit: Webhooks['emit'] = (type, object) => {
    webhooks.emit(type, object);
  };
  const refunds = createRefunds(intents, balance, emit);
  const transfers = createTransfers(emit);

  const answer = (method: string, path: string, form: Form): unknown => {
    const [, , kind, id, action] = path.split('/');
    switch (
      `${method} ${kind ?? ''}${id === undefined ? '' : '/:id'}${action ? `/${action}` : ''}`
    ) {
      case 'POST payment_intents':
        return intents.create(form);
      case 'GET payment_intents/:id':
        return intents.find(id ?? '');
      case 'POST payment_intents/:id/confirm':
        return intents.confirm(id ?? '', form);
      case 'POST payment_intents/:id/cancel':
        return intents.cancel(id ?? '');
      case 'GET charges/:id':
        return found(intents.charges.get(id ?? ''), 'charge', id ?? '');
      case 'POST refunds':
        return refunds.create(form);
      case 'GET refunds/:id':
        return refunds.find(id ?? '');
      case 'POST transfers':
        return transfers.create(form);
      case 'GET transfers':
        return transfers.list(form);
      case 'GET balance_transactions':
        return balance.list(form);
      case 'POST setup_intents':
        return createSetupIntent(emit, form);
      case 'POST customers':
        return createCustomer(customers, form);
      case 'GET customers/:id':
        return found(customers.get(id ?? ''), 'customer', id ?? '');
      default:
        throw new StripeApiError(404, {
          type: 'invalid_request_error',
          message: `Unrecognized request URL (${method}: ${path}).`,
        });
    }
  };

  return (request: IncomingMessage, body: string): ApiAnswer & { readonly replayed: boolean } => {
    requireKey(request);
    const method = request.method ?? 'GET';
    const { pathname: path, search } = new URL(request.url ?? '/', 'http://localhost');
    const key = request.headers['idempotency-key'];
    const form = parseForm(method === 'GET' ? search : body);
    const work = () => toAnswer(() => answer(method, path, form));
    return once(typeof key === 'string' ? key : null, `${method} ${path} ${body}`, work);
  };
}

function requireKey({ headers }: IncomingMessage): void {
  if (/^Bearer sk_test_\w+$/.test(headers.authorization ?? '')) return;
  throw new StripeApiError(401, {
    type: 'invalid_request_error',
    message: 'Invalid API Key provided.',
  });
}

function toAnswer(work: () => unknown): ApiAnswer {
  try {
    return { status: 200, body: work() };
  } catch (error) {
    if (error instanceof StripeApiError)
      return { status: error.status, body: { error: error.body } };
    throw error;
  }
}

function found<Found>(object: Found | undefined, kind: string, id: string): Found {
  if (object === undefined) throw missing(kind, id, 'id');
  return object;
}

function createCustomer(customers: Map<string, CustomerObject>, form: Form): CustomerObject {
  const customer: CustomerObject = {
    id: stripeId('cus'),
    object: 'customer',
    email: textOf(form, 'email'),
    created: unixSeconds(),
    livemode: false,
    metadata: textsBelow(form, 'metadata'),
  };
  customers.set(customer.id, customer);
  return customer;
}
