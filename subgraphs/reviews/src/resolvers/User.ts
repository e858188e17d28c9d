import { pageRequest, toConnection } from '@skillswap/kit/connection';
import type { UserResolvers } from '../generated/resolvers.ts';
import { parseReceivedPlace, receivedCursor, receivedCursorKind } from '../received-cursor.ts';
import { reputationOf } from '../reputation.ts';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { personById }) => personById.load(id),

  reputation: ({ tally }, _, { now }) => reputationOf(tally, now),

  async reviewsReceived({ id }, { first, after }, { reviewsReceived }) {
    const page = pageRequest(receivedCursorKind, 2, { first, after }, parseReceivedPlace);
    return toConnection(await reviewsReceived(id, page), receivedCursor, after != null);
  },
};
