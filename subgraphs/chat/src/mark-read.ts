import type { Transact } from '@skillswap/kit/mongo';
import type { ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { refuseReadMark, type Conversation, type MarkReadRefusal } from './conversation.ts';
import type { InboxRepository } from './inbox-repository.ts';
import type { MembershipRepository } from './membership-repository.ts';
import type { ReaderRepository } from './reader-repository.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link markRead} needs. */
export interface Reading {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly memberships: MembershipRepository;
  readonly inbox: InboxRepository;
  readonly readers: ReaderRepository;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
}

/** What came of marking. */
export type MarkReadOutcome =
  | { readonly conversation: Conversation; readonly refusal: null }
  | { readonly conversation: null; readonly refusal: MarkReadRefusal };

/** Moves the reader's mark forward to `seq`, never back and never beyond the latest event. */
export async function markRead(
  reading: Reading,
  readerId: string,
  conversationId: string,
  seq: number,
): Promise<MarkReadOutcome> {
  const refusal = refuseReadMark(seq);
  if (refusal !== null) return { conversation: null, refusal };
  const [conversation] = await reading.conversations.findByIds([conversationId], readerId);
  if (conversation === undefined) return { conversation: null, refusal: 'NOT_FOUND' };
  const hasMoved = await move(reading, readerId, conversation, Math.min(seq, conversation.lastSeq));
  if (hasMoved) reading.wakeUps.wakeInbox(readerId);
  return { conversation, refusal: null };
}

/** Messages up to `through` are all there, so their count is final. */
async function move(
  { transact, conversationLog, memberships, inbox }: Reading,
  readerId: string,
  { id }: Conversation,
  through: number,
): Promise<boolean> {
  return transact(async (tx) => {
    const membership = await memberships.findOne(tx, readerId, id);
    if (membership === null || membership.readSeq >= through) return false;
    const range = { conversationId: id, userId: readerId, after: membership.readSeq, through };
    const newlyRead = await conversationLog.countOthers(tx, range);
    await memberships.moveReadMark(tx, membership, {
      readSeq: through,
      othersRead: membership.othersRead + newlyRead,
    });
    await inbox.record(tx, [{ conversationId: id, memberIds: [readerId] }]);
    return true;
  });
}
