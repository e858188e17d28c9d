import {
  decodeCursor,
  encodeCursor,
  pageSize,
  toConnection,
  type Connection,
} from '@skillswap/kit/connection';
import { badUserInput } from '@skillswap/kit/errors';
import type { MessageWindow } from './conversation-event.ts';
import type { Message } from './message.ts';

/** The arguments of `Conversation.messages`. */
export interface MessagePageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const messageCursor = 'message';

/** Reads the arguments; BAD_USER_INPUT unless exactly one of `first` and `last` is given. */
export function toMessageWindow(conversationId: string, page: MessagePageArguments): MessageWindow {
  const { first = null, after = null, last = null, before = null } = page;
  if ((first === null) === (last === null)) {
    throw badUserInput('Give either "first" or "last".', ['first']);
  }
  return {
    conversationId,
    limit: first === null ? pageSize(last ?? 0, 'last') : pageSize(first),
    fromEnd: first === null,
    afterSeq: after === null ? null : decodeSeq(conversationId, after, 'after'),
    beforeSeq: before === null ? null : decodeSeq(conversationId, before, 'before'),
  };
}

function decodeSeq(conversationId: string, cursor: string, argument: string): number {
  const [owner, seq] = decodeCursor(messageCursor, 2, cursor);
  if (owner === conversationId && typeof seq === 'number') return seq;
  throw badUserInput('The cursor does not belong to this conversation.', [argument]);
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
