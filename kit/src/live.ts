import type { RedisPubSub } from 'graphql-redis-subscriptions';

/** A stretch of a sequence as the store holds it after a cursor. */
export interface Stretch<Item, Cursor> {
  readonly items: readonly Item[];
  /** Where to go on reading; the given cursor when there was nothing. */
  readonly cursor: Cursor;
  /**
   * True when the store held nothing beyond these items, which spares a look that would find
   * nothing. Without it only an empty stretch is taken for the end.
   */
  readonly isEnd?: boolean;
}

/** What {@link liveSequence} needs. */
export interface LiveSequenceOptions<Item, Cursor> {
  readonly pubsub: Pick<RedisPubSub, 'subscribe' | 'unsubscribe'>;
  /** Channels on which any message means "look again". */
  readonly channels: readonly string[];
  /**
   * Where to begin. It is asked after the channels are attached, so that "from now on" misses
   * nothing.
   */
  readonly start: () => Promise<Cursor>;
  /**
   * Reads what follows the cursor, oldest first, in bounded stretches. It authorises anew each
   * time: throwing ends the subscription with that error.
   */
  readonly read: (cursor: Cursor) => Promise<Stretch<Item, Cursor>>;
  /** True for a wake-up that tells of nothing after the cursor; it wakes nobody. */
  readonly isOld?: (wakeUp: unknown, cursor: Cursor) => boolean;
  /** How often to look without being woken, so that a lost wake-up heals by itself. */
  readonly headCheckMilliseconds?: number;
}

const attachMilliseconds = 1_000;

/**
 * Follows a stored sequence from a cursor on: attach, then read history, then go live. The store
 * is the truth and a message on a channel only wakes, so nothing is lost when Redis is; items are
 * read when they are asked for, so a slow consumer holds one stretch in memory, however far
 * behind it is.
 *
 * An explicit iterator: an async generator's `return` would wait behind a pending `next`
 * (gateway and clients end subscriptions exactly then).
 */
export function liveSequence<Item, Cursor>(
  options: LiveSequenceOptions<Item, Cursor>,
): AsyncIterableIterator<Item> {
  const { pubsub, channels, start, read, isOld, headCheckMilliseconds = 5_000 } = options;
  let attached: Promise<number[]> | null = null;
  let position: { cursor: Cursor } | null = null;
  let buffer: Item[] = [];
  let isAtEnd = false;
  let closed = false;
  let woken = Promise.withResolvers<undefined>();

  const wake = () => {
    woken.resolve(undefined);
  };
  const hear = (wakeUp: unknown) => {
    if (position !== null && isOld?.(wakeUp, position.cursor) === true) return;
    wake();
  };
  const attach = () => Promise.all(channels.map((channel) => pubsub.subscribe(channel, hear)));
  const close = () => {
    if (closed) return;
    closed = true;
    buffer = [];
    wake();
    void attached?.then(
      (subscriptions) => {
        for (const subscription of subscriptions) pubsub.unsubscribe(subscription);
      },
      () => undefined,
    );
  };
  const pause = async () => {
    const timer = setTimeout(wake, headCheckMilliseconds);
    await woken.promise;
    clearTimeout(timer);
  };
  // While Redis is away nothing attaches; the sequence then lives by its own checks until it does.
  const withPatience = async (attaching: Promise<unknown>) => {
    const patience = Promise.withResolvers<undefined>();
    const timer = setTimeout(patience.resolve, attachMilliseconds, undefined);
    await Promise.race([attaching, patience.promise]);
    clearTimeout(timer);
  };
  const isClosed = () => closed;

  const next = async (): Promise<IteratorResult<Item>> => {
    attached ??= attach();
    await withPatience(attached);
    position ??= { cursor: await start() };
    while (!isClosed()) {
      const item = buffer.shift();
      if (item !== undefined) return { done: false, value: item };
      if (isAtEnd) await pause();
      if (isClosed()) break;
      // Renewed before reading: a wake-up during the read makes the next pause end at once.
      woken = Promise.withResolvers();
      const { items, cursor, isEnd = items.length === 0 } = await read(position.cursor);
      position = { cursor };
      buffer = [...items];
      isAtEnd = isEnd;
    }
    return { done: true, value: undefined };
  };

  return {
    async next() {
      try {
        return closed ? { done: true, value: undefined } : await next();
      } catch (error) {
        close();
        throw error;
      }
    },
    return() {
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error: unknown) {
      close();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
