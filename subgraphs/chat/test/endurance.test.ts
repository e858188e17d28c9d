import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Viewer } from '@skillswap/kit/viewer';
import { appendDirectly } from './append-directly.ts';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat[Symbol.asyncDispose]());

const total = 1_000;
const batch = 50;
const followQuery = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
    seq message { text }
  }
}`;

const event = z.object({
  conversationEvents: z.object({ seq: z.number(), message: z.object({ text: z.string() }) }),
});

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

it('three readers, one of them slow, get 1,000 messages in order while Redis connections are cut', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  const append = appendDirectly(chat);
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
    if (first % 100 === 1) chat.runtime.pubsub.getSubscriber().disconnect(true);
  }
  for (const texts of await reading) {
    expect(new Set(texts).size).toBe(total);
    expect(texts.toSorted((a, b) => Number(a) - Number(b))).toEqual(expected);
  }
  const unread = async (seq: number) =>
    (await chat.markRead(bob, conversationId, seq)).conversation?.unreadCount;
  expect(await unread(0)).toBe(total);
  expect(await unread(432)).toBe(total - 432);
}, 60_000);
