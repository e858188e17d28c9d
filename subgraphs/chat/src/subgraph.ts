import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Subgraph } from '@skillswap/kit/server';
import { createAppend } from './append-messages.ts';
import type { Contacts } from './contacts.ts';
import { createBlockRepository } from './block-repository.ts';
import { createContext, type Chat, type Context } from './context.ts';
import { createConversationLog } from './conversation-log.ts';
import { createConversationRepository } from './conversation-repository.ts';
import { createConversationSequence } from './conversation-sequence.ts';
import { createEventHandlers } from './event-handlers.ts';
import { createFirstContactRepository } from './first-contact-repository.ts';
import { createFreshMessages } from './fresh-messages.ts';
import { createGroupRepository } from './group-repository.ts';
import { createHomes } from './homes.ts';
import { createInboxBacklog } from './inbox-backlog.ts';
import { createInboxRepository } from './inbox-repository.ts';
import { startInboxProjector } from './inbox-projector.ts';
import { createMembershipRepository } from './membership-repository.ts';
import { createMessageRepository } from './message-repository.ts';
import { createAdmission, sendRate, typingRate } from './rate.ts';
import { createReadOn } from './read-on.ts';
import { createReaderRepository } from './reader-repository.ts';
import { planRetention, retentionHandlers } from './retention.ts';
import { resolvers } from './resolvers/index.ts';
import { createTranslationRepository } from './translation-repository.ts';
import type { Translator } from './translator.ts';
import { createTypingChannel } from './typing-channel.ts';
import { createWakeUps } from './wake-ups.ts';

/** What differs between a running system and a test. */
export interface ChatOptions {
  readonly contacts: Contacts;
  /** What translates messages; null where there is nothing that does. */
  readonly translator: Translator | null;
  /** How many months a conversation's events are kept. */
  readonly keepMonths: number;
}

/**
 * Puts the subgraph together on an open runtime and begins to follow the others' events. Disposing
 * stops its own loop; the runtime stays open.
 */
export async function chatSubgraph(
  runtime: MongoRuntime,
  { contacts, translator, keepMonths }: ChatOptions,
): Promise<Subgraph<Context> & AsyncDisposable> {
  const { store, transact, clock, pubsub, dueWork, log } = runtime;
  const conversations = createConversationRepository(store.db);
  const conversationLog = createConversationLog(store.db);
  const inbox = createInboxRepository(store.db);
  const inboxBacklog = createInboxBacklog(store.db);
  const memberships = createMembershipRepository(store.db);
  const sequence = createConversationSequence(store.db);
  const messages = createMessageRepository(store.db);
  const firstContacts = createFirstContactRepository(store.db);
  const wakeUps = createWakeUps(runtime);
  const logs = { conversationLog, sequence, messages };
  const blocks = createBlockRepository(store.db);
  const groups = createGroupRepository(store.db);
  const people = { memberships, firstContacts, blocks };
  const stores = { conversations, groups, ...logs, ...people, inbox };
  const translations = createTranslationRepository(store.db);
  const readers = createReaderRepository(store.db);
  const listening = { ...stores, readers, clock };
  await runtime.consume(['users', 'skills', 'sessions'], createEventHandlers(listening));
  runtime.workOff(retentionHandlers({ ...stores, transact, dueWork, clock, keepMonths }));
  await planRetention(runtime, clock.now());
  const inboxProjector = startInboxProjector({ inboxBacklog, inbox, transact, wakeUps, log });
  const nearby = { homes: createHomes(conversations), freshMessages: createFreshMessages() };
  const acting = { ...stores, ...nearby, contacts, transact, clock, wakeUps, inboxProjector };
  const common = { ...acting, pubsub };
  const admitSend = createAdmission(runtime, sendRate);
  const admitTyping = createAdmission(runtime, typingRate);
  const chat: Chat = {
    sending: { ...common, admitSend, append: createAppend(common) },
    changing: { ...common, translations, admitSend },
    translating: { translations, translator, log },
    opening: common,
    grouping: common,
    reading: { ...common, readers },
    following: { ...common, readOn: createReadOn(common) },
    keepingAside: common,
    typing: { ...common, admitTyping, typingChannel: createTypingChannel(runtime) },
  };
  return {
    name: 'chat',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: (request) => createContext(chat, request),
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
    [Symbol.asyncDispose]: () => inboxProjector[Symbol.asyncDispose](),
  };
}
