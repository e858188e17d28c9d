import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../src/clock.ts';
import { startDueWork, type DueWork, type DueWorkHandlers } from '../src/due-work.ts';
import { eventStores, type EventStore } from './event-stores.ts';
import { eventually, testLog } from './testkit.ts';

const start = new Date('2026-03-02T10:00:00.000Z');
const hour = 3_600_000;

describe.each(eventStores)('due work kept in %s', (_name, openStore) => {
  let leftovers: AsyncDisposableStack;
  let store: EventStore;
  let clock: ReturnType<typeof createManualClock>;
  let handled: string[];
  beforeEach(async () => {
    leftovers = new AsyncDisposableStack();
    store = leftovers.use(await openStore());
    clock = createManualClock(start);
    handled = [];
  });
  afterEach(() => leftovers.disposeAsync());

  const aPiece = (key: string, hours: number): DueWork => ({
    key,
    kind: 'remind',
    dueAt: new Date(start.getTime() + hours * hour),
    payload: { sessionId: key, count: 1 },
  });
  const note = ({ key }: DueWork) => {
    handled.push(key);
    return Promise.resolve();
  };
  const run = (handlers: DueWorkHandlers = { remind: note }) =>
    leftovers.use(startDueWork(store.dueWork, handlers, clock, testLog));
  const isDone = (keys: readonly string[]) =>
    eventually(async () => {
      expect(handled.toSorted()).toEqual([...keys].sort());
      expect(await store.countDueWork()).toBe(0);
    });

  it('is shared by two runners, each piece done once', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `piece:${String(index)}`);
    for (const key of keys) await store.plan(aPiece(key, 0));
    run();
    run();
    await isDone(keys);
  });

  it('comes with what was planned', async () => {
    const seen: DueWork[] = [];
    await store.plan(aPiece('ses_1', 0));
    run({
      remind: (work) => {
        seen.push(work);
        return note(work);
      },
    });
    await isDone(['ses_1']);
    expect(seen).toEqual([aPiece('ses_1', 0)]);
  });

  it('waits for its time, and a shift of the clock wakes it', async () => {
    run();
    await store.plan(aPiece('early', 1));
    await store.plan(aPiece('late', 2));
    clock.advance(hour - 1);
    expect(await store.dueWork.claim(clock.now(), 1)).toBeNull();
    expect(handled).toEqual([]);
    clock.advance(1);
    await eventually(() => {
      expect(handled).toEqual(['early']);
    });
    clock.advance(hour);
    await isDone(['early', 'late']);
  });

  it('that is planned again moves', async () => {
    await store.plan(aPiece('moved', 1));
    await store.plan(aPiece('moved', 5));
    clock.advance(4 * hour);
    expect(await store.dueWork.claim(clock.now(), 1)).toBeNull();
    run();
    clock.advance(hour);
    await isDone(['moved']);
  });

  it('that is cancelled never happens', async () => {
    await store.plan(aPiece('cancelled', 1));
    await store.plan(aPiece('kept', 1));
    await store.cancel(['cancelled', 'unknown']);
    clock.advance(hour);
    run();
    await isDone(['kept']);
  });

  it('of a runner that died is done by another when the lease is over', async () => {
    await store.plan(aPiece('abandoned', 0));
    expect(await store.dueWork.claim(clock.now(), 30)).toMatchObject({ key: 'abandoned' });
    expect(await store.dueWork.claim(clock.now(), 30)).toBeNull();
    await store.endLeases();
    run();
    await isDone(['abandoned']);
  });

  it('that fails holds up no other and is tried again', async () => {
    await store.plan(aPiece('failing', 0));
    await store.plan(aPiece('fine', 0));
    let attempts = 0;
    const runner = run({
      remind: (work) => {
        if (work.key === 'fine') return note(work);
        attempts += 1;
        return attempts === 1 ? Promise.reject(new Error('not yet')) : note(work);
      },
    });
    await eventually(() => {
      expect([attempts, handled]).toEqual([1, ['fine']]);
    });
    await store.endLeases();
    runner.wake();
    await isDone(['failing', 'fine']);
  });

  it('that is planned for later while it is being done is kept', async () => {
    await store.plan(aPiece('recurring', 0));
    run({
      remind: async (work) => {
        if (handled.length === 0) await store.plan(aPiece('recurring', 1));
        await note(work);
      },
    });
    await eventually(() => {
      expect(handled).toEqual(['recurring']);
    });
    expect(await store.countDueWork()).toBe(1);
    clock.advance(hour);
    await isDone(['recurring', 'recurring']);
  });
});
