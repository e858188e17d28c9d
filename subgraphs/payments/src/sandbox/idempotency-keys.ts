import { StripeApiError } from './stripe-error.ts';

/** An answer of the API. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Stripe's Idempotency-Key: the first answer to a key is given again, errors included; the same key
 * with another request is an error.
 */
export function createIdempotencyKeys() {
  const answers = new Map<string, { readonly request: string; readonly answer: ApiAnswer }>();
  return (
    key: string | null,
    request: string,
    work: () => ApiAnswer,
  ): ApiAnswer & { readonly replayed: boolean } => {
    const known = key === null ? undefined : answers.get(key);
    if (known !== undefined && known.request !== request) {
      throw new StripeApiError(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      });
    }
    if (known !== undefined) return { ...known.answer, replayed: true };
    const answer = work();
    if (key !== null) answers.set(key, { request, answer });
    return { ...answer, replayed: false };
  };
}
