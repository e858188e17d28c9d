import type { Sql, TransactionSql } from 'postgres';
import type { HeldSession } from './held-session.ts';

/** Where sessions that took place are kept. */
export type HeldSessionRepository = ReturnType<typeof createHeldSessionRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createHeldSessionRepository(sql: Sql) {
  return {
    /** Does nothing when the session is kept already: who taught whom never changes. */
    async keep(
      tx: TransactionSql,
      { sessionId, teacherId, learnerId }: HeldSession,
    ): Promise<void> {
      await tx`
        insert into held_sessions (session_id, teacher_id, learner_id)
        values (${sessionId}, ${teacherId}, ${learnerId})
        on conflict (session_id) do nothing`;
    },

    /** A session in which somebody learned; null when there is none. */
    async findLearned(sessionId: string, learnerId: string): Promise<HeldSession | null> {
      const [row] = await sql<HeldSession[]>`
        select session_id, teacher_id, learner_id from held_sessions
        where session_id = ${sessionId} and learner_id = ${learnerId}`;
      return row ?? null;
    },
  };
}
