import type { PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import type { Decision, Dispute } from './dispute.ts';
import { publishedBefore, type ReceivedPlace, type ReviewDocument } from './review-document.ts';

/** A disputed review's place among those that wait for a decision. */
export interface OpenDisputePlace {
  readonly openedAt: Date;
  readonly id: string;
}

/** Words that a reviewer meant for the platform alone, and the review that they came with. */
export interface Feedback extends ReceivedPlace {
  readonly text: string;
}

/** What moderators work on: disputes over reviews, and words for the platform alone. */
export type ModerationRepository = ReturnType<typeof createModerationRepository>;

/** Opens what moderators work on. The reviews themselves they read as everybody does. */
export function createModerationRepository(db: Db) {
  const reviews = openCollection<ReviewDocument>(db, 'reviews', collections.reviews);
  return {
    /** Opens a dispute over a published review; false when there is one. */
    async openDispute(tx: MongoTransaction, id: string, dispute: Dispute): Promise<boolean> {
      const { modifiedCount } = await reviews.updateOne(
        { _id: id, publishedAt: { $ne: null }, dispute: { $exists: false } },
        { $set: { dispute } },
        { session: tx.session },
      );
      return modifiedCount === 1;
    },

    /** Closes an open dispute; false when none is open. */
    async decideDispute(tx: MongoTransaction, id: string, decision: Decision): Promise<boolean> {
      const { modifiedCount } = await reviews.updateOne(
        { _id: id, ...openDispute },
        { $set: { 'dispute.decision': decision } },
        { session: tx.session },
      );
      return modifiedCount === 1;
    },

    /**
     * Private feedback of published reviews, the newest first; with one more than the page has room
     * for. Nobody reads here what was written about or by themselves.
     */
    async findFeedback(
      readerId: string,
      { limit, after }: PageRequest<ReceivedPlace>,
    ): Promise<Feedback[]> {
      const rows = await reviews
        .find({
          $and: [
            { privateFeedback: { $type: 'string' }, publishedAt: { $type: 'date' } },
            { reviewerId: { $ne: readerId }, revieweeId: { $ne: readerId } },
            after === null ? {} : publishedBefore(after),
          ],
        })
        .sort({ publishedAt: -1, _id: -1 })
        .limit(limit + 1)
        .project<{ _id: string; publishedAt: Date; privateFeedback: string }>({
          publishedAt: 1,
          privateFeedback: 1,
        })
        .toArray();
      return rows.map(({ _id, publishedAt, privateFeedback }) => ({
        id: _id,
        publishedAt,
        text: privateFeedback,
      }));
    },

    /** Where the open disputes are, the oldest first; with one more than the page has room for. */
    async findOpenDisputes({
      limit,
      after,
    }: PageRequest<OpenDisputePlace>): Promise<OpenDisputePlace[]> {
      const isAfter = after && {
        $or: [
          { 'dispute.openedAt': { $gt: after.openedAt } },
          { 'dispute.openedAt': after.openedAt, _id: { $gt: after.id } },
        ],
      };
      const rows = await reviews
        .find({ $and: [openDispute, isAfter ?? {}] })
        .sort({ 'dispute.openedAt': 1, _id: 1 })
        .limit(limit + 1)
        .project<{ _id: string; dispute: { openedAt: Date } }>({ 'dispute.openedAt': 1 })
        .toArray();
      return rows.map(({ _id, dispute }) => ({ id: _id, openedAt: dispute.openedAt }));
    },
  };
}

const openDispute = {
  'dispute.openedAt': { $exists: true },
  'dispute.decision.outcome': null,
};
