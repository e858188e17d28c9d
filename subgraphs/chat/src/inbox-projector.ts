import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@skillswap/kit/log';
import type { Transact } from '@skillswap/kit/mongo';
import type { InboxBacklog } from './inbox-backlog.ts';
import type { InboxRepository } from './inbox-repository.ts';
import type { WakeUps } from './wake-ups.ts';

/** What {@link startInboxProjector} needs. */
export interface InboxProjectorOptions {
  readonly inboxBacklog: InboxBacklog;
  readonly inbox: InboxRepository;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
  readonly log: Log;
}

/** Tells inboxes of conversations for as long as it is open. */
export interface InboxProjector extends AsyncDisposable {
  /** Says that something has happened in a conversation. */
  wake(): void;
}

const pollMilliseconds = 500;
/** What happens within this time is told at once, so that a busy time costs one write and not many. */
const gatherMilliseconds = 50;
/** In a busy time inboxes are told no more often than this: every member's row is written each time. */
const spacingMilliseconds = 500;
const batch = 100;

/**
 * Numbers the changes of conversations in their members' inboxes. It stands beside sending, so
 * that a send touches nothing but its own conversation: the conversation bears the mark "inbox
 * behind" from the same write on, and this takes the marks off, whichever process set them.
 * It wakes those who follow the conversations too, for whoever could not after their commit.
 * Several instances may do the same work at once; the inbox then tells the same state twice.
 */
export function startInboxProjector(options: InboxProjectorOptions): InboxProjector {
  const { inboxBacklog, inbox, transact, wakeUps, log } = options;
  let closed = false;
  let idle = Promise.withResolvers<undefined>();

  const project = async (): Promise<number> => {
    const behind = await inboxBacklog.list(batch);
    if (behind.length === 0) return 0;
    await transact((tx) => inbox.record(tx, behind));
    await inboxBacklog.remove(behind);
    for (const { conversationId, lastSeq } of behind) {
      wakeUps.wakeConversation(conversationId, lastSeq);
    }
    for (const userId of new Set(behind.flatMap(({ memberIds }) => memberIds))) {
      wakeUps.wakeInbox(userId);
    }
    return behind.length;
  };
  const run = async () => {
    let nextAt = 0;
    while (!closed) {
      idle = Promise.withResolvers();
      const told = await project().catch((error: unknown) => {
        log.warn({ err: error }, 'telling inboxes failed; trying again');
        return 0;
      });
      if (told > 0) nextAt = performance.now() + spacingMilliseconds;
      // A whole batch means that more is waiting.
      if (told === batch) continue;
      const timer = setTimeout(idle.resolve, pollMilliseconds, undefined);
      await idle.promise;
      clearTimeout(timer);
      if (!isClosed()) await pause(Math.max(gatherMilliseconds, nextAt - performance.now()));
    }
  };
  const isClosed = () => closed;
  const running = run();

  return {
    wake: () => {
      idle.resolve(undefined);
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      idle.resolve(undefined);
      await running;
    },
  };
}
