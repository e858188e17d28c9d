import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';

/** What the users subgraph has told us of a person. */
export interface KnownPerson {
  readonly id: string;
  readonly timeZone: string;
  readonly isActive: boolean;
}

interface PersonDocument {
  _id: string;
  timeZone: string;
  profileVersion: number;
  state: string;
  stateVersion: number;
}

/** Whether one person blocks another, as the event with this id told. */
interface BlockDocument {
  blockerId: string;
  blockedId: string;
  isActive: boolean;
  eventId: string;
}

export type PersonRepository = ReturnType<typeof createPersonRepository>;

/** People, their blocks and their time credits, kept from other subgraphs' events. */
export function createPersonRepository(db: Db) {
  const people = openCollection<PersonDocument>(db, 'people', collections.people);
  const blocks = openCollection<BlockDocument>(db, 'blocks', collections.blocks);
  const credits = openCollection<{ _id: string; version: number; balanceMinutes: number }>(
    db,
    'timeCredits',
    collections.timeCredits,
  );

  return {
    async findByIds(ids: readonly string[]): Promise<KnownPerson[]> {
      const found = await people.find({ _id: { $in: [...ids] } }).toArray();
      return found.map(({ _id: id, timeZone, state }) => ({
        id,
        timeZone,
        isActive: state === 'ACTIVE',
      }));
    },

    /** Those of `otherIds` who block this person or are blocked by them. */
    async findBlocked(userId: string, otherIds: readonly string[]): Promise<string[]> {
      const others = { $in: [...otherIds] };
      const found = await blocks
        .find({
          isActive: true,
          $or: [
            { blockerId: userId, blockedId: others },
            { blockerId: others, blockedId: userId },
          ],
        })
        .toArray();
      return found.map(({ blockerId, blockedId }) =>
        blockerId === userId ? blockedId : blockerId,
      );
    },

    /** A learner's balance; nothing has moved for somebody of whom we have not heard. */
    async findTimeCredits(userId: string): Promise<number> {
      return (await credits.findOne({ _id: userId }))?.balanceMinutes ?? 0;
    },

    async saveProfile(
      { session }: MongoTransaction,
      id: string,
      timeZone: string,
      version: number,
    ) {
      const first = { profileVersion: -1, timeZone, state: 'ACTIVE', stateVersion: -1 };
      await people.updateOne({ _id: id }, { $setOnInsert: first }, { session, upsert: true });
      await people.updateOne(
        { _id: id, profileVersion: { $lt: version } },
        { $set: { timeZone, profileVersion: version } },
        { session },
      );
    },

    async saveState({ session }: MongoTransaction, id: string, state: string, version: number) {
      const first = { profileVersion: -1, timeZone: 'UTC', state, stateVersion: -1 };
      await people.updateOne({ _id: id }, { $setOnInsert: first }, { session, upsert: true });
      await people.updateOne(
        { _id: id, stateVersion: { $lt: version } },
        { $set: { state, stateVersion: version } },
        { session },
      );
    },

    /** Sets or lifts a block, unless a later event has told otherwise; event ids ascend. */
    async saveBlock(
      { session }: MongoTransaction,
      { blockerId, blockedId, isActive, eventId }: BlockDocument,
    ) {
      const pair = { blockerId, blockedId };
      const first = { isActive, eventId: '' };
      await blocks.updateOne(pair, { $setOnInsert: first }, { session, upsert: true });
      await blocks.updateOne(
        { ...pair, eventId: { $lt: eventId } },
        { $set: { isActive, eventId } },
        { session },
      );
    },

    async saveTimeCredits(
      { session }: MongoTransaction,
      userId: string,
      balanceMinutes: number,
      version: number,
    ) {
      const first = { version: -1, balanceMinutes };
      await credits.updateOne({ _id: userId }, { $setOnInsert: first }, { session, upsert: true });
      await credits.updateOne(
        { _id: userId, version: { $lt: version } },
        { $set: { balanceMinutes, version } },
        { session },
      );
    },
  };
}
