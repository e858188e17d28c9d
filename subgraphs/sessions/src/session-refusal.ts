/** Why something about a session is refused. */
export type SessionRefusalCode =
  | 'SLOT_TAKEN'
  | 'NOT_AVAILABLE'
  | 'IN_THE_PAST'
  | 'TOO_EARLY'
  | 'TOO_LATE'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'STALE_VERSION'
  | 'WRONG_STATUS'
  | 'INVALID_INPUT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'TIME_CREDIT_LIMIT';

/** A refusal and the input field that is its cause; the path is empty when it is none. */
export interface SessionRefusal {
  readonly code: SessionRefusalCode;
  readonly path: readonly string[];
}

/** Something that was asked of a session and not done. */
export interface Refused {
  readonly done: null;
  readonly refusal: SessionRefusal;
  /** Times that are open to both, when the refusal is SLOT_TAKEN. */
  readonly alternatives?: readonly { readonly start: number; readonly end: number }[];
}

/** What became of something that was asked of a session. */
export type SessionOutcome<Done> = { readonly done: Done; readonly refusal: null } | Refused;

/** An outcome without effect; the path is that of the input field that is its cause. */
export function refused(
  code: SessionRefusalCode,
  path: readonly string[] = [],
): { readonly done: null; readonly refusal: SessionRefusal } {
  return { done: null, refusal: { code, path } };
}
