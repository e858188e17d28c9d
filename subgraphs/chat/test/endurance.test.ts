import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Viewer } from '@skillswap/kit/viewer';
import { createAppend } from '../src/append-messages.ts';
import { createConversationLog } from '../src/conversation-log.ts';
import { createConversationSequence } from '../src/conversation-sequence.ts';
import { createWakeUps } from '../src/wake-ups.ts';
import { codesOf } from './payloads.ts';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat[Symbol.asyncDispose]());

it('a message sent 50 times through two instances, and again after a restart, is one message', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  const input = { conversationId, clientMessageId: 'once', text: 'hello' };
  const sendFifty = (second: TestChat) =>
    Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? chat : second).send(ada, input)),
    );
  const ids = new Set<string | undefined>();
  let fresh = 0;
  for (const pause of [0, 600_000]) {
    chat.clock.advance(pause);
    await using second = await startChat({ beside: chat });
    for (const { message, deduplicated } of await sendFifty(second)) {
      ids.add(message?.id);
      if (!deduplicated) fresh++;
    }
    expect(codesOf(await second.send(ada, { ...input, text: 'other' }))).toEqual([
      'IDEMPOTENCY_MISMATCH',
    ]);
  }
  expect(ids.size).toBe(1);
  expect(fresh).toBe(1);
  const { conversation } = await chat.markRead(bob, conversationId, 0);
  expect(conversation).toMatchObject({ lastSeq: 1, unreadCount: 1 });
}, 60_000);

const total = 10_000;
const batch = 50;
const followQuery = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
    seq message { text }
  }
}`;

const event = z.object({
  conversationEvents: z.object({ seq: z.number(), message: z.object({ text: z.string() }) }),
});

/** Sends as the subgraph does, without the rate that one person is held to. */
function createSender({ runtime, clock }: TestChat) {
  const { db } = runtime.store;
  return createAppend({
    sequence: createConversationSequence(db),
    conversationLog: createConversationLog(db),
    transact: runtime.transact,
    wakeUps: createWakeUps(runtime),
    inboxProjector: { wake: () => undefined },
    clock,
  });
}

async function read(viewer: Viewer, conversationId: string, pace: (seq: number) => Promise<void>) {
  await using followed = await chat.follow(viewer, followQuery, { conversationId, afterSeq: 0 });
  const texts: string[] = [];
  while (texts.length < total) {
    const { seq, message } = event.parse(await followed.next()).conversationEvents;
    expect(seq).toBe(texts.length + 1);
    texts.push(message.text);
    await pace(seq);
  }
  return texts;
}

it('three readers, one of them slow, get 10,000 messages in order while Redis connections are cut', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  const append = createSender(chat);
  const state = { sent: 0 };
  let progress = Promise.withResolvers<undefined>();
  const atOnce = () => Promise.resolve();
  // The slow one is never nearer than half of what was sent, until all is.
  const slowly = async (seq: number) => {
    while (seq > state.sent / 2 && state.sent < total) await progress.promise;
  };
  const reading = Promise.all([
    read(ada, conversationId, atOnce),
    read(bob, conversationId, atOnce),
    read(bob, conversationId, slowly),
  ]);
  const expected = [];
  for (let first = 1; first <= total; first += batch) {
    const numbers = Array.from({ length: batch }, (_, index) => String(first + index));
    expected.push(...numbers);
    await Promise.all(
      numbers.map((text) =>
        append({
          draft: {
            conversationId,
            clientMessageId: text,
            text,
            replyToId: null,
            mentionedUserIds: [],
          },
          senderId: ada.id,
          language: null,
        }),
      ),
    );
    state.sent += batch;
    progress.resolve(undefined);
    progress = Promise.withResolvers();
    if (first % 1_000 === 1) chat.runtime.pubsub.getSubscriber().disconnect(true);
  }
  for (const texts of await reading) {
    expect(new Set(texts).size).toBe(total);
    expect(texts.toSorted((a, b) => Number(a) - Number(b))).toEqual(expected);
  }
  const unread = async (seq: number) =>
    (await chat.markRead(bob, conversationId, seq)).conversation?.unreadCount;
  expect(await unread(0)).toBe(total);
  expect(await unread(4_321)).toBe(total - 4_321);
}, 180_000);
