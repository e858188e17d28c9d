import { GraphQLError } from 'graphql';

/**
 * Every code that an error may carry in `extensions.code`. Clients switch on the code, never on
 * the message. An error without one of these is our fault and is masked.
 */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'INTERNAL_SERVER_ERROR',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<unknown> = new Set(errorCodes);

/** What may stand beside `code` in `extensions`. */
export interface ErrorDetails {
  /** Seconds after which the same request may succeed. */
  readonly retryAfterSeconds?: number;
  /** Path of the offending argument or input field. */
  readonly argumentPath?: readonly string[];
}

/** An error that the client is meant to read: its message leaves the graph as it is. */
export function codedError(code: ErrorCode, message: string, details: ErrorDetails = {}) {
  return new GraphQLError(message, { extensions: { code, ...details } });
}

/** The request needs a logged-in person. */
export function unauthenticated() {
  return codedError('UNAUTHENTICATED', 'Log in to do this.');
}

/** The field exists and is not for this viewer, as "self" fields asked of somebody else. */
export function unauthorizedField() {
  return codedError('UNAUTHORIZED_FIELD_OR_TYPE', 'You may not read this field.');
}

/** An argument is out of its range or malformed. */
export function badUserInput(message: string, argumentPath: readonly string[] = []) {
  return codedError('BAD_USER_INPUT', message, { argumentPath });
}

/** Something that this answer needs does not respond at the moment; nothing was changed. */
export function serviceUnavailable(retryAfterSeconds = 2) {
  return codedError('SERVICE_UNAVAILABLE', 'This is not available right now. Try again soon.', {
    retryAfterSeconds,
  });
}

/** True when the error carries a code that clients know, so that it may leave as it is. */
export function isCoded(error: unknown): boolean {
  return (
    error instanceof GraphQLError &&
    known.has(error.extensions['code']) &&
    error.extensions['code'] !== 'INTERNAL_SERVER_ERROR'
  );
}

/** What leaves instead of an unexpected error. The cause stays in the log. */
export function maskedError() {
  return codedError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
}
