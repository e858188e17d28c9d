import { aMember, anAdmin, recordCommands } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { codesOf } from './payloads.ts';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
let other: TestChat;
beforeAll(async () => {
  chat = await startChat();
  other = await startChat({ beside: chat });
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await chat[Symbol.asyncDispose]();
});

const typingQuery = `subscription ($conversationId: ID!) {
  typing(conversationId: $conversationId) { user { id } isTyping }
}`;

const payload = z.object({
  setTyping: z.object({
    isTold: z.boolean(),
    userErrors: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
});

async function setTyping(viewer: Viewer, conversationId: string, isTyping = true, instance = chat) {
  const { data } = await instance.as(viewer).execute(
    `mutation ($input: SetTypingInput!) {
      setTyping(input: $input) { isTold userErrors { code message } }
    }`,
    { input: { conversationId, isTyping } },
  );
  return payload.parse(data).setTyping;
}

const subscriptions = (conversationId: string) =>
  chat.runtime.redis.pubsub('NUMSUB', `${chat.runtime.prefix}chat:typing:${conversationId}`);

/** Waits until the instance listens, so that no signal comes too early. */
async function attached(conversationId: string, count = 1) {
  await expect.poll(async () => (await subscriptions(conversationId))[1]).toBe(count);
}

it('the others are told who writes, through any instance, and the writer is not', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  await using atAda = await chat.follow(ada, typingQuery, { conversationId });
  await using atBob = await other.follow(bob, typingQuery, { conversationId });
  const [toAda, toBob] = [atAda.next(), atBob.next()];
  await attached(conversationId, 2);
  await setTyping(ada, conversationId);
  expect(await toBob).toEqual({ typing: { user: { id: ada.id }, isTyping: true } });
  await setTyping(bob, conversationId, false, other);
  expect(await toAda).toEqual({ typing: { user: { id: bob.id }, isTyping: false } });
});

it('a signal costs those nothing who follow other conversations, and leaves nothing behind', async () => {
  const here = await chat.aPair();
  const elsewhere = await chat.aPair();
  const { conversationId } = here;
  await using quiet = await chat.follow(elsewhere.bob, typingQuery, elsewhere);
  await using followed = await chat.follow(here.bob, typingQuery, { conversationId });
  const signal = followed.next();
  void quiet.next().catch(() => undefined);
  await attached(conversationId);
  await attached(elsewhere.conversationId);
  // That the conversations are there has reached the inboxes: nothing more is to be written.
  const conversations = chat.runtime.store.db.collection('conversations');
  await expect.poll(() => conversations.countDocuments({ isInboxBehind: true })).toBe(0);
  const names = ['conversations', 'conversationEvents', 'memberships', 'inboxHeads'];
  const commands = await recordCommands(chat.runtime.store.client, names, async () => {
    await setTyping(here.ada, conversationId);
    await signal;
  });
  const asked = commands.filter(({ command }) =>
    JSON.stringify(command).includes(elsewhere.conversationId),
  );
  expect(asked).toEqual([]);
  const writes = commands.filter(
    ({ commandName, command }) =>
      commandName !== 'find' && JSON.stringify(command).includes(conversationId),
  );
  expect(writes).toEqual([]);
});

it('nobody signals or follows where they are no member', async () => {
  const { conversationId } = await chat.aPair();
  for (const viewer of [aMember(), anAdmin()]) {
    expect(codesOf(await setTyping(viewer, conversationId))).toEqual(['NOT_FOUND']);
    await using followed = await chat.follow(viewer, typingQuery, { conversationId });
    await expect(followed.next()).rejects.toThrow('BAD_USER_INPUT');
  }
  await using nobody = await chat.follow(anonymous, typingQuery, { conversationId });
  await expect(nobody.next()).rejects.toThrow('UNAUTHENTICATED');
});

it('a blocked person signals nothing, in the words of every closed conversation', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  chat.town.block(bob.id, ada.id);
  const refused = await setTyping(ada, conversationId);
  const sent = await chat.send(ada, { conversationId });
  expect(refused).toMatchObject({ isTold: false, userErrors: [{ code: 'NOT_ALLOWED' }] });
  expect(refused.userErrors[0]?.message).toBe(sent.userErrors[0]?.message);
});

it('whoever signals too often is told so, and is heard no more often', async () => {
  const { ada, conversationId } = await chat.aPair();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      setTyping(ada, conversationId, true, index % 2 === 0 ? chat : other),
    ),
  );
  const told = answers.filter(({ isTold }) => isTold).length;
  expect(told).toBeGreaterThanOrEqual(6);
  expect(told).toBeLessThan(40);
  expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['RATE_LIMITED']));
});

it('without Redis a signal is lost and nothing fails', async () => {
  const { ada, conversationId } = await chat.aPair();
  chat.runtime.redis.disconnect();
  try {
    expect((await setTyping(ada, conversationId)).userErrors).toEqual([]);
  } finally {
    await chat.runtime.redis.connect();
  }
});
