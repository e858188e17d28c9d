/** An event of {@link EventStore}. */
export interface StoredEvent {
  readonly seq: number;
  readonly text: string;
}

/** A sequence of events as an owner stores it, and those who follow it. */
export interface EventStore {
  append(text?: string): void;
  /** How many follow it now, and how many began to. */
  readonly followers: () => number;
  readonly started: () => number;
  /** What follows `afterSeq`, then what happens; without it what happens from now on. */
  follow(afterSeq?: number | null): AsyncIterableIterator<StoredEvent>;
}

/** An explicit iterator: the `return` of an async generator would wait behind a pending `next`. */
export function createEventStore(): EventStore {
  const events: StoredEvent[] = [];
  let woken = Promise.withResolvers<undefined>();
  let followers = 0;
  let started = 0;
  const wake = (): void => {
    woken.resolve(undefined);
    woken = Promise.withResolvers();
  };

  return {
    append(text = '') {
      events.push({ seq: events.length + 1, text });
      wake();
    },
    followers: () => followers,
    started: () => started,
    follow(afterSeq) {
      followers += 1;
      started += 1;
      let at = afterSeq ?? events.length;
      let left = false;
      const iterator: AsyncIterableIterator<StoredEvent> = {
        async next() {
          let event = events[at];
          while (!left && event === undefined) {
            await woken.promise;
            event = events[at];
          }
          if (left || event === undefined) return { done: true, value: undefined };
          at += 1;
          return { done: false, value: event };
        },
        return() {
          if (!left) followers -= 1;
          left = true;
          wake();
          return Promise.resolve({ done: true, value: undefined });
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      return iterator;
    },
  };
}
