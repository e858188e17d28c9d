import { newId } from '@skillswap/kit/id';
import { openMongoRuntime, type MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { eventStream } from '@skillswap/kit/outbox';
import { startSubgraph } from '@skillswap/kit/server';
import { createManualClock } from '@skillswap/kit/clock';
import type { Viewer } from '@skillswap/kit/viewer';
import {
  aMember,
  callSubgraph,
  engineUrl,
  openTestRuntime,
  testLog,
  testSecret,
} from '@skillswap/kit/test/testkit';
import { collections } from '../src/collections.ts';
import { chatSubgraph } from '../src/subgraph.ts';
import { localTranslator, type Translator } from '../src/translator.ts';
import { follow } from './follow.ts';
import { createTown, type Town } from './town.ts';
import { readMarked, readOpened, readSent, type Opened, type Sent } from './payloads.ts';

/** The chat subgraph on stores of its own, beside a town in place of the users and skills subgraphs. */
export type TestChat = Awaited<ReturnType<typeof startChat>>;

/** What several instances have in common. */
interface Shared {
  readonly runtime: MongoRuntime;
  readonly clock: ReturnType<typeof createManualClock>;
  readonly town: Town;
}

interface StartOptions {
  /** Another instance whose stores, clock and town this one shares. */
  readonly beside?: Shared;
  readonly translator?: Translator;
}

/** When the tests' time begins. */
export const start = new Date('2026-03-02T10:00:00.000Z');

/** Starts an instance of the subgraph. */
export async function startChat({ beside, translator = localTranslator }: StartOptions = {}) {
  const clock = beside?.clock ?? createManualClock(start);
  const town = beside?.town ?? createTown();
  await using opening = new AsyncDisposableStack();
  const runtime = opening.use(
    beside === undefined
      ? await openTestRuntime('chat', collections, clock)
      : await openSameRuntime(beside),
  );
  const subgraph = opening.use(
    await chatSubgraph(runtime, {
      contacts: town.contacts,
      translator,
      keepMonths: 24,
    }),
  );
  const running = opening.use(
    await startSubgraph(subgraph, { port: 0, identitySecret: testSecret, log: testLog }),
  );
  const { as } = callSubgraph('chat', running.url);
  const open = async (viewer: Viewer, userId: string): Promise<Opened> =>
    readOpened(await as(viewer).execute(openMutation, { input: { userId } }));
  const send = async (viewer: Viewer, input: Partial<MessageInput>): Promise<Sent> => {
    const byDefault = { clientMessageId: crypto.randomUUID(), text: 'hello' };
    return readSent(await as(viewer).execute(sendMutation, { input: { ...byDefault, ...input } }));
  };
  const disposable = opening.move();

  return {
    ...running,
    runtime,
    clock,
    town,
    as,
    open,
    send,
    /** Two people who have opened their conversation. */
    async aPair() {
      const ada = aMember();
      const bob = aMember();
      const { conversation } = await open(ada, bob.id);
      if (conversation === null) throw new Error('the pair could not open its conversation');
      return { ada, bob, conversationId: conversation.id };
    },
    markRead: async (viewer: Viewer, conversationId: string, seq: number) =>
      readMarked(await as(viewer).execute(markMutation, { input: { conversationId, seq } })),
    /** Tells the subgraph what happened elsewhere. */
    async tell(producer: string, type: string, payload: Record<string, unknown>) {
      const event = { id: newId('evt'), type, at: clock.now().toISOString(), payload };
      const stream = eventStream(runtime.prefix, producer);
      await runtime.redis.xadd(stream, '*', 'event', JSON.stringify(event));
    },
    follow: (viewer: Viewer, query: string, variables: Record<string, unknown> = {}) =>
      follow(running.url, viewer, query, variables),
    [Symbol.asyncDispose]: () => disposable.disposeAsync(),
  };
}

interface MessageInput {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly replyToId: string;
  readonly mentionedUserIds: readonly string[];
}

function openSameRuntime({ runtime, clock }: Shared): Promise<MongoRuntime> {
  return openMongoRuntime({
    subgraph: 'chat',
    environment: 'development',
    mongodbUri: engineUrl('MONGODB_URI'),
    redisUrl: engineUrl('REDIS_URL'),
    collections,
    log: testLog,
    database: runtime.store.db.databaseName,
    prefix: runtime.prefix,
    clock,
  });
}

const openMutation = `mutation ($input: OpenDirectConversationInput!) {
  openDirectConversation(input: $input) {
    conversation { id lastSeq peer { id } members { id } }
    userErrors { code message path }
  }
}`;

const sendMutation = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) {
    message { id seq text clientMessageId language sender { id } }
    deduplicated
    userErrors { code message path }
  }
}`;

const markMutation = `mutation ($input: MarkReadInput!) {
  markRead(input: $input) {
    conversation { id lastSeq unreadCount }
    userErrors { code message path }
  }
}`;
