import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db, Filter } from 'mongodb';
import { collections } from './collections.ts';
import { bucketMilliseconds, bucketsOf, claimedSpan } from './slot-claim.ts';
import type { SlotHold } from './slot-hold.ts';
import type { Span } from './span.ts';

/** The index that keeps people from being in two places; its refusal means SLOT_TAKEN. */
export const oneSessionAtATime = collections.slotClaims.indexes[0].name;

/** A bucket of a person's time, given to a session or, for a while, to a hold. */
interface SlotClaimDocument {
  userId: string;
  bucketStart: Date;
  sessionId?: string;
  hold?: { id: string; holderId: string; expiresAt: Date };
}

/** For whom time is asked: what they hold themselves, and the session that is to move, is not in the way. */
export interface Claimant {
  readonly userIds: readonly string[];
  readonly movingId?: string | undefined;
}

/** A bucket that is held, and by whom. */
export interface HeldTime {
  readonly userId: string;
  readonly holderId: string;
  readonly span: Span;
}

export type SlotClaimRepository = ReturnType<typeof createSlotClaimRepository>;

export function createSlotClaimRepository(db: Db) {
  const claims = openCollection<SlotClaimDocument>(db, 'slotClaims', collections.slotClaims);

  const within = (userIds: readonly string[], span: Span): Filter<SlotClaimDocument> => {
    const { start, end } = claimedSpan(span);
    return {
      userId: { $in: [...userIds] },
      bucketStart: { $gte: new Date(start), $lt: new Date(end) },
    };
  };
  /** Claims that are not in these people's way: holds that are over, and their own. */
  const yielding = (userIds: readonly string[], now: Date): Filter<SlotClaimDocument>[] => [
    { 'hold.expiresAt': { $lte: now } },
    { 'hold.holderId': { $in: [...userIds] } },
  ];
  const insertFor = async (
    { session }: MongoTransaction,
    userIds: readonly string[],
    span: Span,
    now: Date,
    owner: Pick<SlotClaimDocument, 'sessionId' | 'hold'>,
  ) => {
    await claims.deleteMany({ ...within(userIds, span), $or: yielding(userIds, now) }, { session });
    const rows = userIds
      .toSorted()
      .flatMap((userId) =>
        bucketsOf(span).map((bucketStart) => ({ userId, bucketStart, ...owner })),
      );
    await claims.insertMany(rows, { session });
  };

  return {
    /**
     * Claims the span for these two; what they held of it themselves goes over. The unique index throws when
     * one of them has no time to give.
     */
    async insert(
      tx: MongoTransaction,
      sessionId: string,
      userIds: readonly string[],
      span: Span,
      now: Date,
    ) {
      await insertFor(tx, userIds, span, now, { sessionId });
    },

    async removeBySession({ session }: MongoTransaction, sessionId: string) {
      await claims.deleteMany({ sessionId }, { session });
    },

    /** Claims time for a hold; throws like `insert`. */
    async insertHold(tx: MongoTransaction, hold: SlotHold, now: Date) {
      const { id, holderId, otherId, startAt, endAt, expiresAt } = hold;
      const userIds = [holderId, otherId];
      const span = { start: startAt.getTime(), end: endAt.getTime() };
      const owner = { hold: { id, holderId, expiresAt } };
      await insertFor(tx, userIds, span, now, owner);
    },

    /** Frees what a person holds, or that hold alone; false when there is nothing. */
    async removeHolds({ session }: MongoTransaction, holderId: string, id?: string) {
      const { deletedCount } = await claims.deleteMany(
        { 'hold.holderId': holderId, ...(id !== undefined && { 'hold.id': id }) },
        { session },
      );
      return deletedCount > 0;
    },

    /** Frees what a person has held until now. */
    async removeOverHolds(holderId: string, now: Date) {
      await claims.deleteMany({ 'hold.holderId': holderId, 'hold.expiresAt': { $lte: now } });
    },

    /** True when one of the two has given some of the span to something else. */
    async isTaken({ userIds, movingId }: Claimant, span: Span, now: Date): Promise<boolean> {
      const taken = await claims.findOne(
        {
          ...within(userIds, span),
          ...(movingId !== undefined && { sessionId: { $ne: movingId } }),
          $nor: yielding(userIds, now),
        },
        { projection: { _id: 1 } },
      );
      return taken !== null;
    },

    /** What of these people's time is held during the span. */
    async findHeld(userIds: readonly string[], span: Span, now: Date): Promise<HeldTime[]> {
      const found = await claims
        .find({ ...within(userIds, span), 'hold.expiresAt': { $gt: now } })
        .toArray();
      return found.flatMap(({ userId, bucketStart, hold }) => {
        if (hold === undefined) return [];
        const start = bucketStart.getTime();
        const { holderId } = hold;
        return [{ userId, holderId, span: { start, end: start + bucketMilliseconds } }];
      });
    },
  };
}
