import type { EventHandlers } from '@skillswap/kit/inbox';
import type { TransactionSql } from 'postgres';
import { z } from 'zod';
import type { HeldSessionRepository } from './held-session-repository.ts';
import { post, type AccountState } from './ledger-repository.ts';
import { minutesOf } from './ledger.ts';
import { emit } from './outbox.ts';

const sessionDone = z.object({
  sessionId: z.string(),
  teacherId: z.string(),
  learnerId: z.string(),
  minutes: z.int().min(0),
});

/**
 * When a session is done its minutes move from the learner to the teacher, who may then be paid for
 * it, too. A session moves them once, however many events tell of it.
 */
export function timeCreditHandlers(
  now: () => Date,
  heldSessions: HeldSessionRepository,
): EventHandlers<TransactionSql> {
  return {
    'session.done': async (tx, { payload }) => {
      const { sessionId, teacherId, learnerId, minutes } = sessionDone.parse(payload);
      if (teacherId === learnerId) return;
      await heldSessions.keep(tx, { sessionId, teacherId, learnerId });
      if (minutes === 0) return;
      const at = now();
      const accounts = await post(tx, {
        reference: `session:${sessionId}:done`,
        kind: 'SESSION_DONE',
        paymentIntentId: null,
        sessionId,
        at,
        movements: [
          { account: minutesOf(learnerId), amount: -minutes },
          { account: minutesOf(teacherId), amount: minutes },
        ],
      });
      await tellTimeCredits(tx, accounts, at);
    },
  };
}

/** Tells the others what people's accounts are at; null, after a posting that was known, is nothing. */
export async function tellTimeCredits(
  tx: TransactionSql,
  accounts: readonly AccountState[] | null,
  at: Date,
): Promise<void> {
  for (const { ownerId, version, balance } of accounts ?? []) {
    if (ownerId === null) continue;
    await emit(tx, 'timeCredits.changed', at, {
      userId: ownerId,
      version,
      balanceMinutes: balance,
    });
  }
}
