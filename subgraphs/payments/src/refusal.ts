/** Why a request about money is refused; the schema says what each means. */
export type RefusalCode =
  | 'INVALID_AMOUNT'
  | 'UNSUPPORTED_CURRENCY'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_IN_FLIGHT'
  | 'REFUND_TOO_LARGE'
  | 'PAYOUT_TOO_LARGE'
  | 'NOT_FOUND'
  | 'WRONG_STATUS'
  | 'TRIAL_USED'
  | 'SAME_PERSON'
  | 'DECLINED'
  | 'STEP_UP_REQUIRED'
  | 'PROVIDER_UNAVAILABLE';

/** A refusal, and the input field that it is about. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly path: readonly string[];
}

/** A refusal of the input field `field`, or of the whole request. */
export function refuse(code: RefusalCode, field?: string): Refusal {
  return { code, path: field === undefined ? [] : [field] };
}
