import type { PageRequest } from '@skillswap/kit/connection';
import { groupByKey } from '@skillswap/kit/by-key';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Document } from 'mongodb';
import { withoutBlockersOf } from './block-repository.ts';
import { collections } from './collections.ts';
import type { Reader } from './reader.ts';
import type { CountedReview } from './reputation.ts';
import {
  isPublic,
  publishedBefore,
  type ReceivedPlace,
  type ReviewDocument,
} from './review-document.ts';
import { criteria, type NewReview, type Ratings, type Review } from './review.ts';

/** What reviews are found by. */
export type ReviewQuery =
  | { readonly by: 'id' | 'session' }
  | { readonly by: 'reviewee'; readonly page: PageRequest<ReceivedPlace> };

/** What becomes known of a review when it is published. */
export interface PublishedReview extends CountedReview {
  readonly id: string;
  readonly revieweeId: string;
}

/** Stores reviews and decides what of them is seen. */
export type ReviewRepository = ReturnType<typeof createReviewRepository>;

/** Opens the reviews. {@link ReviewRepository.findVisible} is the only way to read them. */
export function createReviewRepository(db: Db) {
  const reviews = openCollection<ReviewDocument>(db, 'reviews', collections.reviews);
  const { readConcern } = collections.reviews.consistency;
  return {
    /**
     * The reviews of each key that the reader may see: one's own, and those published whose
     * people do not block the reader. A hidden one is left to its two people and to moderators.
     * Every reader comes through here, so that a sealed review has no other way out. One query
     * however many keys.
     */
    async findVisible(
      reader: Reader,
      query: ReviewQuery,
      keys: readonly string[],
    ): Promise<Review[][]> {
      const rows = await db
        .aggregate<{ key: string; review: ReviewDocument }>(
          [
            { $documents: keys.map((key) => ({ key: { $literal: key } })) },
            {
              $lookup: {
                from: 'reviews',
                localField: 'key',
                foreignField: foreignField[query.by],
                pipeline: [...selection(query), ...visibility(reader), ...limit(query)],
                as: 'review',
              },
            },
            { $unwind: '$review' },
          ],
          { readConcern },
        )
        .toArray();
      return groupByKey(keys, rows, ({ key }) => key).map((group) =>
        group.map(({ review }) => toReview(review)),
      );
    },

    /** Stores a sealed review; the index `one_per_side` refuses a second one. */
    async insert(tx: MongoTransaction, { id, ...review }: NewReview): Promise<void> {
      await reviews.insertOne(
        { _id: id, ...review, publishedAt: null, reply: null },
        { session: tx.session },
      );
    },

    /**
     * Publishes what is sealed of a session and tells how the reviewed people were rated. Whoever
     * counts these reviews in the same transaction also makes their numbers right: of two
     * transactions that count for one person at once the store lets one begin again.
     */
    async publish(tx: MongoTransaction, sessionId: string, at: Date): Promise<PublishedReview[]> {
      const { session } = tx;
      const rows = await reviews
        .find({ sessionId, publishedAt: null }, { session })
        .project<Ratings & { _id: string; reviewerId: string; revieweeId: string }>(ratings)
        .toArray();
      const published = [];
      for (const { _id, reviewerId, revieweeId, ...row } of rows) {
        const earlier = { revieweeId, reviewerId, publishedAt: { $ne: null } };
        const nth = 1 + (await reviews.countDocuments(earlier, { session }));
        await reviews.updateOne({ _id }, { $set: { publishedAt: at, nth } }, { session });
        published.push({ id: _id, revieweeId, ...row, publishedAt: at, nth });
      }
      return published;
    },

    /** All reviews that count for a person. */
    async findCounted({ session }: MongoTransaction, revieweeId: string): Promise<CountedReview[]> {
      const rows = await reviews
        .find({ revieweeId, ...isPublic }, { session })
        .project<Ratings & { publishedAt: Date; nth?: number }>({
          ...ratings,
          publishedAt: 1,
          nth: 1,
        })
        .toArray();
      return rows.map((row) => ({ ...row, nth: row.nth ?? 1 }));
    },

    /** Adds the answer to a published review; false when it has one. */
    async reply(
      tx: MongoTransaction,
      id: string,
      { text, at }: { readonly text: string; readonly at: Date },
    ): Promise<boolean> {
      const { modifiedCount } = await reviews.updateOne(
        { _id: id, publishedAt: { $ne: null }, reply: null },
        { $set: { reply: text, repliedAt: at } },
        { session: tx.session },
      );
      return modifiedCount === 1;
    },
  };
}

const foreignField = { id: '_id', session: 'sessionId', reviewee: 'revieweeId' };

const ratings = Object.fromEntries(
  ['reviewerId', 'revieweeId', 'stars', ...criteria].map((name) => [name, 1]),
);

function selection(query: ReviewQuery): Document[] {
  if (query.by !== 'reviewee') return [{ $sort: { createdAt: 1, _id: 1 } }];
  const { after } = query.page;
  const isAfter = after === null ? {} : publishedBefore(after);
  return [{ $match: { $and: [isPublic, isAfter] } }, { $sort: { publishedAt: -1, _id: -1 } }];
}

function visibility({ id, moderates }: Reader): Document[] {
  const own = id === null ? [] : [{ reviewerId: id }];
  const received = id === null ? [] : [{ revieweeId: id, publishedAt: { $ne: null } }];
  const disputed = moderates ? [{ 'dispute.openedAt': { $exists: true } }] : [];
  return [
    { $match: { $or: [isPublic, ...own, ...received, ...disputed] } },
    ...withoutBlockersOf(id, ['reviewerId', 'revieweeId'], [...own, ...disputed]),
    { $unset: ['privateFeedback', 'repliedAt'] },
  ];
}

/** A page is read with one row more, which tells whether another page follows. */
function limit(query: ReviewQuery): Document[] {
  return query.by === 'reviewee' ? [{ $limit: query.page.limit + 1 }] : [];
}

function toReview({ _id, ...review }: ReviewDocument): Review {
  return { id: _id, ...review };
}
