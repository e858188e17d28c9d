import type { Clock } from '@skillswap/kit/clock';
import { isId } from '@skillswap/kit/id';
import type { Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import type { BlockRepository } from './block-repository.ts';
import type { Contacts } from './contacts.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { ConversationSequence } from './conversation-sequence.ts';
import type { Conversation } from './conversation.ts';
import type { FreshMessages } from './fresh-messages.ts';
import { mayWrite, visibleAfter } from './group.ts';
import type { InboxProjector } from './inbox-projector.ts';
import type { MessageChangedDocument } from './log-document.ts';
import {
  bury,
  edit,
  react,
  type Change,
  type DeleteRefusal,
  type EditRefusal,
  type ReactRefusal,
} from './message-change.ts';
import type { MessageRepository } from './message-repository.ts';
import { refuseMessageText, type Message } from './message.ts';
import { canonicalEmoji } from './reaction.ts';
import type { Admit } from './rate.ts';
import { askStanding } from './standing.ts';
import type { TranslationRepository } from './translation-repository.ts';
import { veilMessages } from './veil-messages.ts';
import type { WakeUps } from './wake-ups.ts';

/** What changing messages needs. */
export interface Changing {
  readonly conversations: ConversationRepository;
  readonly conversationLog: ConversationLog;
  readonly sequence: ConversationSequence;
  readonly messages: MessageRepository;
  readonly translations: TranslationRepository;
  readonly blocks: BlockRepository;
  readonly contacts: Contacts;
  readonly admitSend: Admit;
  readonly transact: Transact;
  readonly freshMessages: Pick<FreshMessages, 'forget'>;
  readonly wakeUps: WakeUps;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** Gives the editor's own message another text. A closed conversation gets no new text. */
export async function editMessage(
  changing: Changing,
  editorId: string,
  messageId: string,
  text: string,
): Promise<Change<EditRefusal>> {
  const invalid = refuseMessageText(text);
  if (invalid !== null) return refused(invalid);
  const spoken = await findToSpeak(changing, editorId, messageId);
  if (spoken.refusal !== null) return refused(spoken.refusal);
  if (!mayWrite(spoken.home, editorId)) return refused('NOT_ALLOWED');
  return apply<EditRefusal>(changing, editorId, messageId, 'MESSAGE_EDITED', (message) =>
    edit(message, editorId, normaliseText(text), changing.clock.now()),
  );
}

/** Deletes the sender's own message, also in a closed conversation. */
export async function deleteMessage(
  changing: Changing,
  senderId: string,
  messageId: string,
): Promise<Change<DeleteRefusal>> {
  if ((await findSeen(changing, senderId, messageId)) === null) return refused('NOT_FOUND');
  return apply<DeleteRefusal>(changing, senderId, messageId, 'MESSAGE_DELETED', (message) =>
    bury(message, senderId, changing.clock.now()),
  );
}

/** Gives a message an emoji of somebody, or takes it back. */
export async function reactToMessage(
  changing: Changing,
  userId: string,
  { messageId, emoji, isGiven }: { messageId: string; emoji: string; isGiven: boolean },
): Promise<Change<ReactRefusal>> {
  const canonical = canonicalEmoji(emoji);
  if (canonical === null) return refused('NOT_AN_EMOJI');
  const spoken = await findToSpeak(changing, userId, messageId);
  if (spoken.refusal !== null) return refused(spoken.refusal);
  const { home, message } = spoken;
  const [seen] = await veilMessages(changing.blocks, userId, home, [message]);
  if (seen?.deletedAt !== null) return refused('DELETED');
  const reaction = { userId, emoji: canonical };
  return apply<ReactRefusal>(changing, userId, messageId, 'REACTION_CHANGED', (message) =>
    react(message, reaction, isGiven),
  );
}

function refused<Refusal>(refusal: Refusal) {
  return { message: null, refusal } as const;
}

async function findSeen(
  { conversations, conversationLog }: Changing,
  memberId: string,
  messageId: string,
): Promise<{ readonly home: Conversation; readonly message: Message } | null> {
  if (!isId('msg', messageId)) return null;
  const [message] = await conversationLog.findMessagesByIds([messageId]);
  if (message === undefined) return null;
  const [home] = await conversations.findByIds([message.conversationId], memberId);
  const isSeen = home !== undefined && message.seq > visibleAfter(home, memberId);
  return isSeen ? { home, message } : null;
}

async function findToSpeak(
  changing: Changing,
  memberId: string,
  messageId: string,
): Promise<Spoken> {
  const [isAdmitted, found] = await Promise.all([
    changing.admitSend(memberId),
    findSeen(changing, memberId, messageId),
  ]);
  if (!isAdmitted) return { refusal: 'RATE_LIMITED' };
  if (found === null) return { refusal: 'NOT_FOUND' };
  const { isOpen } = await askStanding(changing.contacts, found.home, memberId);
  return isOpen ? { ...found, refusal: null } : { refusal: 'NOT_ALLOWED' };
}

type Spoken =
  | { readonly home: Conversation; readonly message: Message; readonly refusal: null }
  | { readonly refusal: 'NOT_FOUND' | 'NOT_ALLOWED' | 'RATE_LIMITED' };

/** The changed message and the event of its change commit together. */
async function apply<Refusal>(
  changing: Changing,
  memberId: string,
  messageId: string,
  kind: MessageChangedDocument['kind'],
  decide: (message: Message) => Change<Refusal>,
): Promise<Change<Refusal | 'NOT_FOUND'>> {
  const { transact, messages, translations, sequence, conversationLog, clock } = changing;
  const { outcome, seq } = await transact(async (tx) => {
    const message = await messages.find(tx, messageId);
    if (message === null) return unchanged<Refusal>(refused('NOT_FOUND'));
    const decided = decide(message);
    if (decided.message === null || decided.message === message) return unchanged(decided);
    const { conversationId } = message;
    const next = await sequence.takeForChange(tx, conversationId, memberId);
    if (next === null) return unchanged<Refusal>(refused('NOT_FOUND'));
    await messages.update(tx, decided.message);
    if (decided.message.text !== message.text) await translations.remove(tx, messageId);
    const at = clock.now();
    await conversationLog.appendChange(tx, { conversationId, seq: next, kind, messageId, at });
    return { outcome: decided, seq: next };
  });
  if (outcome.message !== null && seq !== null) {
    changing.freshMessages.forget(outcome.message.conversationId);
    changing.wakeUps.wakeConversation(outcome.message.conversationId, seq);
    changing.inboxProjector.wake();
  }
  return outcome;
}

function unchanged<Refusal>(outcome: Change<Refusal | 'NOT_FOUND'>) {
  return { outcome, seq: null };
}
