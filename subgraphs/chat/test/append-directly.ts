import { createAppend, type Append } from '../src/append-messages.ts';
import { createConversationLog } from '../src/conversation-log.ts';
import { createConversationSequence } from '../src/conversation-sequence.ts';
import { createFreshMessages } from '../src/fresh-messages.ts';
import { createWakeUps } from '../src/wake-ups.ts';
import type { TestChat } from './start-chat.ts';

/** Sends as the subgraph does, without the rate that one person is held to, and tells no inbox. */
export function appendDirectly({ runtime, clock }: Pick<TestChat, 'runtime' | 'clock'>): Append {
  const { db } = runtime.store;
  return createAppend({
    sequence: createConversationSequence(db),
    conversationLog: createConversationLog(db),
    transact: runtime.transact,
    freshMessages: createFreshMessages(),
    wakeUps: createWakeUps(runtime),
    inboxProjector: { wake: () => undefined },
    clock,
  });
}
