import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import type { Viewer } from '@skillswap/kit/viewer';
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

const state = z.object({
  unreadCount: z.number(),
  firstUnreadSeq: z.number().nullable(),
  isMuted: z.boolean(),
  isArchived: z.boolean(),
  marks: z.array(
    z.object({
      user: z.object({ id: z.string() }),
      deliveredSeq: z.number(),
      readSeq: z.number(),
    }),
  ),
});

const stateFields =
  'unreadCount firstUnreadSeq isMuted isArchived marks { user { id } deliveredSeq readSeq }';

async function readState(viewer: Viewer, id: string) {
  const query = `query ($id: ID!) { conversation(id: $id) { ${stateFields} } }`;
  const { data } = await chat.as(viewer).execute(query, { id });
  return z.object({ conversation: state }).parse(data).conversation;
}

async function markOf(viewer: Viewer, conversationId: string, userId: string) {
  const { marks } = await readState(viewer, conversationId);
  const mark = marks.find(({ user }) => user.id === userId);
  return { deliveredSeq: mark?.deliveredSeq, readSeq: mark?.readSeq };
}

type MutationName = 'markDelivered' | 'muteConversation' | 'archiveConversation';

const payload = z.object({
  done: z.object({
    conversation: state.nullable(),
    userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
  }),
});

async function run(
  viewer: Viewer,
  name: MutationName,
  input: Record<string, unknown>,
  instance = chat,
) {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${inputType}!) {
    done: ${name}(input: $input) { conversation { ${stateFields} } userErrors { code path } }
  }`;
  const { data } = await instance.as(viewer).execute(mutation, { input });
  return payload.parse(data).done;
}

async function listIds(viewer: { id: string } & Viewer, archived: boolean) {
  const { data } = await chat.as(viewer).execute(
    `query ($r: [_Any!]!, $archived: Boolean!) {
      _entities(representations: $r) {
        ... on User { conversations(first: 10, archived: $archived) { edges { node { id } } } }
      }
    }`,
    { r: [{ __typename: 'User', id: viewer.id }], archived },
  );
  return [...JSON.stringify(data).matchAll(/cnv_\w+/g)].map(([id]) => id);
}

describe('the marks of a conversation', () => {
  it('tell each member how far the others have received and read, never back nor beyond', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const text of ['1', '2', '3']) await chat.send(ada, { conversationId, text });
    const deliver = (seq: number) => run(bob, 'markDelivered', { conversationId, seq }, other);
    await deliver(2);
    expect(await markOf(ada, conversationId, bob.id)).toEqual({ deliveredSeq: 2, readSeq: 0 });
    await deliver(1);
    expect(await markOf(ada, conversationId, bob.id)).toEqual({ deliveredSeq: 2, readSeq: 0 });
    await chat.markRead(bob, conversationId, 3);
    expect(await markOf(ada, conversationId, bob.id)).toEqual({ deliveredSeq: 3, readSeq: 3 });
    await deliver(2_147_483_647);
    await chat.send(ada, { conversationId, text: '4' });
    expect(await markOf(ada, conversationId, bob.id)).toEqual({ deliveredSeq: 3, readSeq: 3 });
    await deliver(4);
    expect(await markOf(bob, conversationId, bob.id)).toEqual({ deliveredSeq: 4, readSeq: 3 });
    expect((await readState(bob, conversationId)).unreadCount).toBe(1);
  });

  it('end where the furthest device is when many report at once through two instances', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (let n = 1; n <= 10; n++) await chat.send(ada, { conversationId });
    await Promise.all(
      [4, 9, 1, 7, 10, 2, 8, 3].map((seq, index) =>
        run(bob, 'markDelivered', { conversationId, seq }, index % 2 === 0 ? chat : other),
      ),
    );
    expect(await markOf(ada, conversationId, bob.id)).toEqual({ deliveredSeq: 10, readSeq: 0 });
  });

  it('reach the inbox of the one who waits for them', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    await chat.send(ada, { conversationId });
    await using inbox = await chat.follow(
      ada,
      `subscription ($afterCursor: String) {
        inboxEvents(afterCursor: $afterCursor) { conversation { ${stateFields} } }
      }`,
      {
        afterCursor: Buffer.from(JSON.stringify(['inbox', ada.id, 0])).toString('base64url'),
      },
    );
    await other.markRead(bob, conversationId, 1);
    for (;;) {
      const event = z.object({ inboxEvents: z.object({ conversation: state }) });
      const { marks } = event.parse(await inbox.next()).inboxEvents.conversation;
      if (marks.some(({ user, readSeq }) => user.id === bob.id && readSeq === 1)) break;
    }
  });
});

describe('the first unread message', () => {
  it('is the first of others beyond the mark, and pages begin with it', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const sender of [ada, bob, bob, ada, ada]) await chat.send(sender, { conversationId });
    expect((await readState(bob, conversationId)).firstUnreadSeq).toBe(1);
    await chat.markRead(bob, conversationId, 1);
    expect((await readState(bob, conversationId)).firstUnreadSeq).toBe(4);
    const { data } = await chat.as(bob).execute(
      `query ($id: ID!) {
        conversation(id: $id) { messages(first: 1, fromSeq: 4) { edges { node { seq } } } }
      }`,
      { id: conversationId },
    );
    expect(data).toEqual({ conversation: { messages: { edges: [{ node: { seq: 4 } }] } } });
    await chat.markRead(bob, conversationId, 5);
    expect((await readState(bob, conversationId)).firstUnreadSeq).toBeNull();
  });
});

describe('a conversation kept aside', () => {
  it('is muted for one member alone until they change their mind', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const { conversation } = await run(bob, 'muteConversation', { conversationId });
    expect(conversation?.isMuted).toBe(true);
    expect((await readState(ada, conversationId)).isMuted).toBe(false);
    await chat.send(ada, { conversationId });
    expect((await readState(bob, conversationId)).isMuted).toBe(true);
    await run(bob, 'muteConversation', { conversationId, isMuted: false });
    expect((await readState(bob, conversationId)).isMuted).toBe(false);
  });

  it('leaves the list of the one who archives it, and comes back with the next message', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    await run(bob, 'archiveConversation', { conversationId });
    expect(await listIds(bob, false)).toEqual([]);
    expect(await listIds(bob, true)).toEqual([conversationId]);
    expect(await listIds(ada, false)).toEqual([conversationId]);
    await chat.send(ada, { conversationId });
    expect(await listIds(bob, false)).toEqual([conversationId]);
    expect((await readState(bob, conversationId)).isArchived).toBe(false);
  });

  it('is nothing that others can touch', async () => {
    const { ada, conversationId } = await chat.aPair();
    const inputs: [MutationName, Record<string, unknown>][] = [
      ['markDelivered', { conversationId, seq: 1 }],
      ['muteConversation', { conversationId }],
      ['archiveConversation', { conversationId }],
    ];
    for (const viewer of [aMember(), anAdmin()]) {
      for (const [name, input] of inputs) {
        const { conversation, userErrors } = await run(viewer, name, input);
        expect(conversation).toBeNull();
        expect(userErrors).toEqual([{ code: 'NOT_FOUND', path: ['conversationId'] }]);
      }
    }
    const { userErrors } = await run(ada, 'markDelivered', { conversationId, seq: -1 });
    expect(userErrors).toEqual([{ code: 'OUT_OF_RANGE', path: ['seq'] }]);
    expect(await readState(ada, conversationId)).toMatchObject({
      isMuted: false,
      isArchived: false,
    });
  });
});
