import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTransact,
  duplicateKeyIndex,
  ensureCollections,
  eventCollections,
  majority,
  openCollection,
  openMongo,
  rebuildable,
  type MongoStore,
} from '../src/mongo.ts';
import { engineUrl, recordCommands, uniqueName, withCommandMonitoring } from './testkit.ts';

const declarations = {
  ...eventCollections,
  lessons: {
    consistency: majority,
    indexes: [{ key: { teacher: 1, at: 1 }, name: 'one_at_a_time', unique: true }],
  },
  tallies: { consistency: rebuildable, indexes: [] },
} as const;

interface Row {
  _id: string;
  teacher?: string;
  at?: number;
  count?: number;
}

let store: MongoStore;
beforeAll(async () => {
  const uri = withCommandMonitoring(engineUrl('MONGODB_URI'));
  store = await openMongo(uri, uniqueName('mongo'), 'test');
  await Promise.all([1, 2, 3].map(() => ensureCollections(store.db, declarations)));
});
afterAll(async () => {
  await store.db.dropDatabase();
  await store[Symbol.asyncDispose]();
});

const lessons = () => openCollection<Row>(store.db, 'lessons', declarations.lessons);
const tallies = () => openCollection<Row>(store.db, 'tallies', declarations.tallies);

describe('an index', () => {
  it.each([
    ['other keys', { key: { a: 1 }, name: 'lookup' }, { key: { b: 1 }, name: 'lookup' }],
    ['another name', { key: { a: 1 }, name: 'old' }, { key: { a: 1 }, name: 'new' }],
    ['other options', { key: { a: 1 }, name: 'one' }, { key: { a: 1 }, name: 'one', unique: true }],
  ])('that was declared with %s before is replaced', async (_title, before, after) => {
    const name = uniqueName('shelf');
    await ensureCollections(store.db, { [name]: { consistency: majority, indexes: [before] } });
    await ensureCollections(store.db, { [name]: { consistency: majority, indexes: [after] } });
    const indexes = await store.db.collection(name).indexes();
    expect(indexes.slice(1)).toMatchObject([after]);
  });
});

describe('a collection', () => {
  it('has its indexes though several instances made them at once', async () => {
    const indexes = await lessons().indexes();
    expect(indexes.map(({ name }) => name)).toEqual(['_id_', 'one_at_a_time']);
  });

  it('is written and read as surely as declared', async () => {
    const commands = await recordCommands(store.client, ['lessons', 'tallies'], async () => {
      await lessons().insertOne({ _id: 'a', teacher: 'ada', at: 1 });
      await lessons().findOne({ _id: 'a' });
      await tallies().insertOne({ _id: 'a' });
      await tallies().findOne({ _id: 'a' });
    });
    expect(
      commands.map(({ command }): unknown => command['writeConcern'] ?? command['readConcern']),
    ).toEqual([{ w: 'majority', j: true }, { level: 'majority' }, { w: 1 }, { level: 'local' }]);
  });

  it('says which unique index refused a row', async () => {
    const row = { _id: 'b', teacher: 'bob', at: 1 };
    await lessons().insertOne(row);
    const refusals = await Promise.allSettled([
      lessons().insertOne({ ...row, _id: 'c' }),
      lessons().insertOne({ ...row, at: 2 }),
    ]);
    const reasons = refusals.map((refusal) =>
      refusal.status === 'rejected' ? duplicateKeyIndex(refusal.reason) : 'stored',
    );
    expect(reasons).toEqual(['one_at_a_time', '_id_']);
    expect(duplicateKeyIndex(new Error('another'))).toBeNull();
  });
});

describe('a transaction', () => {
  it('keeps its writes and its events together', async () => {
    const commits: boolean[] = [];
    const transact = createTransact(
      store,
      () => new Date(7),
      ({ hasEmitted }) => commits.push(hasEmitted),
    );
    const outbox = store.db.collection<{ _id: string; type: string }>('outbox');
    const failing = transact(async (tx) => {
      await tallies().insertOne({ _id: 'lost' }, { session: tx.session });
      tx.emit('tally.lost', {});
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await tallies().findOne({ _id: 'lost' })).toBeNull();
    expect([await outbox.countDocuments({ type: 'tally.lost' }), commits]).toEqual([0, []]);

    const id = await transact(async (tx) => {
      await tallies().insertOne({ _id: 'kept' }, { session: tx.session });
      return tx.emit('tally.kept', { tallyId: 'kept' });
    });
    expect(await outbox.findOne({ _id: id })).toEqual({
      _id: id,
      type: 'tally.kept',
      payload: { tallyId: 'kept' },
      at: new Date(7),
      publishedAt: null,
    });
    await transact(({ session }) => tallies().insertOne({ _id: 'untold' }, { session }));
    expect(commits).toEqual([true, false]);
  });

  it('is repeated until it meets no other, and its event comes once', async () => {
    const transact = createTransact(
      store,
      () => new Date(),
      () => undefined,
    );
    // By majority: a transaction does not see what may still be rolled back.
    await lessons().insertOne({ _id: 'hot', count: 0 });
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transact(async (tx) => {
          const { session } = tx;
          const row = await lessons().findOne({ _id: 'hot' }, { session });
          const count = (row?.count ?? 0) + 1;
          await lessons().updateOne({ _id: 'hot' }, { $set: { count } }, { session });
          tx.emit('tally.counted', { count });
        }),
      ),
    );
    expect(await lessons().findOne({ _id: 'hot' })).toMatchObject({ count: 20 });
    const counted = await store.db.collection('outbox').distinct('payload.count', {
      type: 'tally.counted',
    });
    expect(counted).toHaveLength(20);
  });
});
