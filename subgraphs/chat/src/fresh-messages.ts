import type { ConversationEvent } from './conversation-event.ts';
import type { Place } from './conversation-log.ts';
import type { Message } from './message.ts';
import { stretch } from './read-on.ts';

/** What this process has just committed, for those of its followers who wait for nothing else. */
export interface FreshMessages {
  /** Keeps messages of one conversation that follow each other, after their commit. */
  keep(messages: readonly Message[]): void;
  /**
   * The events that follow a place up to `throughSeq` or beyond, without a hole; null when the store
   * has to be asked.
   */
  listAfter(place: Place, throughSeq: number): ConversationEvent[] | null;
  /** Says that one of the conversation's messages has changed since. */
  forget(conversationId: string): void;
}

interface Tail {
  readonly messages: readonly Message[];
  readonly until: number;
}

const keptMilliseconds = 1_000;

/**
 * Keeps the latest messages of each conversation for a second. The store stays the truth: this spares
 * a look for what the same process has written a moment ago, and knows nothing of what others write.
 */
export function createFreshMessages(): FreshMessages {
  // In the order in which they were kept, so that the oldest are first.
  const tails = new Map<string, Tail>();
  const dropOld = (now: number) => {
    for (const [conversationId, { until }] of tails) {
      if (until > now) return;
      tails.delete(conversationId);
    }
  };

  return {
    keep(messages) {
      const [first] = messages;
      if (first === undefined) return;
      const now = performance.now();
      dropOld(now);
      const { conversationId, seq } = first;
      const before = tails.get(conversationId)?.messages ?? [];
      const isNext = before.at(-1)?.seq === seq - 1;
      const joined = isNext ? [...before, ...messages].slice(-stretch) : messages;
      tails.delete(conversationId);
      tails.set(conversationId, { messages: joined, until: now + keptMilliseconds });
    },
    listAfter({ conversationId, afterSeq }, throughSeq) {
      const { messages = [] } = tails.get(conversationId) ?? {};
      // They follow each other, so that a number tells its place.
      const next = afterSeq + 1 - (messages[0]?.seq ?? Infinity);
      if (next < 0 || next >= messages.length || (messages.at(-1)?.seq ?? 0) < throughSeq)
        return null;
      return messages.slice(next).map((message) => ({
        seq: message.seq,
        kind: 'MESSAGE_SENT',
        message,
        membershipChange: null,
      }));
    },
    forget(conversationId) {
      tails.delete(conversationId);
    },
  };
}
