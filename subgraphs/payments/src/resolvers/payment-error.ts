import type { PaymentError } from '../generated/resolvers.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

const messages: Readonly<Record<RefusalCode, string>> = {
  INVALID_AMOUNT: 'The amount must be between 50 and 1,000,000 of the smallest unit.',
  UNSUPPORTED_CURRENCY: 'Payments are taken in EUR, USD, GBP and CHF.',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used for another request.',
  IDEMPOTENCY_IN_FLIGHT: 'The first request with this key is still being worked on. Try again.',
  REFUND_TOO_LARGE: 'The amount must be at least 1 and no more than what is left of the payment.',
  PAYOUT_TOO_LARGE: 'The amount must be at least 1 and no more than the person is owed.',
  NOT_FOUND: 'There is no such payment, session, plan or membership of yours.',
  WRONG_STATUS: 'This is not possible in its present state.',
  SAME_PERSON: 'Somebody else has to do this.',
  TRIAL_USED: 'You have tried a membership before. Begin one without a trial.',
  DECLINED: 'The payment method was declined.',
  STEP_UP_REQUIRED: 'Log in again to do this.',
  PROVIDER_UNAVAILABLE: 'Payments cannot be made right now. Try again soon.',
};

/** A refusal as the client reads it. */
export function toPaymentError({ code, path }: Refusal): PaymentError {
  return { __typename: 'PaymentError', code, message: messages[code], path: [...path] };
}
