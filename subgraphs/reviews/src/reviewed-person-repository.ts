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

    /** Adds a published review to the person's tally. */
    async add(tx: MongoTransaction, id: string, ratings: Ratings): Promise<ReviewedPerson> {
      const row = await people.findOneAndUpdate(
        { _id: id },
        {
          $inc: {
            version: 1,
            'tally.count': 1,
            'tally.stars': ratings.stars,
            'tally.punctuality': ratings.punctuality,
            'tally.pedagogy': ratings.pedagogy,
            'tally.engagement': ratings.engagement,
            'tally.communication': ratings.communication,
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
