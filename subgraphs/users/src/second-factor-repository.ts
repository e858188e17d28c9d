import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { SecondFactor } from './second-factor.ts';

interface SecondFactorDocument extends Omit<SecondFactor, 'userId' | 'recoveryHashes'> {
  /** The person's id. */
  _id: string;
  recoveryHashes: string[];
}

/** Second factors, by person. */
export type SecondFactorRepository = ReturnType<typeof createSecondFactorRepository>;

/** Reads and writes second factors. */
export function createSecondFactorRepository({ db }: MongoStore) {
  const factors = openCollection<SecondFactorDocument>(
    db,
    'secondFactors',
    collections.secondFactors,
  );
  return {
    async find(userId: string): Promise<SecondFactor | null> {
      return toSecondFactor(await factors.findOne({ _id: userId }));
    },

    async findIn({ session }: MongoTransaction, userId: string): Promise<SecondFactor | null> {
      return toSecondFactor(await factors.findOne({ _id: userId }, { session }));
    },

    /** Begins an enrolment, in the place of an unfinished one. */
    async begin(
      { session }: MongoTransaction,
      userId: string,
      sealedSecret: string,
    ): Promise<void> {
      const begun = { sealedSecret, confirmedAt: null, lastCounter: null, recoveryHashes: [] };
      await factors.replaceOne({ _id: userId }, begun, { session, upsert: true });
    },

    /** Finishes the enrolment of this secret; false when it is finished or replaced already. */
    async confirm({ session }: MongoTransaction, factor: SecondFactor): Promise<boolean> {
      const { userId, sealedSecret, confirmedAt, lastCounter, recoveryHashes } = factor;
      const { modifiedCount } = await factors.updateOne(
        { _id: userId, sealedSecret, confirmedAt: null },
        { $set: { confirmedAt, lastCounter, recoveryHashes: [...recoveryHashes] } },
        { session },
      );
      return modifiedCount === 1;
    },

    /** Uses the code of this step; false when it, or a later one, has been used. */
    async useCounter(
      { session }: MongoTransaction,
      userId: string,
      counter: number,
    ): Promise<boolean> {
      const { modifiedCount } = await factors.updateOne(
        { _id: userId, $or: [{ lastCounter: null }, { lastCounter: { $lt: counter } }] },
        { $set: { lastCounter: counter } },
        { session },
      );
      return modifiedCount === 1;
    },

    /** Uses a recovery code; false when there is no such code, or it has been used. */
    async useRecoveryCode(
      { session }: MongoTransaction,
      userId: string,
      recoveryHash: string,
    ): Promise<boolean> {
      const { modifiedCount } = await factors.updateOne(
        { _id: userId, recoveryHashes: recoveryHash },
        { $pull: { recoveryHashes: recoveryHash } },
        { session },
      );
      return modifiedCount === 1;
    },

    async remove({ session }: MongoTransaction, userId: string): Promise<void> {
      await factors.deleteOne({ _id: userId }, { session });
    },
  };
}

function toSecondFactor(document: SecondFactorDocument | null): SecondFactor | null {
  if (document === null) return null;
  const { _id, ...plain } = document;
  return { userId: _id, ...plain };
}
