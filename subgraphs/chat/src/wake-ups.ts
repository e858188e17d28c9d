import type { Log } from '@skillswap/kit/log';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { z } from 'zod';

/** Tells those who follow a conversation or an inbox to look again. */
export interface WakeUps {
  conversationChannel(conversationId: string): string;
  inboxChannel(userId: string): string;
  wakeConversation(conversationId: string, seq: number): void;
  wakeInbox(userId: string): void;
}

/**
 * Wake-ups over Redis. They are sent after the commit and nobody waits for them: one that is lost
 * costs the followers a few seconds, until they look by themselves.
 */
export function createWakeUps({
  pubsub,
  prefix,
  log,
}: Pick<MongoRuntime, 'pubsub' | 'prefix' | 'log'>): WakeUps {
  const conversationChannel = (id: string) => `${prefix}chat:conversation:${id}`;
  const inboxChannel = (id: string) => `${prefix}chat:inbox:${id}`;
  const wake = (channel: string, payload: object) => {
    pubsub.publish(channel, payload).catch((error: unknown) => {
      logLostWakeUp(log, error);
    });
  };
  return {
    conversationChannel,
    inboxChannel,
    wakeConversation: (conversationId, seq) => {
      wake(conversationChannel(conversationId), { conversationId, seq });
    },
    wakeInbox: (userId) => {
      wake(inboxChannel(userId), { userId });
    },
  };
}

const ofConversation = z.object({ seq: z.number() });

/** True for a conversation's wake-up that tells of nothing after a number. */
export function isOldWakeUp(wakeUp: unknown, seq: number): boolean {
  const { data } = ofConversation.safeParse(wakeUp);
  return data !== undefined && data.seq <= seq;
}

function logLostWakeUp(log: Log, error: unknown) {
  log.debug({ err: error }, 'a wake-up was lost');
}
