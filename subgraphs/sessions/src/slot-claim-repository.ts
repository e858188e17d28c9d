import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import { bucketsOf } from './slot-claim.ts';
import type { Span } from './span.ts';

/** The index that keeps people from being in two places; its refusal means SLOT_TAKEN. */
export const oneSessionAtATime = collections.slotClaims.indexes[0].name;

interface SlotClaimDocument {
  userId: string;
  bucketStart: Date;
  sessionId: string;
}

export type SlotClaimRepository = ReturnType<typeof createSlotClaimRepository>;

export function createSlotClaimRepository(db: Db) {
  const claims = openCollection<SlotClaimDocument>(db, 'slotClaims', collections.slotClaims);
  return {
    /** Claims the span for these people; the unique index throws when one of them has none to give. */
    async insert(
      { session }: MongoTransaction,
      sessionId: string,
      userIds: readonly string[],
      span: Span,
    ) {
      const rows = userIds
        .toSorted()
        .flatMap((userId) =>
          bucketsOf(span).map((bucketStart) => ({ userId, bucketStart, sessionId })),
        );
      await claims.insertMany(rows, { session });
    },

    async removeBySession({ session }: MongoTransaction, sessionId: string) {
      await claims.deleteMany({ sessionId }, { session });
    },

    /** True when one of these people has given some of the span to another session than this. */
    async isTaken(userIds: readonly string[], span: Span, exceptId?: string): Promise<boolean> {
      const taken = await claims.findOne(
        {
          userId: { $in: [...userIds] },
          bucketStart: { $in: bucketsOf(span) },
          ...(exceptId !== undefined && { sessionId: { $ne: exceptId } }),
        },
        { projection: { _id: 1 } },
      );
      return taken !== null;
    },
  };
}
