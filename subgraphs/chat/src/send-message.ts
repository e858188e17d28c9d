import { isId } from '@skillswap/kit/id';
import { recallSent, type Append } from './append-messages.ts';
import type { Contacts } from './contacts.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { Conversation } from './conversation.ts';
import { mayWrite, visibleAfter } from './group.ts';
import type { Homes } from './homes.ts';
import { refuseDraft, type MessageDraft, type SendOutcome, type SendRefusal } from './message.ts';
import type { Admit } from './rate.ts';
import { askStanding, type Standing } from './standing.ts';

/** What {@link sendMessage} needs. */
export interface Sending {
  readonly homes: Homes;
  readonly conversationLog: ConversationLog;
  readonly contacts: Contacts;
  readonly admitSend: Admit;
  readonly append: Append;
}

/**
 * Sends a message, or answers the one that was sent under the same `clientMessageId`. A repetition
 * is recognised before a closed conversation refuses it: the message is there, and its sender
 * only missed the answer.
 */
export async function sendMessage(
  sending: Sending,
  senderId: string,
  draft: MessageDraft,
): Promise<SendOutcome> {
  const { homes, admitSend } = sending;
  const invalid = refuseDraft(draft);
  if (invalid !== null) return refused(invalid);
  if (!isId('cnv', draft.conversationId)) return refused(noConversation);
  const [admitted, conversation] = await Promise.all([
    admitSend(senderId),
    homes.find(draft.conversationId, senderId),
  ]);
  if (!admitted) return refused({ code: 'RATE_LIMITED', field: null });
  if (conversation === null) return refused(noConversation);

  const { facts, isOpen } = await findStanding(sending, conversation, senderId);
  if (!isOpen || !mayWrite(conversation, senderId)) {
    return (await recallSent(sending, senderId, draft)) ?? refused(closed);
  }
  if (!(await isAnswerable(sending, draft, visibleAfter(conversation, senderId)))) {
    return refused({ code: 'NOT_FOUND', field: 'replyToId' });
  }
  if (!draft.mentionedUserIds.every((id) => conversation.memberIds.includes(id))) {
    return refused({ code: 'NOT_FOUND', field: 'mentionedUserIds' });
  }
  const language = facts.people.get(senderId)?.preferredLanguage ?? null;
  return sending.append({ draft, senderId, language });
}

const noConversation: SendRefusal = { code: 'NOT_FOUND', field: 'conversationId' };
const closed: SendRefusal = { code: 'NOT_ALLOWED', field: 'conversationId' };

function refused(refusal: SendRefusal): SendOutcome {
  return { message: null, deduplicated: false, refusal };
}

/** What is remembered may be older than the peer's answer, so nobody is refused by it. */
async function findStanding(
  { homes, contacts }: Sending,
  home: Conversation,
  senderId: string,
): Promise<Standing> {
  const standing = await askStanding(contacts, home, senderId);
  if (standing.isOpen) return standing;
  const current = await homes.read(home.id, senderId);
  return current === null ? standing : askStanding(contacts, current, senderId);
}

async function isAnswerable(
  { conversationLog }: Sending,
  { conversationId, replyToId }: MessageDraft,
  afterSeq: number,
): Promise<boolean> {
  if (replyToId === null) return true;
  const [original] = await conversationLog.findMessagesByIds([replyToId]);
  return original?.conversationId === conversationId && original.seq > afterSeq;
}
