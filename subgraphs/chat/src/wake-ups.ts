import type { Log } from '@skillswap/kit/log';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';

/** Tells those who follow a conversation or an inbox to look again. */
export interface WakeUps {
  conversationChannel(conversationId: string): string;
  inboxChannel(userId: string): string;
  wakeConversation(conversationId: string, seq: number): void;
  wakeInbox(userId: string): void;
}

/**
 * Wake-ups over Redis. They are sent after the commit and nobody waits for them: one that is lost
 * costs the followers a few seconds, until they look by themselves. What is told at once travels
 * together, and of a channel only the latest.
 */
export function createWakeUps({
  redis,
  prefix,
  log,
}: Pick<MongoRuntime, 'redis' | 'prefix' | 'log'>): WakeUps {
  const conversationChannel = (id: string) => `${prefix}chat:conversation:${id}`;
  const inboxChannel = (id: string) => `${prefix}chat:inbox:${id}`;
  let waiting = new Map<string, object>();
  const send = () => {
    const pipeline = redis.pipeline();
    for (const [channel, payload] of waiting) pipeline.publish(channel, JSON.stringify(payload));
    waiting = new Map();
    pipeline.exec().catch((error: unknown) => {
      logLostWakeUps(log, error);
    });
  };
  const wake = (channel: string, payload: object) => {
    if (waiting.size === 0) setImmediate(send);
    waiting.set(channel, payload);
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

/** The number that a conversation's wake-up tells of; null when it tells of none. */
export function seqOfWakeUp(wakeUp: unknown): number | null {
  const holdsSeq = typeof wakeUp === 'object' && wakeUp !== null && 'seq' in wakeUp;
  return holdsSeq && typeof wakeUp.seq === 'number' ? wakeUp.seq : null;
}

function logLostWakeUps(log: Log, error: unknown) {
  log.debug({ err: error }, 'wake-ups were lost');
}
