import {
  decodeCursor,
  encodeCursor,
  pageSize,
  toConnection,
  type Connection,
} from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';
import type { MessageWindow } from './conversation-event.ts';
import type { Membership } from './conversation.ts';
import type { Message } from './message.ts';

/** The arguments of `Conversation.messages`. */
export interface MessagePageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly fromSeq?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const messageCursor = 'message';

/** Reads the arguments; BAD_USER_INPUT unless exactly one of `first` and `last` is given. */
export function toMessageWindow(conversationId: string, page: MessagePageArguments): MessageWindow {
  const { first = null, after = null, fromSeq = null, last = null, before = null } = page;
  if ((first === null) === (last === null)) {
    throw badUserInput('Give either "first" or "last".', ['first']);
  }
  return {
    conversationId,
    limit: first === null ? pageSize(last ?? 0, 'last') : pageSize(first),
    fromEnd: first === null,
    afterSeq: laterOf(
      after === null ? null : decodeSeq(conversationId, after, 'after'),
      fromSeq === null ? null : fromSeq - 1,
    ),
    beforeSeq: before === null ? null : decodeSeq(conversationId, before, 'before'),
  };
}

function laterOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function decodeSeq(conversationId: string, cursor: string, argument: string): number {
  const [owner, seq] = decodeCursor(messageCursor, 2, cursor);
  if (owner === conversationId && typeof seq === 'number') return seq;
  throw badUserInput('The cursor does not belong to this conversation.', [argument]);
}

/** The window that holds the first message of others that a member has not read. */
export function firstUnreadWindow({ conversationId, userId, readSeq }: Membership): MessageWindow {
  const bounds = { afterSeq: readSeq, beforeSeq: null };
  return { conversationId, limit: 1, fromEnd: false, ...bounds, othersOf: userId };
}

/** The window that holds the first message in which a member is mentioned and has not read. */
export function firstMentionWindow(membership: Membership): MessageWindow {
  return { ...firstUnreadWindow(membership), mentioning: membership.userId };
}

/** The window as far as somebody may see it, and with one message more than it asks for. */
export function toVisible(window: MessageWindow, afterSeq: number): MessageWindow {
  const visible = afterSeq > 0 ? laterOf(window.afterSeq, afterSeq) : window.afterSeq;
  // One message more than asked for tells whether the list goes on.
  return { ...window, afterSeq: visible, limit: window.limit + 1 };
}

/** Shapes the messages of a window that was read with one message more than it asks for. */
export function toMessageConnection(
  { limit, fromEnd, afterSeq, beforeSeq }: MessageWindow,
  messages: readonly Message[],
): Connection<Message> {
  const hasMore = messages.length > limit;
  const page = messages.slice(0, limit);
  return toConnection(
    {
      rows: fromEnd ? page.toReversed() : page,
      hasNextPage: fromEnd ? beforeSeq !== null : hasMore,
    },
    ({ conversationId, seq }) => encodeCursor(messageCursor, [conversationId, seq]),
    fromEnd ? hasMore : afterSeq !== null,
  );
}
