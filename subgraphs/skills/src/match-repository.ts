import type { ClientSession, Db, Filter } from 'mongodb';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { matchIdOf, pairOf, type Pair, type Snooze } from './match.ts';

interface PairDocument {
  _id: string;
  low: string;
  high: string;
  interestedBy: string[];
  passedBy: string[];
  snoozes?: Snooze[];
  mutualAt: Date | null;
  createdAt: Date;
}

/** Pairs of people and what they said of each other. */
export type MatchRepository = ReturnType<typeof createMatchRepository>;

/** Opens the pairs in the store. */
export function createMatchRepository(db: Db) {
  const pairs = openCollection<PairDocument>(db, 'matches', collections.matches);
  return {
    /** The viewer's own among these matches. */
    async findOwnByIds(ids: readonly string[], viewerId: string): Promise<Pair[]> {
      const own = { _id: { $in: [...ids] }, ...withPerson(viewerId) };
      return (await pairs.find(own).toArray()).map(toPair);
    },

    /** The viewer's pairs with these people, by the other's id; those never shown yet begin here. */
    async ensure(
      viewerId: string,
      otherIds: readonly string[],
      now: Date,
    ): Promise<ReadonlyMap<string, Pair>> {
      const ids = new Map(otherIds.map((otherId) => [matchIdOf(viewerId, otherId), otherId]));
      const existing = await pairs.find({ _id: { $in: [...ids.keys()] } }).toArray();
      const missing = new Map(ids);
      for (const { _id } of existing) missing.delete(_id);
      const begun = [...missing.values()].map((otherId) => newPair(viewerId, otherId, now));
      if (begun.length > 0) {
        await pairs.insertMany(begun, { ordered: false }).catch((error: unknown) => {
          // The other person looked at the same moment; both write the same row.
          if (duplicateKeyIndex(error) === null) throw error;
        });
      }
      const all = [...existing, ...begun].map(toPair);
      return new Map(all.map((pair) => [ids.get(pair.id) ?? '', pair]));
    },

    /** The people whom this person has put aside, for good or until a time that is yet to come. */
    async findPutAside(userId: string, now: Date): Promise<string[]> {
      const snoozed = { snoozes: { $elemMatch: { by: userId, until: { $gt: now } } } };
      const rows = await pairs
        .find({ $or: [{ passedBy: userId }, snoozed] })
        .project<{ low: string; high: string }>({ _id: 0, low: 1, high: 1 })
        .toArray();
      return rows.map(({ low, high }) => (low === userId ? high : low));
    },

    /**
     * Records interest. `becameMutual` is true for the one call that made it so. Null when the
     * person has no such match.
     */
    async expressInterest(session: ClientSession, matchId: string, userId: string, now: Date) {
      const options = { session, returnDocument: 'after' } as const;
      const interested = await pairs.findOneAndUpdate(
        { _id: matchId, ...withPerson(userId) },
        {
          $addToSet: { interestedBy: userId },
          $pull: { passedBy: userId, snoozes: { by: userId } },
        },
        options,
      );
      if (interested === null) return null;
      const mutual = await pairs.findOneAndUpdate(
        { _id: matchId, mutualAt: null, 'interestedBy.1': { $exists: true } },
        { $set: { mutualAt: now } },
        options,
      );
      return { pair: toPair(mutual ?? interested), becameMutual: mutual !== null };
    },

    /** Puts a match aside unless it is mutual; null when nothing was done. */
    async pass(matchId: string, userId: string): Promise<Pair | null> {
      const passed = await pairs.findOneAndUpdate(
        { _id: matchId, mutualAt: null, ...withPerson(userId) },
        { $addToSet: { passedBy: userId }, $pull: { interestedBy: userId } },
        { returnDocument: 'after' },
      );
      return passed && toPair(passed);
    },

    /** Puts a match off until then, in place of what the person said before; null without a match. */
    async snooze(matchId: string, { by, until }: Snooze): Promise<Pair | null> {
      const others = {
        $filter: { input: { $ifNull: ['$snoozes', []] }, cond: { $ne: ['$$this.by', by] } },
      };
      const snoozed = await pairs.findOneAndUpdate(
        { _id: matchId, ...withPerson(by) },
        [{ $set: { snoozes: { $concatArrays: [others, [{ by, until }]] } } }],
        { returnDocument: 'after' },
      );
      return snoozed && toPair(snoozed);
    },

    async isMutual(userId: string, otherId: string): Promise<boolean> {
      const pair = { _id: matchIdOf(userId, otherId), mutualAt: { $ne: null } };
      return (await pairs.countDocuments(pair, { limit: 1 })) > 0;
    },
  };
}

function withPerson(userId: string): Filter<PairDocument> {
  return { $or: [{ low: userId }, { high: userId }] };
}

function newPair(viewerId: string, otherId: string, now: Date): PairDocument {
  const [low, high] = pairOf(viewerId, otherId);
  const _id = matchIdOf(low, high);
  return {
    _id,
    low,
    high,
    interestedBy: [],
    passedBy: [],
    snoozes: [],
    mutualAt: null,
    createdAt: now,
  };
}

function toPair({ _id, low, high, interestedBy, passedBy, snoozes, mutualAt }: PairDocument): Pair {
  return {
    id: _id,
    userIds: [low, high],
    interestedBy,
    passedBy,
    snoozes: snoozes ?? [],
    mutualAt,
  };
}
