import { badUserInput } from '@skillswap/kit/errors';
import { normaliseText, refuseText } from '@skillswap/kit/text';

const longestKey = 255;
const longestDescription = 500;

/** A client's idempotency key, or BAD_USER_INPUT. */
export function readIdempotencyKey(key: string): string {
  if (refuseText(key, longestKey) === null) return key;
  throw badUserInput('An idempotency key has 1 to 255 visible characters.', [
    'input',
    'idempotencyKey',
  ]);
}

/** The id of something as a client names it, or BAD_USER_INPUT when it can name nothing. */
export function readId(id: string, field: string): string {
  if (refuseText(id, longestKey) === null) return id;
  throw badUserInput('An id has 1 to 255 visible characters.', ['input', field]);
}

/** What a payment is for, or BAD_USER_INPUT; null when nothing was said. */
export function readDescription(description: string | null | undefined): string | null {
  if (description == null) return null;
  if (refuseText(description, longestDescription) === null) return normaliseText(description);
  throw badUserInput('A description has 1 to 500 visible characters.', ['input', 'description']);
}

/** Why a payment is given back, or BAD_USER_INPUT; null when nothing was said. */
export function readReason(reason: string | null | undefined): string | null {
  if (reason == null) return null;
  if (refuseText(reason, longestDescription) === null) return normaliseText(reason);
  throw badUserInput('A reason has 1 to 500 visible characters.', ['input', 'reason']);
}

/** Why an account is corrected, or BAD_USER_INPUT. */
export function readGrounds(reason: string): string {
  const read = readReason(reason);
  if (read !== null) return read;
  throw badUserInput('A reason is needed.', ['input', 'reason']);
}

/** A connected account as Stripe names it, or BAD_USER_INPUT. */
export function readPayoutAccount(account: string): string {
  if (/^acct_\w{1,200}$/.test(account)) return account;
  throw badUserInput('An account is a name that begins with "acct_".', ['input', 'account']);
}

/** A payment method as Stripe names it, or BAD_USER_INPUT. */
export function readPaymentMethod(paymentMethod: string): string {
  if (/^pm_\w{1,200}$/.test(paymentMethod)) return paymentMethod;
  throw badUserInput('A payment method is a name that begins with "pm_".', [
    'input',
    'paymentMethod',
  ]);
}
