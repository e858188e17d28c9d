import { noConversation } from './follow.ts';
import type { BlockRepository } from './block-repository.ts';
import type { Contacts } from './contacts.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { isGroup, mayWrite } from './group.ts';
import type { Admit } from './rate.ts';
import { askStanding } from './standing.ts';
import type { TypingChannel, TypingSignal } from './typing-channel.ts';

/** What signs of typing need. */
export interface Typing {
  readonly conversations: ConversationRepository;
  readonly blocks: BlockRepository;
  readonly contacts: Contacts;
  readonly admitTyping: Admit;
  readonly typingChannel: TypingChannel;
}

/** Why a sign of typing is not passed on. */
export type TypingRefusal = 'NOT_FOUND' | 'NOT_ALLOWED' | 'RATE_LIMITED';

/** Tells the other members who follow the conversation now. Null when it was passed on. */
export async function setTyping(
  { conversations, contacts, admitTyping, typingChannel }: Typing,
  signal: TypingSignal,
): Promise<TypingRefusal | null> {
  const { conversationId, userId } = signal;
  if (!(await admitTyping(userId))) return 'RATE_LIMITED';
  const [conversation] = await conversations.findByIds([conversationId], userId);
  if (conversation === undefined) return 'NOT_FOUND';
  const { isOpen } = await askStanding(contacts, conversation, userId);
  if (!isOpen || !mayWrite(conversation, userId)) return 'NOT_ALLOWED';
  typingChannel.publish(signal);
  return null;
}

/** Follows the others' signs. The membership is checked now and again before each of them. */
export async function followTyping(
  { conversations, blocks, typingChannel }: Typing,
  memberId: string,
  conversationId: string,
): Promise<AsyncIterableIterator<TypingSignal>> {
  const requireMembership = async () => {
    const [conversation] = await conversations.findByIds([conversationId], memberId);
    if (conversation === undefined) throw noConversation();
    return conversation;
  };
  await requireMembership();
  return typingChannel.follow(conversationId, async ({ userId }) => {
    if (userId === memberId) return false;
    const conversation = await requireMembership();
    return !isGroup(conversation) || (await blocks.findBlocked(memberId, [userId])).size === 0;
  });
}
