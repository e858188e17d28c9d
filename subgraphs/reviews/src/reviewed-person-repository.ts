import { byKey } from '@skillswap/kit/by-key';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { withoutBlockersOf } from './block-repository.ts';
import { collections } from './collections.ts';
import { emptyTally, type ReviewedPerson, type Tally } from './reputation.ts';
import type { Ratings } from './review.ts';

interface ReviewedPersonDocument {
  _id: string;
  version: number;
  tally: Tally;
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
      const fresh = { version: 0, tally: emptyTally };
      for (const _id of ids) {
        await people.updateOne(
          { _id },
          { $setOnInsert: fresh },
          { session: tx.session, upsert: true },
        );
      }
    },

    /** Counts a review into the person's tally, or out of it. */
    async count(
      tx: MongoTransaction,
      id: string,
      ratings: Ratings,
      by: 1 | -1,
    ): Promise<ReviewedPerson> {
      const row = await people.findOneAndUpdate(
        { _id: id },
        {
          $inc: {
            version: 1,
            'tally.count': by,
            'tally.stars': by * ratings.stars,
            'tally.punctuality': by * ratings.punctuality,
            'tally.pedagogy': by * ratings.pedagogy,
            'tally.engagement': by * ratings.engagement,
            'tally.communication': by * ratings.communication,
          },
        },
        { session: tx.session, returnDocument: 'after' },
      );
      if (row === null) throw new Error(`a review of ${id}, who is not known here`);
      return toPerson(row);
    },
  };
}

function toPerson({ _id, ...person }: ReviewedPersonDocument): ReviewedPerson {
  return { id: _id, ...person };
}
