import type { Clock } from '@skillswap/kit/clock';
import { newId } from '@skillswap/kit/id';
import { isConflict, type Transact } from '@skillswap/kit/mongo';
import { normaliseText } from '@skillswap/kit/text';
import { createBatches } from './batches.ts';
import { isSentBefore, type ConversationLog, type SentMessage } from './conversation-log.ts';
import type { ConversationSequence } from './conversation-sequence.ts';
import type { FreshMessages } from './fresh-messages.ts';
import type { InboxProjector } from './inbox-projector.ts';
import { fingerprint, type Message, type MessageDraft, type SendOutcome } from './message.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link createAppend} needs. */
export interface Appending {
  readonly sequence: ConversationSequence;
  readonly conversationLog: ConversationLog;
  readonly transact: Transact;
  readonly freshMessages: Pick<FreshMessages, 'keep'>;
  readonly wakeUps: WakeUps;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** A draft that may be sent. */
export interface Sendable {
  readonly draft: MessageDraft;
  readonly senderId: string;
  readonly language: string | null;
}

/** Appends a message to its conversation, or answers the one that was sent under its id. */
export type Append = (sendable: Sendable) => Promise<SendOutcome>;

const messagesAtOnce = 50;
const conversationsAtOnce = 20;
/** Costs a message less than the commits that it saves: at 200 messages/s it halves their number. */
const gatherMilliseconds = 8;

/**
 * Makes the way in which messages enter the log. A conversation admits one transaction at a time,
 * so those who write to it at once in this process share one; and what goes to several conversations
 * at once shares a commit, which is most of what a message costs.
 */
export function createAppend(appending: Appending): Append {
  const commitHome = createBatches(
    conversationsAtOnce,
    (homes: readonly Home[]) => commitHomes(appending, homes),
    undefined,
    gatherMilliseconds,
  );
  return createBatches(
    messagesAtOnce,
    (items: Home) => appendHome(appending, commitHome, items),
    ({ draft }) => draft.conversationId,
  );
}

/** Messages of one conversation, in the order in which they are to be numbered. */
type Home = readonly Sendable[];

/** What was appended; null when a sender is no member. */
type Committed = readonly Message[] | null;

async function appendHome(
  appending: Appending,
  commitHome: (home: Home) => Promise<Committed>,
  home: Home,
): Promise<SendOutcome[]> {
  try {
    const messages = await commitHome(home);
    if (messages !== null) {
      appending.freshMessages.keep(messages);
      const last = messages.at(-1);
      if (last !== undefined) appending.wakeUps.wakeConversation(last.conversationId, last.seq);
      appending.inboxProjector.wake();
      return messages.map((message) => ({ message, deduplicated: false, refusal: null }));
    }
    if (home.length === 1) return [notHere];
  } catch (error) {
    if (!isSentBefore(error)) throw error;
  }
  // One of them stands in the way of the others: it was sent before or its sender is no member.
  const outcomes: SendOutcome[] = [];
  for (const item of home) {
    const sent = await recallSent(appending, item.senderId, item.draft);
    outcomes.push(...(sent === null ? await appendHome(appending, commitHome, [item]) : [sent]));
  }
  return outcomes;
}

const notHere: SendOutcome = {
  message: null,
  deduplicated: false,
  refusal: { code: 'NOT_FOUND', field: 'conversationId' },
};

/**
 * Commits all together or, when that meets anything in the way, each alone; those then keep nobody
 * waiting, however long their conversation is taken by another process. Most conflicts are over in
 * a moment, so there is a second attempt together.
 */
async function commitHomes(
  appending: Appending,
  homes: readonly Home[],
  attempts = 2,
): Promise<readonly (Committed | Promise<Committed>)[]> {
  try {
    return await commit(appending, homes, { retriesConflicts: false });
  } catch (error) {
    if (homes.length === 1 && isSentBefore(error)) throw error;
    if (error instanceof ConversationTaken && attempts > 1) {
      return commitHomes(appending, homes, attempts - 1);
    }
    return homes.map(async (home) => {
      const [committed = null] = await commit(appending, [home], { retriesConflicts: true });
      return committed;
    });
  }
}

/** Another transaction is changing the conversation. The driver does not know it and so does not repeat. */
class ConversationTaken extends Error {
  override readonly name = 'ConversationTaken';
}

function commit(
  { transact, sequence, conversationLog, clock }: Appending,
  homes: readonly Home[],
  { retriesConflicts }: { readonly retriesConflicts: boolean },
): Promise<Committed[]> {
  const takings = homes.map((home) => ({
    conversationId: home[0]?.draft.conversationId ?? '',
    senderIds: home.map(({ senderId }) => senderId),
  }));
  const [only] = takings;
  return transact(async (tx) => {
    const now = clock.now();
    const take = async () =>
      takings.length === 1 && only !== undefined
        ? [await sequence.takeForMessages(tx, only, now)]
        : sequence.takeForAll(tx, takings, now);
    const firsts = await take().catch((error: unknown) => {
      if (retriesConflicts || !isConflict(error)) throw error;
      throw new ConversationTaken('a conversation is taken', { cause: error });
    });
    const sent = firsts.map((first, index) =>
      first === null ? null : number(homes[index] ?? [], first, now),
    );
    const messages = sent.flatMap((home) => home ?? []);
    if (messages.length > 0) await conversationLog.appendMessages(tx, messages);
    return sent.map((home) => home && home.map(({ message }) => message));
  });
}

/** The messages of a conversation, numbered from `first` on. */
function number(home: Home, first: number, now: Date): SentMessage[] {
  return home.map((item, index) => ({
    message: toMessage(item, first + index, now),
    fingerprint: fingerprint(item.draft),
  }));
}

function toMessage({ draft, senderId, language }: Sendable, seq: number, now: Date): Message {
  const { conversationId, clientMessageId, replyToId, mentionedUserIds } = draft;
  return {
    id: newId('msg'),
    conversationId,
    seq,
    senderId,
    clientMessageId,
    notice: null,
    replyToId,
    mentionedIds: [...new Set(mentionedUserIds)],
    language,
    text: normaliseText(draft.text),
    createdAt: now,
    editedAt: null,
    deletedAt: null,
    reactions: [],
  };
}

/** What the sender has sent under the draft's id, a mismatch, or null when it is nothing. */
export async function recallSent(
  { conversationLog }: Pick<Appending, 'conversationLog'>,
  senderId: string,
  draft: MessageDraft,
): Promise<SendOutcome | null> {
  const { conversationId, clientMessageId } = draft;
  const sent = await conversationLog.findSent(conversationId, senderId, clientMessageId);
  if (sent === null) return null;
  if (sent.fingerprint === fingerprint(draft)) {
    return { message: sent.message, deduplicated: true, refusal: null };
  }
  const refusal = { code: 'IDEMPOTENCY_MISMATCH', field: 'clientMessageId' } as const;
  return { message: null, deduplicated: false, refusal };
}
