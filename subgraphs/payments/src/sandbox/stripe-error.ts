import type { PaymentIntentObject } from './objects.ts';

/** The `error` of an answer of Stripe's API. */
export interface ErrorBody {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly payment_intent?: PaymentIntentObject;
}

/** An answer of Stripe's API that is an error. */
export class StripeApiError extends Error {
  override readonly name = 'StripeApiError';
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** A request that Stripe does not understand. */
export function invalidRequest(message: string, details: { code?: string; param?: string } = {}) {
  return new StripeApiError(400, { type: 'invalid_request_error', message, ...details });
}

/** Something that does not exist. */
export function missing(kind: string, id: string, param: string) {
  return new StripeApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
  });
}
