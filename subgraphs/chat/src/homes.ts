import type { ConversationRepository } from './conversation-repository.ts';
import type { Conversation } from './conversation.ts';
import { isGroup } from './group.ts';

/**
 * Conversations as those who write and follow need them: who is in them. That never changes in a
 * conversation of two, so such a one is looked up once; its counters may be older than the store's.
 */
export interface Homes {
  /** The conversation, as it may be remembered; null for one who is no member. */
  find(id: string, memberId: string): Promise<Conversation | null>;
  /** The conversation as it is now. */
  read(id: string, memberId: string): Promise<Conversation | null>;
  /** The conversation if it is remembered and has this member. */
  recall(id: string, memberId: string): Conversation | null;
}

const mostRemembered = 10_000;

/** Opens the memory of one process. */
export function createHomes({ findByIds }: Pick<ConversationRepository, 'findByIds'>): Homes {
  const remembered = new Map<string, Conversation>();
  const remember = (conversation: Conversation) => {
    remembered.delete(conversation.id);
    remembered.set(conversation.id, conversation);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  };
  const recall: Homes['recall'] = (id, memberId) => {
    const conversation = remembered.get(id);
    return conversation?.memberIds.includes(memberId) === true ? conversation : null;
  };
  const read: Homes['read'] = async (id, memberId) => {
    const [conversation = null] = await findByIds([id], memberId);
    if (conversation !== null && !isGroup(conversation)) remember(conversation);
    return conversation;
  };
  return {
    find: async (id, memberId) => recall(id, memberId) ?? read(id, memberId),
    read,
    recall,
  };
}
