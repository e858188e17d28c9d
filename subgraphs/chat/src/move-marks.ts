import type { MongoTransaction, Transact } from '@skillswap/kit/mongo';
import type { ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import {
  refuseMark,
  type Conversation,
  type MarkRefusal,
  type Membership,
} from './conversation.ts';
import { isGroup } from './group.ts';
import type { InboxRepository } from './inbox-repository.ts';
import type { MembershipRepository } from './membership-repository.ts';
import type { ReaderRepository } from './reader-repository.ts';
import type { WakeUps } from './wake-ups.ts';

/** What reading and its marks need. */
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
export type MarkOutcome =
  | { readonly conversation: Conversation; readonly refusal: null }
  | { readonly conversation: null; readonly refusal: MarkRefusal };

/** Moves the reader's mark forward to `seq`, never back and never beyond the latest event. */
export function markRead(
  reading: Reading,
  readerId: string,
  conversationId: string,
  seq: number,
): Promise<MarkOutcome> {
  return mark(reading, readerId, { conversationId, seq }, moveReadMark);
}

/** Moves the mark of what has reached one of the member's devices, as {@link markRead} does. */
export function markDelivered(
  reading: Reading,
  memberId: string,
  conversationId: string,
  seq: number,
): Promise<MarkOutcome> {
  return mark(reading, memberId, { conversationId, seq }, ({ memberships }, tx, membership, to) =>
    memberships.moveDeliveredMark(tx, membership, to),
  );
}

/** Moves a mark in a transaction; false when it is as far already. */
type Move = (
  reading: Reading,
  tx: MongoTransaction,
  membership: Membership,
  through: number,
) => Promise<boolean>;

async function mark(
  reading: Reading,
  memberId: string,
  { conversationId, seq }: { readonly conversationId: string; readonly seq: number },
  move: Move,
): Promise<MarkOutcome> {
  const { conversations, memberships, inbox, transact, wakeUps } = reading;
  const refusal = refuseMark(seq);
  if (refusal !== null) return { conversation: null, refusal };
  const [conversation] = await conversations.findByIds([conversationId], memberId);
  if (conversation === undefined) return { conversation: null, refusal: 'NOT_FOUND' };
  const { lastSeq } = conversation;
  // In a group it would be many who are told of little; a member's own devices are.
  const memberIds = isGroup(conversation) ? [memberId] : conversation.memberIds;
  const hasMoved = await transact(async (tx) => {
    const membership = await memberships.findOne(tx, memberId, conversationId);
    if (membership === null) return false;
    if (!(await move(reading, tx, membership, Math.min(seq, lastSeq)))) return false;
    await inbox.record(tx, [{ conversationId, memberIds }]);
    return true;
  });
  if (hasMoved) for (const userId of memberIds) wakeUps.wakeInbox(userId);
  return { conversation, refusal: null };
}

/** Messages up to `through` are all there, so their count is final. */
export async function moveReadMark(
  { conversationLog, memberships }: Pick<Reading, 'conversationLog' | 'memberships'>,
  tx: MongoTransaction,
  membership: Membership,
  through: number,
): Promise<boolean> {
  const { conversationId, userId, readSeq, othersRead } = membership;
  if (readSeq >= through) return false;
  const range = { conversationId, userId, after: readSeq, through };
  const newlyRead = await conversationLog.countOthers(tx, range);
  const to = { readSeq: through, othersRead: othersRead + newlyRead };
  await memberships.moveReadMark(tx, membership, to);
  return true;
}
