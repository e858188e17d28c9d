import type { BlockRepository } from './block-repository.ts';
import type { Conversation } from './conversation.ts';
import { isGroup } from './group.ts';
import type { Message } from './message.ts';

/**
 * The messages as a member may see them. In a group, those of somebody with whom there is a block,
 * whoever of the two set it, look like deleted ones of nobody, and their reactions are not there:
 * neither side learns of the block from that. Elsewhere history stays as it was.
 */
export async function veilMessages(
  blocks: BlockRepository,
  memberId: string,
  conversation: Conversation,
  messages: readonly Message[],
): Promise<Message[]> {
  if (!isGroup(conversation)) return [...messages];
  const people = messages.flatMap(({ senderId, reactions }) => [
    senderId ?? memberId,
    ...reactions.map(({ userId }) => userId),
  ]);
  const others = [...new Set(people)].filter((id) => id !== memberId);
  const blocked = await blocks.findBlocked(memberId, others);
  return blocked.size === 0 ? [...messages] : messages.map((message) => veil(message, blocked));
}

function veil(message: Message, blocked: ReadonlySet<string>): Message {
  const { senderId, createdAt } = message;
  if (senderId === null || !blocked.has(senderId)) {
    const reactions = message.reactions.filter(({ userId }) => !blocked.has(userId));
    return { ...message, reactions };
  }
  const nothing = { text: null, language: null, replyToId: null, mentionedIds: [], reactions: [] };
  return { ...message, ...nothing, senderId: null, editedAt: null, deletedAt: createdAt };
}
