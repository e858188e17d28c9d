import { encodeCursor, pageRequest, toConnection } from '@skillswap/kit/connection';
import { badUserInput, unauthorizedField } from '@skillswap/kit/errors';
import { isSelf } from '@skillswap/kit/viewer';
import type { ActivityKeyset } from '../conversation-repository.ts';
import type { UserResolvers } from '../generated/resolvers.ts';

const conversationCursor = 'conversation';

export const User: UserResolvers = {
  async conversations({ id }, page, { viewer, reading, conversationById }) {
    if (!isSelf(viewer, id)) throw unauthorizedField();
    const request = pageRequest(conversationCursor, 2, page, toKeyset);
    const found = await reading.conversations.listByMember(id, page.archived, request);
    for (const conversation of found.rows) conversationById.prime(conversation.id, conversation);
    return toConnection(
      found,
      ({ lastActivityAt, id: last }) =>
        encodeCursor(conversationCursor, [lastActivityAt.getTime(), last]),
      request.after !== null,
    );
  },
  unreadTotal({ id }, _, { viewer, reading }) {
    if (!isSelf(viewer, id)) throw unauthorizedField();
    return reading.conversations.countUnread(id);
  },
};

function toKeyset([at, id]: (string | number)[]): ActivityKeyset {
  const lastActivityAt = new Date(typeof at === 'number' ? at : NaN);
  if (typeof id === 'string' && !Number.isNaN(lastActivityAt.getTime())) {
    return { lastActivityAt, id };
  }
  throw badUserInput('The cursor does not belong to this list.', ['after']);
}
