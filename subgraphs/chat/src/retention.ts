import type { Clock } from '@skillswap/kit/clock';
import type { DueWorkHandlers, MongoDueWork } from '@skillswap/kit/due-work';
import type { Transact } from '@skillswap/kit/mongo';
import type { ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { MembershipRepository } from './membership-repository.ts';
import { moveReadMark } from './move-marks.ts';

/** What forgetting old events needs. */
export interface Retention {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly memberships: MembershipRepository;
  readonly transact: Transact;
  readonly dueWork: MongoDueWork;
  readonly clock: Clock;
  /** How long events are kept. */
  readonly keepMonths: number;
}

const kind = 'retention';
const day = 86_400_000;
const eventsAtOnce = 1_000;
/** One piece of work ends well within its lease. */
const stretchesAtOnce = 10;

/** Plans the next look for events that are too old; there is one plan for all instances. */
export async function planRetention(
  { transact, dueWork }: Pick<Retention, 'transact' | 'dueWork'>,
  dueAt: Date,
): Promise<void> {
  await transact((tx) => dueWork.plan(tx.session, { key: kind, kind, dueAt, payload: {} }));
}

/** Forgets what is too old, once a day and at once again while there is more. */
export function retentionHandlers(retention: Retention): DueWorkHandlers {
  return {
    [kind]: async ({ dueAt }) => {
      const now = retention.clock.now();
      const hasMore = await forgetOld(retention, monthsBefore(now, retention.keepMonths));
      // Never the same moment again: the runner takes a plan that has not moved as done.
      const next = hasMore ? Math.max(now.getTime(), dueAt.getTime() + 1) : now.getTime() + day;
      await planRetention(retention, new Date(next));
    },
  };
}

function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  return before;
}

async function forgetOld(retention: Retention, before: Date): Promise<boolean> {
  for (let stretch = 0; stretch < stretchesAtOnce; stretch++) {
    const old = await retention.conversationLog.listOlder(before, eventsAtOnce);
    if (old.size === 0) return false;
    for (const [conversationId, through] of old) await forget(retention, conversationId, through);
  }
  return true;
}

/**
 * Forgets a conversation's beginning. What was forgotten counts as read by everyone, so that unread
 * counts go on to equal the history; the row of the conversation tells replays of the gap.
 */
async function forget(retention: Retention, conversationId: string, through: number) {
  const { transact, conversations, conversationLog, memberships } = retention;
  await transact(async (tx) => {
    await conversations.noteRemoval(tx, conversationId, through);
    for (const membership of await memberships.findAll(tx, conversationId)) {
      await moveReadMark(retention, tx, membership, through);
    }
    await conversationLog.removeThrough(tx, conversationId, through);
  });
}
