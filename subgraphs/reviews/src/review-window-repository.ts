import { byKey } from '@skillswap/kit/by-key';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { ReviewWindow } from './review-window.ts';

interface ReviewWindowDocument extends Omit<ReviewWindow, 'sessionId' | 'reviewerIds'> {
  _id: string;
  reviewerIds: string[];
}

/** Keeps one window for each session that is done; its row is what both sides' reviews meet at. */
export type ReviewWindowRepository = ReturnType<typeof createReviewWindowRepository>;

/** Opens the review windows. */
export function createReviewWindowRepository(db: Db) {
  const windows = openCollection<ReviewWindowDocument>(
    db,
    'reviewWindows',
    collections.reviewWindows,
  );
  return {
    async findBySessionIds(sessionIds: readonly string[]): Promise<(ReviewWindow | null)[]> {
      const rows = await windows.find({ _id: { $in: [...sessionIds] } }).toArray();
      return byKey(sessionIds, rows.map(toWindow), ({ sessionId }) => sessionId);
    },

    /** Opens a session's window; false when it was opened before. */
    async open(tx: MongoTransaction, sessionId: string, closesAt: Date): Promise<boolean> {
      const { upsertedCount } = await windows.updateOne(
        { _id: sessionId },
        { $setOnInsert: { closesAt, reviewerIds: [], publishedAt: null } },
        { session: tx.session, upsert: true },
      );
      return upsertedCount === 1;
    },

    /**
     * Counts a reviewer in. Both sides write this row, so that of two reviews at once the later
     * one sees the earlier.
     */
    async enter(
      tx: MongoTransaction,
      sessionId: string,
      reviewerId: string,
      now: Date,
    ): Promise<ReviewWindow | 'ALREADY_REVIEWED' | 'WINDOW_CLOSED'> {
      const { session } = tx;
      const entered = await windows.findOneAndUpdate(
        {
          _id: sessionId,
          publishedAt: null,
          closesAt: { $gt: now },
          reviewerIds: { $ne: reviewerId },
        },
        { $push: { reviewerIds: reviewerId } },
        { session, returnDocument: 'after' },
      );
      if (entered !== null) return toWindow(entered);
      const reviewed = { _id: sessionId, reviewerIds: reviewerId };
      const isReviewed = (await windows.findOne(reviewed, { session })) !== null;
      return isReviewed ? 'ALREADY_REVIEWED' : 'WINDOW_CLOSED';
    },

    /** Ends the window; false when it was ended before. */
    async close(tx: MongoTransaction, sessionId: string, at: Date): Promise<boolean> {
      const { modifiedCount } = await windows.updateOne(
        { _id: sessionId, publishedAt: null },
        { $set: { publishedAt: at } },
        { session: tx.session },
      );
      return modifiedCount === 1;
    },
  };
}

function toWindow({ _id, ...window }: ReviewWindowDocument): ReviewWindow {
  return { sessionId: _id, ...window };
}
