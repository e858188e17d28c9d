import type { SessionResolvers } from '../generated/resolvers.ts';
import { refuseReview } from '../review.ts';
import { isOver } from '../review-window.ts';
import { toReviewableSession } from '../session-reference.ts';

export const Session: SessionResolvers = {
  reviews: ({ id }, _, { reviewsBySession }) => reviewsBySession.load(id),

  async viewerCanReview(reference, _, { viewer, now, windowDays, windowBySession }) {
    const session = toReviewableSession(reference);
    if (session === null) return null;
    if (viewer.kind !== 'member') return false;
    if (refuseReview(session, viewer.id, now, windowDays) !== null) return false;
    const window = await windowBySession.load(session.id);
    return window === null || !isOver(window, viewer.id);
  },
};
