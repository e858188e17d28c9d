import { refuseText } from '@skillswap/kit/text';
import type { Booking } from './booking.ts';
import { changeInTurn } from './change-session.ts';
import { afterDecision } from './after-decision.ts';
import { refused, type SessionOutcome } from './session-refusal.ts';
import { isParticipant, type Session } from './session.ts';

/** What a moderator makes of a disputed session. */
export interface DecisionInput {
  readonly sessionId: string;
  readonly absenteeIds: readonly string[];
  readonly statement?: string | null | undefined;
}

/**
 * Decides whether a disputed session took place and who did not come, or says why not. Moderators do
 * not decide over sessions of their own.
 */
export async function decideOutcome(
  booking: Booking,
  moderatorId: string,
  { sessionId, absenteeIds, statement = null }: DecisionInput,
): Promise<SessionOutcome<Session>> {
  if (statement !== null && refuseText(statement, 2_000) !== null) {
    return refused('INVALID_INPUT', ['statement']);
  }
  const absentIds = [...new Set(absenteeIds)];
  const outcome = await changeInTurn<SessionOutcome<Session>>(
    booking,
    sessionId,
    async (session, { save }) => {
      if (session.dispute === null) return refused('NOT_FOUND', ['sessionId']);
      if (isParticipant(session, moderatorId)) return refused('NOT_ALLOWED');
      if (!absentIds.every((id) => isParticipant(session, id))) {
        return refused('INVALID_INPUT', ['absenteeIds']);
      }
      const now = booking.now();
      const decided = afterDecision(session, { moderatorId, absentIds, statement, now });
      if (decided === null) return refused('WRONG_STATUS');
      await save(session, decided);
      return { done: decided, refusal: null };
    },
  );
  return outcome ?? refused('NOT_FOUND', ['sessionId']);
}
