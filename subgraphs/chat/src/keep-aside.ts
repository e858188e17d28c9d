import type { Transact } from '@skillswap/kit/mongo';
import type { ConversationRepository, Shelf } from './conversation-repository.ts';
import type { Conversation } from './conversation.ts';
import type { InboxRepository } from './inbox-repository.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link keepAside} needs. */
export interface KeepingAside {
  readonly conversations: ConversationRepository;
  readonly inbox: InboxRepository;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
}

/** What came of it; null for one who has no such conversation. */
export type KeepAsideOutcome = Conversation | null;

/** Mutes or archives a conversation for one member, or takes that back. Others notice nothing. */
export async function keepAside(
  { conversations, inbox, transact, wakeUps }: KeepingAside,
  memberId: string,
  conversationId: string,
  { shelf, isOn }: { readonly shelf: Shelf; readonly isOn: boolean },
): Promise<KeepAsideOutcome> {
  const conversation = await transact(async (tx) => {
    const kept = await conversations.shelve(tx, { id: conversationId, memberId, shelf, isOn });
    if (kept !== null) await inbox.record(tx, [{ conversationId, memberIds: [memberId] }]);
    return kept;
  });
  if (conversation !== null) wakeUps.wakeInbox(memberId);
  return conversation;
}
