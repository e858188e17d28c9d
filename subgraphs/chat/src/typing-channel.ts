import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { z } from 'zod';

const typingSignal = z.object({
  conversationId: z.string(),
  userId: z.string(),
  isTyping: z.boolean(),
});

/** Somebody has begun to write, goes on, or has stopped. */
export type TypingSignal = z.infer<typeof typingSignal>;

/** Carries signals between instances. They are kept nowhere: a lost one is lost. */
export type TypingChannel = ReturnType<typeof createTypingChannel>;

/** Opens the channel over Redis. It works only when there is a signal. */
export function createTypingChannel({ pubsub, prefix }: Pick<MongoRuntime, 'pubsub' | 'prefix'>) {
  const channelOf = (conversationId: string) => `${prefix}chat:typing:${conversationId}`;
  return {
    /** Tells those who follow now; nobody waits for it. */
    publish(signal: TypingSignal): void {
      pubsub.publish(channelOf(signal.conversationId), signal).catch(() => undefined);
    },

    /**
     * The signals of a conversation from now on. A slow reader gets each person's latest one only,
     * so what waits is never more than the members. `admit` is asked before each signal: false
     * leaves it out, throwing ends the sequence.
     */
    follow(
      conversationId: string,
      admit: (signal: TypingSignal) => Promise<boolean>,
    ): AsyncIterableIterator<TypingSignal> {
      const latest = new Map<string, TypingSignal>();
      let closed = false;
      let woken = Promise.withResolvers<undefined>();
      const attached = pubsub.subscribe(channelOf(conversationId), (payload: unknown) => {
        const { data: signal } = typingSignal.safeParse(payload);
        if (signal !== undefined) latest.set(signal.userId, signal);
        woken.resolve(undefined);
      });
      const close = () => {
        if (closed) return;
        closed = true;
        woken.resolve(undefined);
        attached.then(
          (subscription) => {
            pubsub.unsubscribe(subscription);
          },
          () => undefined,
        );
      };
      const isClosed = () => closed;
      const take = () => {
        const [first] = latest.values();
        if (first !== undefined) latest.delete(first.userId);
        return first;
      };
      const next = async (): Promise<IteratorResult<TypingSignal>> => {
        while (!isClosed()) {
          const signal = take();
          if (signal === undefined) {
            await woken.promise;
            woken = Promise.withResolvers();
          } else if ((await admit(signal)) && !isClosed()) {
            return { done: false, value: signal };
          }
        }
        return { done: true, value: undefined };
      };
      return endable(next, close);
    },
  };
}

function endable<Item>(
  next: () => Promise<IteratorResult<Item>>,
  close: () => void,
): AsyncIterableIterator<Item> {
  return {
    async next() {
      try {
        return await next();
      } catch (error) {
        close();
        throw error;
      }
    },
    return() {
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
