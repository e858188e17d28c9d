import { byKey } from '@skillswap/kit/by-key';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { withoutBlockersOf } from './block-repository.ts';
import { collections } from './collections.ts';
import {
  monthOf,
  sumsOf,
  withoutEmpty,
  type CountedReview,
  type ReviewedPerson,
  type Tally,
} from './reputation.ts';

interface ReviewedPersonDocument {
  _id: string;
  version: number;
  /** Absent while nothing was counted. */
  months?: Tally;
}

/** Keeps everybody's tally. */
export type ReviewedPersonRepository = ReturnType<typeof createReviewedPersonRepository>;

/** Opens the tallies. */
export function createReviewedPersonRepository(db: Db) {
  const people = openCollection<ReviewedPersonDocument>(
    db,
    'reviewedPeople',
    collections.reviewedPeople,
  );
  return {
    /** Those of the people who exist and do not block the viewer. */
    async findVisible(
      viewerId: string | null,
      ids: readonly string[],
    ): Promise<(ReviewedPerson | null)[]> {
      const rows = await people
        .aggregate<ReviewedPersonDocument>([
          { $match: { _id: { $in: [...ids] } } },
          ...withoutBlockersOf(viewerId, ['_id']),
        ])
        .toArray();
      return byKey(ids, rows.map(toPerson), ({ id }) => id);
    },

    /** Makes sure that the people are known. */
    async ensure(tx: MongoTransaction, ids: readonly string[]): Promise<void> {
      for (const _id of ids) {
        await people.updateOne(
          { _id },
          { $setOnInsert: { version: 0 } },
          { session: tx.session, upsert: true },
        );
      }
    },

    /** Counts a review into the person's tally, or out of it. */
    async count(
      tx: MongoTransaction,
      id: string,
      review: CountedReview,
      by: 1 | -1,
    ): Promise<ReviewedPerson> {
      const sums: Readonly<Record<string, number>> = { ...sumsOf(review, by) };
      const changes = Object.entries(sums).map(
        ([name, change]) => [`months.${monthOf(review)}.${name}`, change] as const,
      );
      const row = await people.findOneAndUpdate(
        { _id: id },
        { $inc: { version: 1, ...Object.fromEntries(changes) } },
        { session: tx.session, returnDocument: 'after' },
      );
      if (row === null) throw new Error(`a review of ${id}, who is not known here`);
      return toPerson(row);
    },

    /** Puts a tally in the place of the one that was counted; null for one who is not known. */
    async replaceTally(
      tx: MongoTransaction,
      id: string,
      tally: Tally,
    ): Promise<{ readonly before: ReviewedPerson; readonly version: number } | null> {
      const before = await people.findOneAndUpdate(
        { _id: id },
        { $inc: { version: 1 }, $set: { months: tally } },
        { session: tx.session, returnDocument: 'before' },
      );
      return before && { before: toPerson(before), version: before.version + 1 };
    },
  };
}

function toPerson({ _id, version, months = {} }: ReviewedPersonDocument): ReviewedPerson {
  return { id: _id, version, tally: withoutEmpty(months) };
}
