import { anonymous } from '@skillswap/kit/viewer';
import { aMember, recordCommands } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
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

const conversationEvents = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
    seq kind message { id seq text sender { id } conversation { id unreadCount } }
  }
}`;

const sentEvents = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) { seq message { text } }
}`;

const inboxEvents = `subscription ($afterCursor: String) {
  inboxEvents(afterCursor: $afterCursor) {
    cursor
    conversation { id lastSeq unreadCount messages(last: 1) { edges { node { text } } } }
  }
}`;

const eventSchema = z.object({
  conversationEvents: z.object({
    seq: z.number(),
    kind: z.string(),
    message: z.object({ seq: z.number(), text: z.string() }),
  }),
});
const toEvent = (data: unknown) => eventSchema.parse(data).conversationEvents;

const toSeq = (data: unknown) =>
  z.object({ conversationEvents: z.object({ seq: z.number() }) }).parse(data).conversationEvents
    .seq;

const inboxSchema = z.object({
  inboxEvents: z.object({
    cursor: z.string(),
    conversation: z.object({ id: z.string(), lastSeq: z.number(), unreadCount: z.number() }),
  }),
});
const toInboxEvent = (data: unknown) => inboxSchema.parse(data).inboxEvents;

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Does the work over and over until the promise is settled. */
async function repeatUntil(settled: Promise<unknown>, work: () => Promise<unknown>) {
  const state = { isSettled: false };
  const settle = () => {
    state.isSettled = true;
  };
  settled.then(settle, settle);
  while (!state.isSettled) await work();
}

describe('the events of a conversation', () => {
  it('are the same whole sequence whether one follows before, during or after the sending', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const fromStart = { conversationId, afterSeq: 0 };
    await using before = await chat.follow(ada, conversationEvents, fromStart);
    const beforeTaken = before.take(90);
    const sendTo = async (from: number, to: number) => {
      await Promise.all(
        numbers(from, to).map((n) =>
          (n % 2 === 0 ? chat : other).send(n % 3 === 0 ? ada : bob, {
            conversationId,
            text: String(n),
          }),
        ),
      );
    };
    await sendTo(1, 30);
    const sending = sendTo(31, 90);
    await using midway = await other.follow(bob, conversationEvents, fromStart);
    await using resumed = await other.follow(bob, conversationEvents, {
      conversationId,
      afterSeq: 25,
    });
    const [beforeEvents, midwayEvents, resumedEvents] = await Promise.all([
      beforeTaken,
      midway.take(90),
      resumed.take(65),
      sending,
    ]);
    await using after = await chat.follow(bob, conversationEvents, fromStart);
    const afterEvents = await after.take(90);
    for (const events of [beforeEvents, midwayEvents, afterEvents]) {
      expect(events.map(toEvent).map(({ seq }) => seq)).toEqual(numbers(1, 90));
      expect(events.map((event) => toEvent(event).message.seq)).toEqual(numbers(1, 90));
      expect(new Set(events.map((event) => toEvent(event).message.text)).size).toBe(90);
    }
    expect(resumedEvents.map(toEvent).map(({ seq }) => seq)).toEqual(numbers(26, 90));
    expect(beforeEvents[0]).toMatchObject({
      conversationEvents: {
        kind: 'MESSAGE_SENT',
        message: { conversation: { id: conversationId } },
      },
    });
  }, 120_000);

  it('cost those who follow two people’s conversation no look at the store', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    await using followed = await chat.follow(bob, sentEvents, { conversationId, afterSeq: 0 });
    await chat.send(ada, { conversationId, text: '1' });
    expect(toSeq(await followed.next())).toBe(1);
    const asked: string[][] = [];
    // Every five seconds followers look by themselves, and that may be now.
    for (const seq of [2, 3, 4]) {
      const { client } = chat.runtime.store;
      const commands = await recordCommands(client, ['conversationEvents'], async () => {
        await chat.send(ada, { conversationId, text: String(seq) });
        expect(toSeq(await followed.next())).toBe(seq);
      });
      asked.push(commands.map(({ commandName }) => commandName));
    }
    expect(asked).toContainEqual(['insert']);
  });

  it('begin with what happens next when no number is given', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    await chat.send(ada, { conversationId, text: 'before' });
    await using followed = await chat.follow(bob, conversationEvents, { conversationId });
    const first = followed.next();
    // What is sent while the subscription is being set up may count as before or as next.
    await repeatUntil(first, () => chat.send(ada, { conversationId, text: 'after' }));
    expect(toEvent(await first).message.text).toBe('after');
  });

  it('reach a slow reader without a hole', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    await using followed = await chat.follow(bob, conversationEvents, {
      conversationId,
      afterSeq: 0,
    });
    const taken = [];
    for (const n of numbers(1, 60)) {
      await chat.send(ada, { conversationId, text: String(n) });
      if (n % 6 === 0) taken.push(...(await followed.take(2)));
    }
    taken.push(...(await followed.take(40)));
    expect(taken.map(toEvent).map(({ seq }) => seq)).toEqual(numbers(1, 60));
  }, 120_000);

  it('are refused to others as those of no conversation', async () => {
    const { conversationId } = await chat.aPair();
    const refusals = new Set<string>();
    for (const id of [conversationId, 'cnv_00000000000000000000000000', '\u0000']) {
      await using followed = await chat.follow(aMember(), conversationEvents, {
        conversationId: id,
      });
      refusals.add(await followed.next().then(String, String));
    }
    expect([...refusals]).toHaveLength(1);
    expect([...refusals][0]).toContain('BAD_USER_INPUT');
    await using nobody = await chat.follow(anonymous, conversationEvents, { conversationId });
    await expect(nobody.next()).rejects.toThrow('UNAUTHENTICATED');
  });

  it.each([-1, 1, 2_147_483_647])(
    'cannot be followed after number %i that never was',
    async (n) => {
      const { ada, conversationId } = await chat.aPair();
      await using followed = await chat.follow(ada, conversationEvents, {
        conversationId,
        afterSeq: n,
      });
      await expect(followed.next()).rejects.toThrow('BAD_USER_INPUT');
    },
  );
});

describe('the inbox', () => {
  it('tells of opened conversations, messages and read marks, and goes on from a cursor', async () => {
    const ada = aMember();
    const bob = aMember();
    await using followed = await chat.follow(bob, inboxEvents);
    const opened = followed.next();
    // Until the subscription stands, conversations with others are opened too.
    await repeatUntil(opened, () => chat.open(aMember(), bob.id));
    const { conversation } = await chat.open(ada, bob.id);
    const conversationId = conversation?.id ?? '';
    const until = async (wanted: { lastSeq: number; unreadCount: number }, from = followed) => {
      for (;;) {
        const event = toInboxEvent(await from.next());
        const { id, lastSeq, unreadCount } = event.conversation;
        if (id !== conversationId) continue;
        if (lastSeq === wanted.lastSeq && unreadCount === wanted.unreadCount) return event;
      }
    };
    const atOpening = await until({ lastSeq: 0, unreadCount: 0 });
    await chat.send(ada, { conversationId, text: 'hi' });
    await until({ lastSeq: 1, unreadCount: 1 });
    await other.markRead(bob, conversationId, 1);
    await until({ lastSeq: 1, unreadCount: 0 });

    await using again = await other.follow(bob, inboxEvents, { afterCursor: atOpening.cursor });
    const { cursor } = await until({ lastSeq: 1, unreadCount: 0 }, again);
    expect(cursor).not.toBe(atOpening.cursor);
  });

  it('shows the latest state of every conversation to one who comes late', async () => {
    const bob = aMember();
    const peers = Array.from({ length: 20 }, () => aMember());
    await Promise.all(
      peers.map(async (peer, index) => {
        const chosen = index % 2 === 0 ? chat : other;
        const { conversation } = await chosen.open(peer, bob.id);
        const conversationId = conversation?.id ?? '';
        for (const text of ['1', '2', '3']) await chosen.send(peer, { conversationId, text });
      }),
    );
    const cursors: string[] = [];
    const latest = new Map<string, number>();
    await using head = await chat.follow(bob, inboxEvents, {
      afterCursor: Buffer.from(JSON.stringify(['inbox', bob.id, 0])).toString('base64url'),
    });
    while ([...latest.values()].filter((lastSeq) => lastSeq === 3).length < 20) {
      const event = toInboxEvent(await head.next());
      cursors.push(event.cursor);
      latest.set(event.conversation.id, event.conversation.lastSeq);
    }
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  it('refuses cursors of another person, another list, or none', async () => {
    const bob = aMember();
    const cursor = (...parts: unknown[]) =>
      Buffer.from(JSON.stringify(parts)).toString('base64url');
    const wrong = [
      cursor('inbox', aMember().id, 0),
      cursor('message', bob.id, 0),
      cursor('inbox', bob.id, -1),
      cursor('inbox', bob.id, { $gt: 0 }),
      'nonsense',
      '',
    ];
    for (const afterCursor of wrong) {
      await using followed = await chat.follow(bob, inboxEvents, { afterCursor });
      await expect(followed.next()).rejects.toThrow('BAD_USER_INPUT');
    }
  });
});
