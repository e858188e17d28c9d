import { nextStatus } from './session-status.ts';
import type { Session } from './session.ts';

/** What a moderator decides over a disputed session. */
export interface Decision {
  readonly moderatorId: string;
  /** Those who did not come; nobody when the session took place. */
  readonly absentIds: readonly string[];
  readonly statement: string | null;
  readonly now: Date;
}

/** The session's next version after a decision; null when there is nothing to decide. */
export function afterDecision(session: Session, decision: Decision): Session | null {
  const { moderatorId, absentIds, statement, now } = decision;
  const tookPlace = absentIds.length === 0;
  const status = nextStatus(session.status, tookPlace ? 'decideDone' : 'decideNoShow');
  if (status === null || session.dispute === null) return null;
  const decided = { decidedAt: now, decidedById: moderatorId, statement };
  return {
    ...session,
    version: session.version + 1,
    status,
    absentIds: [...absentIds],
    doneAt: tookPlace ? now : null,
    dispute: { ...session.dispute, ...decided },
  };
}
