import { pageRequest, toConnection } from '@skillswap/kit/connection';
import { feedbackCursor, feedbackCursorKind } from '../feedback-cursor.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import {
  openDisputeCursor,
  openDisputeCursorKind,
  parseOpenDisputePlace,
} from '../open-dispute-cursor.ts';
import { parseReceivedPlace } from '../received-cursor.ts';
import { requireModerator } from '../require-moderator.ts';

export const Query: QueryResolvers = {
  async openReviewDisputes(_, { first, after }, { viewer, openDisputes }) {
    requireModerator(viewer);
    const page = pageRequest(openDisputeCursorKind, 2, { first, after }, parseOpenDisputePlace);
    return toConnection(
      await openDisputes(page),
      ({ openedAt, review }) => openDisputeCursor({ openedAt, id: review.id }),
      after != null,
    );
  },

  async reviewFeedback(_, { first, after }, { viewer, feedback }) {
    const { id: readerId } = requireModerator(viewer);
    const page = pageRequest(feedbackCursorKind, 2, { first, after }, parseReceivedPlace);
    return toConnection(await feedback(readerId, page), feedbackCursor, after != null);
  },
};
