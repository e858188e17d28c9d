import type { AvailabilityRefusal, AvailabilityRefusalCode } from './availability-input.ts';
import type { SessionOutcome, SessionRefusal, SessionRefusalCode } from './session-refusal.ts';
import type { Session } from './session.ts';

const sessionMessages: Readonly<Record<SessionRefusalCode, string>> = {
  SLOT_TAKEN: 'One of you is taken at that time.',
  NOT_AVAILABLE: 'The availability of one of you does not allow that time.',
  IN_THE_PAST: 'That time has passed.',
  TOO_EARLY: 'It is too early for this.',
  TOO_LATE: 'It is too late for this.',
  NOT_FOUND: 'There is no such session, skill, person or held time.',
  NOT_ALLOWED: 'You cannot do this.',
  STALE_VERSION: 'The session has changed since you looked at it.',
  WRONG_STATUS: 'This is not possible in the state that the session is in.',
  INVALID_INPUT: 'This is not usable.',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used for another proposal.',
  TIME_CREDIT_LIMIT: 'The learner has too few time credits for this session.',
};

const availabilityMessages: Readonly<Record<AvailabilityRefusalCode, string>> = {
  INVALID_TIME_ZONE: 'A time zone is an IANA name such as Europe/Paris.',
  INVALID_WINDOW: 'A window goes from HH:MM to a later HH:MM of the same day.',
  OVERLAPPING_WINDOWS: 'Two windows of a day overlap.',
  TOO_MANY: 'These are more than can be kept.',
  OUT_OF_RANGE: 'The number is outside of its range.',
  INVALID_DAY: 'A day is YYYY-MM-DD, and the last one follows the first within a year.',
  OVERLAPPING_EXCEPTION: 'Another exception holds on one of these days.',
  NO_AVAILABILITY: 'Set your weekly availability first.',
  NOT_FOUND: 'There is no such exception.',
};

/** An outcome as the payload of every session mutation. */
export function sessionPayload(outcome: SessionOutcome<Session>) {
  return { session: outcome.done, ...refusalFields(outcome) };
}

/** An outcome as the payload of mutations that propose several sessions at once. */
export function sessionsPayload(outcome: SessionOutcome<readonly Session[]>) {
  return { sessions: outcome.done?.slice() ?? null, ...refusalFields(outcome) };
}

/** What a refusal adds to a payload; nothing when there is none. */
export function refusalFields(outcome: SessionOutcome<unknown>) {
  if (outcome.refusal === null) return { alternatives: null, userErrors: [] };
  const { refusal, alternatives } = outcome;
  return {
    alternatives:
      alternatives?.map(({ start, end }) => ({ startAt: new Date(start), endAt: new Date(end) })) ??
      null,
    userErrors: [sessionError(refusal)],
  };
}

/** A refusal as a user error. */
export function sessionError({ code, path }: SessionRefusal) {
  return { code, message: sessionMessages[code], path: [...path] };
}

/** Refusals as user errors; the codes stay those of the mutation. */
export function availabilityErrors<Code extends AvailabilityRefusalCode>(
  refusals: readonly AvailabilityRefusal<Code>[],
) {
  return refusals.map(({ code, path }) => ({
    code,
    message: availabilityMessages[code],
    path: [...path],
  }));
}
