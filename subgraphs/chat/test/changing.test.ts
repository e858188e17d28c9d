import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

type MutationName = 'editMessage' | 'deleteMessage' | 'reactToMessage';

const payload = z.object({
  message: z
    .object({
      id: z.string(),
      seq: z.number(),
      text: z.string().nullable(),
      editedAt: z.string().nullable(),
      deletedAt: z.string().nullable(),
      reactions: z.array(
        z.object({
          emoji: z.string(),
          count: z.number(),
          people: z.array(z.object({ id: z.string() })),
          isViewers: z.boolean(),
        }),
      ),
    })
    .nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

const messageFields =
  'id seq text editedAt deletedAt reactions { emoji count people { id } isViewers }';

function toMutation(name: MutationName) {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) {
    ${name}(input: $input) { message { ${messageFields} } userErrors { code message path } }
  }`;
}

async function change(
  viewer: Viewer,
  name: MutationName,
  input: Record<string, unknown>,
  instance = chat,
) {
  const { data, errors } = await instance.as(viewer).execute(toMutation(name), { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return payload.parse(data?.[name]);
}

const eventRows = (conversationId: string) =>
  chat.runtime.store.db
    .collection('conversationEvents')
    .find({ conversationId })
    .sort({ seq: 1 })
    .toArray();

async function aMessage() {
  const pair = await chat.aPair();
  const { message } = await chat.send(pair.ada, {
    conversationId: pair.conversationId,
    text: 'first',
  });
  return { ...pair, messageId: message?.id ?? '' };
}

const followQuery = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
    seq kind message { id seq text reactions { emoji count } }
  }
}`;

describe('changing a message', () => {
  it('is told live and in replay as events of the same log, while the message keeps its number', async () => {
    const { ada, bob, conversationId, messageId } = await aMessage();
    const fromStart = { conversationId, afterSeq: 0 };
    await using live = await other.follow(bob, followQuery, fromStart);
    await live.next();
    const edited = await change(ada, 'editMessage', { messageId, text: ' second ' });
    expect(edited.message).toMatchObject({
      seq: 1,
      text: 'second',
      editedAt: chat.clock.now().toISOString(),
    });
    expect(await live.next()).toMatchObject({
      conversationEvents: { seq: 2, kind: 'MESSAGE_EDITED', message: { seq: 1, text: 'second' } },
    });
    const reacted = await change(bob, 'reactToMessage', { messageId, emoji: '❤' });
    expect(reacted.message?.reactions).toEqual([
      { emoji: '❤️', count: 1, people: [{ id: bob.id }], isViewers: true },
    ]);
    expect(await live.next()).toMatchObject({
      conversationEvents: {
        seq: 3,
        kind: 'REACTION_CHANGED',
        message: { reactions: [{ emoji: '❤️', count: 1 }] },
      },
    });
    const deleted = await change(ada, 'deleteMessage', { messageId });
    expect(deleted.message).toMatchObject({ seq: 1, text: null, reactions: [] });
    expect(deleted.message?.deletedAt).not.toBeNull();
    const buried = { id: messageId, seq: 1, text: null, reactions: [] };
    expect(await live.next()).toMatchObject({
      conversationEvents: { seq: 4, kind: 'MESSAGE_DELETED', message: buried },
    });
    await using replay = await chat.follow(ada, followQuery, fromStart);
    expect(await replay.take(4)).toEqual(
      ['MESSAGE_SENT', 'MESSAGE_EDITED', 'REACTION_CHANGED', 'MESSAGE_DELETED'].map(
        (kind, index) => ({ conversationEvents: { seq: index + 1, kind, message: buried } }),
      ),
    );
  });

  it('leaves the unread count as it is', async () => {
    const { ada, bob, conversationId, messageId } = await aMessage();
    await chat.send(ada, { conversationId });
    await change(ada, 'editMessage', { messageId, text: 'other' });
    await change(bob, 'reactToMessage', { messageId, emoji: '👍' });
    const unread = async (seq: number) =>
      (await chat.markRead(bob, conversationId, seq)).conversation;
    expect(await unread(0)).toMatchObject({ lastSeq: 4, unreadCount: 2 });
    await change(ada, 'deleteMessage', { messageId });
    expect(await unread(1)).toMatchObject({ lastSeq: 5, unreadCount: 1 });
    expect(await unread(5)).toMatchObject({ unreadCount: 0 });
  });

  it('makes no event when nothing changes', async () => {
    const { ada, conversationId, messageId } = await aMessage();
    await change(ada, 'editMessage', { messageId, text: 'first' });
    await change(ada, 'reactToMessage', { messageId, emoji: '👍', isGiven: false });
    expect(await eventRows(conversationId)).toHaveLength(1);
    for (const emoji of ['👍', '👍']) await change(ada, 'reactToMessage', { messageId, emoji });
    await change(ada, 'deleteMessage', { messageId });
    await change(ada, 'deleteMessage', { messageId });
    expect(await eventRows(conversationId)).toHaveLength(3);
  });

  it('loses nothing when sends, edits and reactions come at once through two instances', async () => {
    const { ada, bob, conversationId, messageId } = await aMessage();
    const emojis = ['👍', '😂', '😮', '😢', '🙏'];
    const work: Promise<unknown>[] = [];
    for (const [index, emoji] of emojis.entries()) {
      const [one, two] = index % 2 === 0 ? [chat, other] : [other, chat];
      for (const person of [ada, bob]) {
        work.push(change(person, 'reactToMessage', { messageId, emoji }, one));
      }
      work.push(change(ada, 'editMessage', { messageId, text: `edit ${emoji}` }, two));
      work.push(chat.send(bob, { conversationId }), other.send(ada, { conversationId }));
    }
    await Promise.all(work);
    const rows = await eventRows(conversationId);
    expect(rows.map(({ seq }): unknown => seq)).toEqual(
      Array.from({ length: 26 }, (_, i) => i + 1),
    );
    const { message } = await change(ada, 'reactToMessage', { messageId, emoji: '👍' });
    expect(message?.reactions.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    expect(new Set(message?.reactions.map(({ emoji }) => emoji))).toEqual(new Set(emojis));
  }, 60_000);

  it('does not make a repeated send another message', async () => {
    const { ada, conversationId } = await chat.aPair();
    const input = { conversationId, clientMessageId: '1', text: 'one' };
    const { message } = await chat.send(ada, input);
    await change(ada, 'editMessage', { messageId: message?.id, text: 'two' });
    expect(await chat.send(ada, input)).toMatchObject({
      message: { id: message?.id, text: 'two' },
      deduplicated: true,
    });
  });
});

describe('a change is refused', () => {
  const inputs = (messageId: string): [MutationName, Record<string, unknown>][] => [
    ['editMessage', { messageId, text: 'mine' }],
    ['deleteMessage', { messageId }],
    ['reactToMessage', { messageId, emoji: '👍' }],
  ];

  it('to those who do not see the message, as for one that does not exist', async () => {
    const { conversationId, messageId } = await aMessage();
    for (const viewer of [aMember(), anAdmin()]) {
      for (const id of [messageId, newId('msg'), '\u0000', '']) {
        for (const [name, input] of inputs(id)) {
          const { message, userErrors } = await change(viewer, name, input);
          expect(message).toBeNull();
          expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['messageId'] }]);
        }
      }
    }
    for (const [name, input] of inputs(messageId)) {
      const { errors } = await chat.as(anonymous).execute(toMutation(name), { input });
      expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
    expect(await eventRows(conversationId)).toMatchObject([{ message: { text: 'first' } }]);
  });

  it('to members who did not send the message, and to everybody once it is deleted', async () => {
    const { ada, bob, conversationId, messageId } = await aMessage();
    for (const [name, input] of inputs(messageId).slice(0, 2)) {
      expect(codesOf(await change(bob, name, input))).toEqual(['NOT_YOURS']);
    }
    expect(await eventRows(conversationId)).toHaveLength(1);
    await change(ada, 'deleteMessage', { messageId });
    const edited = await change(ada, 'editMessage', { messageId, text: 'back' });
    const reacted = await change(bob, 'reactToMessage', { messageId, emoji: '👍' });
    expect([edited, reacted].flatMap(codesOf)).toEqual(['DELETED', 'DELETED']);
    expect(await eventRows(conversationId)).toHaveLength(2);
  });

  it('in a closed conversation, except that one still deletes what one has sent', async () => {
    const { ada, bob, conversationId, messageId } = await aMessage();
    chat.town.block(bob.id, ada.id);
    const edited = await change(ada, 'editMessage', { messageId, text: 'insult' });
    const reacted = await change(ada, 'reactToMessage', { messageId, emoji: '👎' });
    expect([edited, reacted].flatMap(codesOf)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(await eventRows(conversationId)).toMatchObject([{ message: { text: 'first' } }]);
    expect((await change(ada, 'deleteMessage', { messageId })).message?.text).toBeNull();
  });

  it('for what is no text and no emoji', async () => {
    const { ada, conversationId, messageId } = await aMessage();
    const wrong: [MutationName, Record<string, unknown>, string, string][] = [
      ['editMessage', { text: ' \u200B' }, 'EMPTY', 'text'],
      ['editMessage', { text: 'a'.repeat(1_000_000) }, 'TOO_LONG', 'text'],
      ['editMessage', { text: 'a\u0000' }, 'INVALID_TEXT', 'text'],
      ['reactToMessage', { emoji: 'ok' }, 'NOT_AN_EMOJI', 'emoji'],
      ['reactToMessage', { emoji: '👍👍' }, 'NOT_AN_EMOJI', 'emoji'],
    ];
    for (const [name, input, code, field] of wrong) {
      const { userErrors } = await change(ada, name, { messageId, ...input });
      expect(userErrors).toMatchObject([{ code, path: [field] }]);
    }
    expect(await eventRows(conversationId)).toMatchObject([{ message: { text: 'first' } }]);
  });
});
