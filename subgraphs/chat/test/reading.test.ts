import { aMember } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Viewer } from '@skillswap/kit/viewer';
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

const pageSchema = z.object({
  conversation: z.object({
    unreadCount: z.number(),
    messages: z.object({
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ seq: z.number() }) })),
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        hasPreviousPage: z.boolean(),
        startCursor: z.string().nullable(),
        endCursor: z.string().nullable(),
      }),
    }),
  }),
});

const pageQuery = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  conversation(id: $id) {
    unreadCount
    messages(first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { seq } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

async function readPage(viewer: Viewer, id: string, page: Record<string, unknown>) {
  const answer = await chat.as(viewer).execute(pageQuery, { id, ...page });
  const { messages } = pageSchema.parse(answer.data).conversation;
  return { seqs: messages.edges.map(({ node }) => node.seq), ...messages.pageInfo };
}

async function refusalOf(viewer: Viewer, id: string, page: Record<string, unknown>) {
  const { errors } = await chat.as(viewer).execute(pageQuery, { id, ...page });
  return errors.map(({ extensions }) => extensions?.['code']);
}

describe('the history', () => {
  it('is read in pages from both ends without holes or repetitions', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (let n = 1; n <= 7; n++) await chat.send(n % 2 ? ada : bob, { conversationId });
    const first = await readPage(bob, conversationId, { first: 3 });
    expect(first).toMatchObject({ seqs: [1, 2, 3], hasNextPage: true, hasPreviousPage: false });
    const second = await readPage(bob, conversationId, { first: 3, after: first.endCursor });
    expect(second).toMatchObject({ seqs: [4, 5, 6], hasNextPage: true, hasPreviousPage: true });
    const third = await readPage(bob, conversationId, { first: 3, after: second.endCursor });
    expect(third).toMatchObject({ seqs: [7], hasNextPage: false, hasPreviousPage: true });

    const latest = await readPage(ada, conversationId, { last: 3 });
    expect(latest).toMatchObject({ seqs: [5, 6, 7], hasNextPage: false, hasPreviousPage: true });
    const earlier = await readPage(ada, conversationId, { last: 3, before: latest.startCursor });
    expect(earlier).toMatchObject({ seqs: [2, 3, 4], hasNextPage: true, hasPreviousPage: true });
    const oldest = await readPage(ada, conversationId, { last: 3, before: earlier.startCursor });
    expect(oldest).toMatchObject({ seqs: [1], hasNextPage: true, hasPreviousPage: false });

    const { startCursor: before } = await readPage(ada, conversationId, { last: 1 });
    const between = await readPage(ada, conversationId, {
      first: 9,
      after: first.endCursor,
      before,
    });
    expect(between.seqs).toEqual([4, 5, 6]);
    const empty = await readPage(ada, conversationId, { first: 3, after: before });
    expect(empty).toMatchObject({ seqs: [], hasNextPage: false, endCursor: null });
  });

  it('refuses pages that are no pages and cursors from elsewhere', async () => {
    const { ada, conversationId } = await chat.aPair();
    const elsewhere = await chat.aPair();
    await chat.send(elsewhere.ada, { conversationId: elsewhere.conversationId });
    const foreign = await readPage(elsewhere.ada, elsewhere.conversationId, { last: 1 });
    const forged = (...parts: unknown[]) =>
      Buffer.from(JSON.stringify(parts)).toString('base64url');
    const wrong = [
      {},
      { first: 1, last: 1 },
      { first: 0 },
      { last: 101 },
      { first: -1 },
      { first: 1, after: foreign.endCursor },
      { last: 1, before: foreign.endCursor },
      { first: 1, after: 'nonsense' },
      { first: 1, after: forged('message', conversationId, { $gt: 0 }) },
      { first: 1, after: forged('message', conversationId, '1') },
      { first: 1, after: forged('conversation', 0, conversationId) },
    ];
    for (const page of wrong) {
      const codes = await refusalOf(ada, conversationId, page);
      expect(codes, JSON.stringify(page)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('the unread count', () => {
  it('equals the history while people write and read at once through two instances', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const work: Promise<unknown>[] = [];
    for (let n = 1; n <= 60; n++) {
      const chosen = n % 2 === 0 ? chat : other;
      work.push(chosen.send(n % 3 === 0 ? ada : bob, { conversationId, text: String(n) }));
      if (n % 4 === 0) work.push(chosen.markRead(ada, conversationId, n / 2));
      if (n % 7 === 0) work.push(chosen.markRead(bob, conversationId, (n / 3) | 0));
    }
    await Promise.all(work);
    await chat.markRead(ada, conversationId, 30);
    const db = chat.runtime.store.db;
    for (const person of [ada, bob]) {
      const membership = await db
        .collection<{ readSeq: number }>('memberships')
        .findOne({ conversationId, userId: person.id });
      const truth = await db.collection('conversationEvents').countDocuments({
        conversationId,
        seq: { $gt: membership?.readSeq ?? 0 },
        'message.senderId': { $ne: person.id },
      });
      const { conversation } = await chat.markRead(person, conversationId, 0);
      expect(conversation?.unreadCount).toBe(truth);
    }
  }, 120_000);

  it('moves with the mark, which never moves back nor beyond the latest event', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const text of ['1', '2', '3']) await chat.send(ada, { conversationId, text });
    const unreadAfter = async (seq: number) =>
      (await chat.markRead(bob, conversationId, seq)).conversation?.unreadCount;
    expect(await unreadAfter(0)).toBe(3);
    expect(await unreadAfter(2)).toBe(1);
    expect(await unreadAfter(1)).toBe(1);
    expect(await unreadAfter(2_147_483_647)).toBe(0);
    await chat.send(ada, { conversationId, text: '4' });
    expect(await unreadAfter(0)).toBe(1);
    expect(codesOf(await chat.markRead(bob, conversationId, -1))).toEqual(['OUT_OF_RANGE']);
    expect(await unreadAfter(0)).toBe(1);
  });

  it('adds up over all conversations of a person', async () => {
    const bob = aMember();
    for (const count of [0, 1, 2, 3]) {
      const peer = aMember();
      const { conversation } = await chat.open(peer, bob.id);
      const conversationId = conversation?.id ?? '';
      for (let n = 0; n < count; n++) await chat.send(peer, { conversationId });
      await chat.send(bob, { conversationId });
      if (count === 3) await chat.markRead(bob, conversationId, 2);
    }
    const { data } = await chat
      .as(bob)
      .execute(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { unreadTotal } } }',
        { r: [{ __typename: 'User', id: bob.id }] },
      );
    expect(data).toEqual({ _entities: [{ unreadTotal: 4 }] });
  });
});
