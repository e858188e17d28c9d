import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appendDirectly } from './append-directly.ts';
import { codesOf, type Sent } from './payloads.ts';
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

const eventRows = (conversationId: string) =>
  chat.runtime.store.db
    .collection('conversationEvents')
    .find({ conversationId })
    .sort({ seq: 1 })
    .toArray();

describe('the log of a conversation', () => {
  it('that another process is writing to keeps nobody waiting but its own writers', async () => {
    const [taken, free] = [await chat.aPair(), await chat.aPair()];
    const { client, db } = chat.runtime.store;
    const session = client.startSession();
    session.startTransaction();
    const row = { _id: taken.conversationId };
    const rows = db.collection<{ _id: string }>('conversations');
    await rows.updateOne(row, { $set: { isTaken: true } }, { session });
    const waiting = chat.send(taken.ada, { conversationId: taken.conversationId });
    const sends = Array.from({ length: 5 }, () =>
      chat.send(free.ada, { conversationId: free.conversationId }),
    );
    const answers = await Promise.all(sends);
    expect(new Set(answers.map(({ message }) => message?.seq))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(await eventRows(taken.conversationId)).toEqual([]);
    await session.abortTransaction();
    expect((await waiting).message?.seq).toBe(1);
    await session.endSession();
  });

  it('takes what is sent to several conversations at once, whoever among the senders is a stranger', async () => {
    const homes = await Promise.all(Array.from({ length: 6 }, () => chat.aPair()));
    const append = appendDirectly(chat);
    const stranger = aMember();
    const draft = { text: 'hello', replyToId: null, mentionedUserIds: [] };
    const outcomes = await Promise.all(
      homes.map(({ ada, conversationId }, index) =>
        append({
          draft: { ...draft, conversationId, clientMessageId: 'first' },
          senderId: index === 3 ? stranger.id : ada.id,
          language: null,
        }),
      ),
    );
    for (const [index, { message, refusal }] of outcomes.entries()) {
      expect(message?.seq ?? refusal?.code).toBe(index === 3 ? 'NOT_FOUND' : 1);
      const rows = await eventRows(homes[index]?.conversationId ?? '');
      expect(rows).toHaveLength(index === 3 ? 0 : 1);
    }
    const [, , , untouched] = homes;
    if (untouched === undefined) throw new Error('no conversation');
    const { conversation } = await chat.open(untouched.ada, untouched.bob.id);
    expect(conversation?.lastSeq).toBe(0);
  });

  it('numbers 200 messages sent at once through two instances from 1 to 200', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const sends = Array.from({ length: 180 }, (_, index) =>
      (index % 2 === 0 ? chat : other).send(index % 3 === 0 ? bob : ada, {
        conversationId,
        clientMessageId: `message ${String(index)}`,
        text: String(index),
      }),
    );
    const answers = await Promise.all(sends);
    // A burst of one person is 100, so some of ada's were refused and come again.
    for (const [index, answer] of answers.entries()) {
      if (answer.message !== null) continue;
      expect(codesOf(answer)).toEqual(['RATE_LIMITED']);
      const again = { conversationId, clientMessageId: `message ${String(index)}` };
      await eventually(async () => {
        const { message } = await chat.send(ada, { ...again, text: String(index) });
        expect(message).not.toBeNull();
      });
    }
    for (let index = 180; index < 200; index++) {
      await chat.send(bob, { conversationId, text: String(index) });
    }
    const rows = await eventRows(conversationId);
    expect(rows.map(({ seq }): unknown => seq)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    const texts = rows.map((row) => z.object({ text: z.string() }).parse(row['message']).text);
    expect(new Set(texts).size).toBe(200);
  }, 120_000);

  it('holds one message when 50 send it at once through two instances', async () => {
    for (let round = 0; round < 5; round++) {
      const { ada, bob, conversationId } = await chat.aPair();
      const input = { conversationId, clientMessageId: 'mine', text: `round ${String(round)}` };
      const sends = Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 ? chat : other).send(ada, input),
      );
      const answers = await Promise.all(sends);
      expect(new Set(answers.map(({ message }) => message?.id)).size).toBe(1);
      expect(answers.filter(({ deduplicated }) => !deduplicated)).toHaveLength(1);
      expect(await eventRows(conversationId)).toHaveLength(1);
      const { conversation } = await chat.markRead(bob, conversationId, 0);
      expect(conversation).toMatchObject({ lastSeq: 1, unreadCount: 1 });
    }
  }, 120_000);

  it('keeps the ids of different senders and conversations apart', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const elsewhere = await chat.aPair();
    const sent = [
      await chat.send(ada, { conversationId, clientMessageId: '1' }),
      await chat.send(bob, { conversationId, clientMessageId: '1' }),
      await chat.send(elsewhere.ada, {
        conversationId: elsewhere.conversationId,
        clientMessageId: '1',
      }),
    ];
    expect(new Set(sent.map(({ message }) => message?.id)).size).toBe(3);
    expect(sent.map(({ message }) => message?.seq)).toEqual([1, 2, 1]);
  });

  it('refuses another message under the same id and keeps the first', async () => {
    const { ada, conversationId } = await chat.aPair();
    const first = await chat.send(ada, { conversationId, clientMessageId: '1', text: 'one' });
    const replyToId = first.message?.id ?? '';
    for (const input of [{ text: 'two' }, { text: 'one', replyToId }]) {
      const again = await chat.send(ada, { conversationId, clientMessageId: '1', ...input });
      expect(again).toMatchObject({ message: null, deduplicated: false });
      expect(codesOf(again)).toEqual(['IDEMPOTENCY_MISMATCH']);
    }
    const rows = await eventRows(conversationId);
    expect(rows).toMatchObject([{ seq: 1, message: { text: 'one' } }]);
  });

  it('refuses what is no message and stores nothing', async () => {
    const { ada, conversationId } = await chat.aPair();
    const foreign = await chat.aPair();
    const there = await chat.send(foreign.ada, { conversationId: foreign.conversationId });
    const refused: [string, Record<string, string>, string, string][] = [
      ['empty', { text: '' }, 'EMPTY', 'text'],
      ['white space', { text: ' \n\t ' }, 'EMPTY', 'text'],
      ['zero-width characters', { text: '\u200B\u200D\uFEFF\u2060' }, 'EMPTY', 'text'],
      ['a megabyte', { text: 'a'.repeat(1_000_000) }, 'TOO_LONG', 'text'],
      ['4,001 characters', { text: '😀'.repeat(4_001) }, 'TOO_LONG', 'text'],
      ['NUL', { text: 'a\u0000b' }, 'INVALID_TEXT', 'text'],
      ['a lone surrogate', { text: 'a\uD800b' }, 'INVALID_TEXT', 'text'],
      ['no client id', { clientMessageId: '' }, 'EMPTY', 'clientMessageId'],
      ['a long client id', { clientMessageId: 'x'.repeat(129) }, 'TOO_LONG', 'clientMessageId'],
      ['NUL in the id', { clientMessageId: 'a\u0000' }, 'INVALID_TEXT', 'clientMessageId'],
      ['an unknown conversation', { conversationId: newId('cnv') }, 'NOT_FOUND', 'conversationId'],
      ['no conversation id', { conversationId: '\uD800' }, 'NOT_FOUND', 'conversationId'],
      ['an answer to nothing', { replyToId: newId('msg') }, 'NOT_FOUND', 'replyToId'],
      [
        'an answer to a foreign message',
        { replyToId: there.message?.id ?? '' },
        'NOT_FOUND',
        'replyToId',
      ],
    ];
    for (const [title, input, code, field] of refused) {
      const answer = await chat.send(ada, { conversationId, ...input });
      expect(answer.message, title).toBeNull();
      expect(answer.userErrors, title).toMatchObject([{ code, path: [field] }]);
    }
    expect(await eventRows(conversationId)).toEqual([]);
  });

  it('takes 4,000 characters outside the basic plane', async () => {
    const { ada, conversationId } = await chat.aPair();
    const { message } = await chat.send(ada, { conversationId, text: '😀'.repeat(4_000) });
    expect(message?.seq).toBe(1);
  });
});

describe('a closed conversation', () => {
  const closings: [string, (ada: string, bob: string) => void][] = [
    [
      'the other has blocked the sender',
      (ada, bob) => {
        chat.town.block(bob, ada);
      },
    ],
    [
      'the other is suspended',
      (_, bob) => {
        chat.town.change(bob, { state: 'SUSPENDED' });
      },
    ],
    [
      'the other is deleted',
      (_, bob) => {
        chat.town.change(bob, { state: 'DELETED' });
      },
    ],
    [
      'the other is gone',
      (_, bob) => {
        chat.town.forget(bob);
      },
    ],
    [
      'the sender is suspended',
      (ada) => {
        chat.town.change(ada, { state: 'SUSPENDED' });
      },
    ],
    [
      'the other talks with matches only',
      (_, bob) => {
        chat.town.change(bob, { contactableBy: 'MATCHES' });
      },
    ],
  ];

  it('refuses in the same words whatever closed it, and stays readable', async () => {
    const refusals = new Set<string>();
    for (const [title, close] of closings) {
      const { ada, bob, conversationId } = await chat.aPair();
      await chat.send(ada, { conversationId, text: 'before' });
      close(ada.id, bob.id);
      const answer = await chat.send(ada, { conversationId, text: 'after' });
      expect(codesOf(answer), title).toEqual(['NOT_ALLOWED']);
      refusals.add(JSON.stringify(answer));
      expect(await eventRows(conversationId), title).toHaveLength(1);
      const { data } = await chat
        .as(ada)
        .execute(
          'query ($id: ID!) { conversation(id: $id) { lastSeq messages(last: 5) { edges { node { text } } } } }',
          {
            id: conversationId,
          },
        );
      expect(data, title).toEqual({
        conversation: { lastSeq: 1, messages: { edges: [{ node: { text: 'before' } }] } },
      });
    }
    expect(refusals.size).toBe(1);
  });

  it('is closed for both sides by a block and opens again without it', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    chat.town.block(ada.id, bob.id);
    for (const person of [ada, bob]) {
      expect(codesOf(await chat.send(person, { conversationId }))).toEqual(['NOT_ALLOWED']);
    }
    chat.town.unblock(ada.id, bob.id);
    expect((await chat.send(bob, { conversationId })).message?.seq).toBe(1);
  });

  it('still tells the sender of a message that it was sent before', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const input = { conversationId, clientMessageId: '1', text: 'one' };
    const { message } = await chat.send(ada, input);
    chat.town.block(bob.id, ada.id);
    expect(await chat.send(ada, input)).toMatchObject({ message, deduplicated: true });
    const codes = codesOf(await chat.send(ada, { ...input, text: 'two' }));
    expect(codes).toEqual(['IDEMPOTENCY_MISMATCH']);
  });

  it('is open to those whom a person for matches only has written to or matched with', async () => {
    const written = await chat.aPair();
    chat.town.change(written.bob.id, { contactableBy: 'MATCHES' });
    await chat.send(written.bob, { conversationId: written.conversationId });
    const matched = await chat.aPair();
    chat.town.change(matched.bob.id, { contactableBy: 'MATCHES' });
    chat.town.match(matched.ada.id, matched.bob.id);
    for (const { ada, conversationId } of [written, matched]) {
      expect((await chat.send(ada, { conversationId })).message).not.toBeNull();
    }
  });

  it('is not guessed while the owner of blocks does not answer', async () => {
    const { ada, conversationId } = await chat.aPair();
    chat.town.setDown('users', true);
    const { data, errors } = await chat
      .as(ada)
      .execute(
        `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { deduplicated } }`,
        { input: { conversationId, clientMessageId: '1', text: 'x' } },
      );
    chat.town.setDown('users', false);
    expect(data).toBeNull();
    expect(errors[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
    expect(await eventRows(conversationId)).toEqual([]);
  });
});

describe('the rate of sending', () => {
  it('lets a member send 100 at once, counted over all conversations and instances', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const answers: Sent[] = await Promise.all(
      Array.from({ length: 140 }, (_, index) =>
        (index % 2 === 0 ? chat : other).send(ada, { conversationId, text: String(index) }),
      ),
    );
    const limited = answers.filter((answer) => codesOf(answer)[0] === 'RATE_LIMITED');
    const sent = answers.filter(({ message }) => message !== null);
    expect(sent.length + limited.length).toBe(140);
    expect(sent.length).toBeGreaterThanOrEqual(100);
    expect(limited.length).toBeGreaterThan(0);
    expect(await eventRows(conversationId)).toHaveLength(sent.length);
    expect((await chat.send(bob, { conversationId })).message).not.toBeNull();
  });

  it('does not stop sending while Redis is away', async () => {
    const { ada, conversationId } = await chat.aPair();
    chat.runtime.redis.disconnect();
    try {
      const { message } = await chat.send(ada, { conversationId });
      expect(message?.seq).toBe(1);
    } finally {
      await chat.runtime.redis.connect();
    }
  });
});

it('a member of no conversation has none to send in', async () => {
  expect(codesOf(await chat.send(aMember(), { conversationId: 'cnv_1' }))).toEqual(['NOT_FOUND']);
});
