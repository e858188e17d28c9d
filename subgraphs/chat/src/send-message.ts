import type { Clock } from '@skillswap/kit/clock';
import { isId, newId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import { canTalk, hasAnswered, talksToMatchesOnly, type ContactFacts } from './contact.ts';
import type { Contacts } from './contacts.ts';
import { isSentBefore, type ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { peerOf, type Conversation } from './conversation.ts';
import type { InboxProjector } from './inbox-projector.ts';
import {
  fingerprint,
  refuseDraft,
  type Message,
  type MessageDraft,
  type SendRefusal,
} from './message.ts';
import type { AdmitSend } from './send-rate.ts';
import type { TakeTurns } from './turns.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link sendMessage} needs. */
export interface Sending {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly contacts: Contacts;
  readonly admitSend: AdmitSend;
  readonly takeTurns: TakeTurns;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** What came of a send. */
export type SendOutcome =
  | { readonly message: Message; readonly deduplicated: boolean; readonly refusal: null }
  | { readonly message: null; readonly deduplicated: false; readonly refusal: SendRefusal };

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
  const { conversations, contacts, admitSend } = sending;
  const invalid = refuseDraft(draft);
  if (invalid !== null) return refused(invalid);
  if (!isId('cnv', draft.conversationId)) return refused(noConversation);
  const [admitted, [conversation]] = await Promise.all([
    admitSend(senderId),
    conversations.findByIds([draft.conversationId], senderId),
  ]);
  if (!admitted) return refused({ code: 'RATE_LIMITED', field: null });
  if (conversation === undefined) return refused(noConversation);

  const otherIds = conversation.memberIds.filter((id) => id !== senderId);
  const facts = await contacts.facts(senderId, otherIds);
  if (!(await isOpen(contacts, facts, conversation, senderId))) {
    return (await recallSent(sending, senderId, draft)) ?? refused(closed);
  }
  if (!(await isAnswerable(sending, draft))) {
    return refused({ code: 'NOT_FOUND', field: 'replyToId' });
  }
  const language = facts.people.get(senderId)?.preferredLanguage ?? null;
  return append(sending, senderId, draft, language);
}

const noConversation: SendRefusal = { code: 'NOT_FOUND', field: 'conversationId' };
const closed: SendRefusal = { code: 'NOT_ALLOWED', field: 'conversationId' };

function refused(refusal: SendRefusal): SendOutcome {
  return { message: null, deduplicated: false, refusal };
}

async function isOpen(
  contacts: Contacts,
  facts: ContactFacts,
  conversation: Conversation,
  senderId: string,
): Promise<boolean> {
  const otherIds = conversation.memberIds.filter((id) => id !== senderId);
  if (!canTalk(facts, senderId, otherIds)) return false;
  if (conversation.kind !== 'DIRECT') return true;
  const peerId = peerOf(conversation, senderId);
  if (peerId === null) return false;
  if (!talksToMatchesOnly(facts, peerId) || hasAnswered(conversation, peerId)) return true;
  return contacts.isMutualMatch(senderId, peerId);
}

async function isAnswerable({ conversationLog }: Sending, draft: MessageDraft): Promise<boolean> {
  if (draft.replyToId === null) return true;
  const [original] = await conversationLog.findMessagesByIds([draft.replyToId]);
  return original?.conversationId === draft.conversationId;
}

async function append(
  sending: Sending,
  senderId: string,
  draft: MessageDraft,
  language: string | null,
): Promise<SendOutcome> {
  const { takeTurns, wakeUps, inboxProjector } = sending;
  try {
    const message = await takeTurns(draft.conversationId, () =>
      commit(sending, senderId, draft, language),
    );
    if (message === null) return refused(noConversation);
    wakeUps.wakeConversation(message.conversationId, message.seq);
    inboxProjector.wake();
    return { message, deduplicated: false, refusal: null };
  } catch (error) {
    const sent = isSentBefore(error) ? await recallSent(sending, senderId, draft) : null;
    if (sent === null) throw error;
    return sent;
  }
}

function commit(
  { transact, conversations, conversationLog, clock }: Sending,
  senderId: string,
  draft: MessageDraft,
  language: string | null,
): Promise<Message | null> {
  const { conversationId, clientMessageId, replyToId } = draft;
  return transact(async (tx) => {
    const now = clock.now();
    const seq = await conversations.takeSeqForMessage(tx, conversationId, senderId, now);
    if (seq === null) return null;
    const message: Message = {
      ...{ id: newId('msg'), conversationId, seq, senderId, clientMessageId, replyToId, language },
      ...{ text: normaliseText(draft.text), createdAt: now, editedAt: null, deletedAt: null },
    };
    await conversationLog.appendMessage(tx, { message, fingerprint: fingerprint(draft) });
    tx.emit('message.sent', { conversationId, messageId: message.id, seq, senderId });
    return message;
  });
}

async function recallSent(
  { conversationLog }: Sending,
  senderId: string,
  draft: MessageDraft,
): Promise<SendOutcome | null> {
  const { conversationId, clientMessageId } = draft;
  const sent = await conversationLog.findSent(conversationId, senderId, clientMessageId);
  if (sent === null) return null;
  return sent.fingerprint === fingerprint(draft)
    ? { message: sent.message, deduplicated: true, refusal: null }
    : refused({ code: 'IDEMPOTENCY_MISMATCH', field: 'clientMessageId' });
}
