import { newId } from '@skillswap/kit/id';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codesOf } from './payloads.ts';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat[Symbol.asyncDispose]());

const payload = z.object({
  conversation: z.object({ id: z.string() }).nullish(),
  leftConversationId: z.string().nullish(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

const groupFields = `... on GroupConversation { title viewerRole memberCount }
  ... on AnnouncementConversation { title viewerRole memberCount }`;

async function act(viewer: Viewer, mutation: string, input: Record<string, unknown>) {
  const name = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}`;
  const field =
    mutation === 'leaveConversation' ? 'leftConversationId' : `conversation { id ${groupFields} }`;
  const answer = await chat
    .as(viewer)
    .execute(
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { ${field} userErrors { code path } } }`,
      { input },
    );
  const parsed = payload.safeParse(answer.data?.[mutation]);
  if (!parsed.success) throw new Error(JSON.stringify(answer));
  return parsed.data;
}

const create = (owner: Viewer, memberIds: readonly string[], over: Record<string, unknown> = {}) =>
  act(owner, 'createGroupConversation', {
    idempotencyKey: crypto.randomUUID(),
    title: 'Gardeners',
    memberIds,
    ...over,
  });

/** A group of ada, who owns it, bob and carol. */
async function aGroup(over: Record<string, unknown> = {}) {
  const [ada, bob, carol] = [aMember(), aMember(), aMember()] as const;
  const { conversation } = await create(ada, [bob.id, carol.id], over);
  return { ada, bob, carol, conversationId: conversation?.id ?? '' };
}

const add = (actor: Viewer, conversationId: string, ...people: Member[]) =>
  act(actor, 'addConversationMembers', { conversationId, userIds: people.map(({ id }) => id) });
const remove = (actor: Viewer, conversationId: string, { id: userId }: Member) =>
  act(actor, 'removeConversationMember', { conversationId, userId });
const leave = (member: Viewer, conversationId: string) =>
  act(member, 'leaveConversation', { conversationId });
const setRole = (actor: Viewer, conversationId: string, { id: userId }: Member, role: string) =>
  act(actor, 'setConversationRole', { conversationId, userId, role });

const readQuery = `query ($id: ID!) {
  conversation(id: $id) {
    __typename lastSeq unreadCount firstUnreadSeq firstUnreadMentionSeq
    members { id } marks { user { id } readSeq }
    messages(first: 100) {
      edges { node { seq text deletedAt sender { id } replyTo { text } mentionsViewer mentions { id }
        reactions { emoji count } } }
      pageInfo { hasPreviousPage hasNextPage }
    }
    ... on GroupConversation {
      title viewerRole memberCount
      participants(first: 100) { edges { node { user { id } role readSeq deliveredSeq } } }
    }
    ... on AnnouncementConversation {
      title viewerRole memberCount
      participants(first: 2) { edges { cursor node { role } } pageInfo { hasNextPage } }
    }
  }
}`;

const shape = z.object({
  conversation: z
    .object({
      lastSeq: z.number(),
      unreadCount: z.number(),
      members: z.array(z.object({ id: z.string() })),
      messages: z.object({
        edges: z.array(z.object({ node: z.record(z.string(), z.unknown()) })),
      }),
    })
    .nullable(),
});

async function read(viewer: Viewer, id: string) {
  const { data, errors } = await chat.as(viewer).execute(readQuery, { id });
  expect(errors).toEqual([]);
  const { conversation } = shape.parse(data);
  return { conversation: data?.['conversation'], shaped: conversation };
}

async function textsFor(viewer: Viewer, id: string) {
  const { shaped } = await read(viewer, id);
  return shaped?.messages.edges.map(({ node }) => node['text']);
}

const followQuery = `subscription ($id: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $id, afterSeq: $afterSeq) {
    seq kind message { text } membershipChange { kind role user { id } actor { id } }
  }
}`;

describe('a group', () => {
  it('is read by its members, who have roles in it', async () => {
    const { ada, bob, carol, conversationId } = await aGroup();
    await chat.send(ada, { conversationId, text: 'Welcome' });
    const { conversation } = await read(bob, conversationId);
    const participants = [ada, bob, carol].map(({ id }) => ({ user: { id } }));
    expect(conversation).toMatchObject({
      __typename: 'GroupConversation',
      title: 'Gardeners',
      viewerRole: 'MEMBER',
      memberCount: 3,
      lastSeq: 1,
      unreadCount: 1,
      firstUnreadSeq: 1,
      members: [{ id: ada.id }, { id: bob.id }, { id: carol.id }],
    });
    expect(conversation).toMatchObject({
      participants: {
        edges: participants
          .toSorted((one, other) => (one.user.id < other.user.id ? -1 : 1))
          .map((node) => ({
            node: { ...node, role: node.user.id === ada.id ? 'OWNER' : 'MEMBER', readSeq: 0 },
          })),
      },
    });
    expect((await read(aMember(), conversationId)).conversation).toBeNull();
  });

  it('is opened once under its key, of several at once, too', async () => {
    const [ada, bob] = [aMember(), aMember()];
    const over = { idempotencyKey: 'spring' };
    const opened = await Promise.all([1, 2, 3, 4].map(() => create(ada, [bob.id], over)));
    expect(new Set(opened.map(({ conversation }) => conversation?.id)).size).toBe(1);
    const other = await create(ada, [bob.id], { ...over, title: 'Other' });
    expect(other).toMatchObject({
      conversation: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }],
    });
    expect((await create(bob, [ada.id], over)).conversation?.id).not.toBe(
      opened[0]?.conversation?.id,
    );
  });

  it.each([
    ['an empty title', { title: ' \u200B' }, 'EMPTY', 'title'],
    ['a long title', { title: 'a'.repeat(101) }, 'TOO_LONG', 'title'],
    ['a title that is no text', { title: 'a\u0000' }, 'INVALID_TEXT', 'title'],
    ['an empty key', { idempotencyKey: '' }, 'EMPTY', 'idempotencyKey'],
    ['what is no person', { memberIds: ['{"$gt":""}'] }, 'NOT_FOUND', 'memberIds'],
  ])('is refused with %s', async (_title, over, code, field) => {
    const ada = aMember();
    const refused = await create(ada, [aMember().id], over);
    expect(refused).toMatchObject({ conversation: null, userErrors: [{ code, path: [field] }] });
    const rows = chat.runtime.store.db.collection('conversations');
    expect(await rows.countDocuments({ memberIds: ada.id })).toBe(0);
  });

  it('brings in nobody who blocks, is gone, or only talks with matches', async () => {
    const [ada, blocker, gone, reserved, match] = Array.from({ length: 5 }, () => aMember());
    if (!ada || !blocker || !gone || !reserved || !match) throw new Error('five people');
    chat.town.block(blocker.id, ada.id);
    chat.town.forget(gone.id);
    for (const { id } of [reserved, match]) chat.town.change(id, { contactableBy: 'MATCHES' });
    chat.town.match(ada.id, match.id);
    expect(codesOf(await create(ada, [blocker.id]))).toEqual(['NOT_FOUND']);
    expect(codesOf(await create(ada, [gone.id]))).toEqual(['NOT_FOUND']);
    expect(codesOf(await create(ada, [reserved.id]))).toEqual(['NOT_ALLOWED']);
    const { conversation } = await create(ada, [match.id]);
    expect(codesOf(await add(ada, conversation?.id ?? '', blocker))).toEqual(['NOT_FOUND']);
    expect((await read(ada, conversation?.id ?? '')).conversation).toMatchObject({
      memberCount: 2,
    });
  });

  it('is no way round the limit of strangers a day', async () => {
    const ada = aMember();
    const strangers = Array.from({ length: 19 }, () => aMember().id);
    expect(codesOf(await create(ada, strangers))).toEqual([]);
    expect(codesOf(await create(ada, [aMember().id, aMember().id]))).toEqual(['DAILY_LIMIT']);
    const known = aMember();
    await chat.open(known, ada.id);
    expect(codesOf(await create(ada, [aMember().id, known.id]))).toEqual([]);
    expect(codesOf(await create(ada, [aMember().id]))).toEqual(['DAILY_LIMIT']);
  });
});

describe('who joins a group', () => {
  it('sees what happens from then on, and nothing from before by any path', async () => {
    const { ada, bob, conversationId } = await aGroup();
    const before = await chat.send(bob, { conversationId, text: 'Before' });
    const erin = aMember();
    expect(codesOf(await add(bob, conversationId, erin))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await add(ada, conversationId, erin, bob))).toEqual([]);
    const replyToId = before.message?.id ?? '';
    await chat.send(ada, { conversationId, text: 'Welcome Erin', replyToId });

    expect((await read(erin, conversationId)).conversation).toMatchObject({
      unreadCount: 1,
      firstUnreadSeq: 3,
      messages: {
        edges: [{ node: { seq: 3, text: 'Welcome Erin', replyTo: null } }],
        pageInfo: { hasPreviousPage: false, hasNextPage: false },
      },
    });
    const { data } = await chat
      .as(erin)
      .execute(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Message { text } } }`,
        { r: [{ __typename: 'Message', id: replyToId }] },
      );
    expect(data).toEqual({ _entities: [null] });
    expect(codesOf(await chat.send(erin, { conversationId, replyToId }))).toEqual(['NOT_FOUND']);

    const change = { kind: 'JOINED', role: 'MEMBER', user: { id: erin.id }, actor: { id: ada.id } };
    await using followed = await chat.follow(erin, followQuery, {
      id: conversationId,
      afterSeq: 0,
    });
    expect(await followed.take(3)).toEqual([
      { conversationEvents: { seq: 1, kind: 'GAP', message: null, membershipChange: null } },
      {
        conversationEvents: {
          seq: 2,
          kind: 'MEMBERSHIP_CHANGED',
          message: null,
          membershipChange: change,
        },
      },
      {
        conversationEvents: {
          seq: 3,
          kind: 'MESSAGE_SENT',
          message: { text: 'Welcome Erin' },
          membershipChange: null,
        },
      },
    ]);
    expect(await textsFor(bob, conversationId)).toEqual(['Before', 'Welcome Erin']);
  });
});

describe('who leaves a group or is sent away', () => {
  it('sees nothing of it any more, and their subscription ends', async () => {
    const { ada, bob, carol, conversationId } = await aGroup();
    await chat.send(bob, { conversationId, text: 'Here I was' });
    await using bobs = await chat.follow(bob, followQuery, { id: conversationId });
    await using carols = await chat.follow(carol, followQuery, { id: conversationId, afterSeq: 1 });
    const waiting = expect(bobs.next()).rejects.toThrow('no conversation');
    expect(codesOf(await remove(ada, conversationId, bob))).toEqual([]);
    await waiting;
    expect(await carols.next()).toMatchObject({
      conversationEvents: {
        kind: 'MEMBERSHIP_CHANGED',
        membershipChange: { kind: 'REMOVED', user: { id: bob.id }, actor: { id: ada.id } },
      },
    });
    expect(await leave(carol, conversationId)).toEqual({
      leftConversationId: conversationId,
      userErrors: [],
    });
    for (const viewer of [bob, carol]) {
      expect((await read(viewer, conversationId)).conversation).toBeNull();
      expect(codesOf(await chat.send(viewer, { conversationId }))).toEqual(['NOT_FOUND']);
      expect(codesOf(await leave(viewer, conversationId))).toEqual(['NOT_FOUND']);
    }
    expect((await read(ada, conversationId)).conversation).toMatchObject({
      memberCount: 1,
      lastSeq: 3,
      messages: { edges: [{ node: { text: 'Here I was' } }] },
    });
  });

  it('comes back as somebody new, whose unread count begins at nothing', async () => {
    const { ada, bob, conversationId } = await aGroup();
    await chat.send(ada, { conversationId, text: '1' });
    await chat.send(bob, { conversationId, text: '2' });
    await leave(bob, conversationId);
    await chat.send(ada, { conversationId, text: '3' });
    await add(ada, conversationId, bob);
    expect((await read(bob, conversationId)).conversation).toMatchObject({
      unreadCount: 0,
      messages: { edges: [] },
    });
    await chat.send(ada, { conversationId, text: '4' });
    expect((await read(bob, conversationId)).conversation).toMatchObject({
      unreadCount: 1,
      messages: { edges: [{ node: { text: '4' } }] },
    });
  });

  it('leaves the group to others, of two owners’ acts at once to one', async () => {
    for (let round = 0; round < 10; round++) {
      const { ada, bob, carol, conversationId } = await aGroup();
      await Promise.all([
        leave(ada, conversationId),
        setRole(ada, conversationId, bob, 'OWNER'),
        leave(carol, conversationId),
      ]);
      const { conversation } = await read(bob, conversationId);
      expect(conversation).toMatchObject({ viewerRole: 'OWNER', memberCount: 1 });
    }
  });
});

describe('roles', () => {
  it('are given by the owner, and are needed for what they allow', async () => {
    const { ada, bob, carol, conversationId } = await aGroup();
    expect(codesOf(await setRole(bob, conversationId, bob, 'ADMIN'))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await remove(bob, conversationId, carol))).toEqual(['NOT_ALLOWED']);
    const rename = (viewer: Viewer, title: string) =>
      act(viewer, 'renameConversation', { conversationId, title });
    expect(codesOf(await rename(bob, 'Bob’s'))).toEqual(['NOT_ALLOWED']);
    expect((await read(ada, conversationId)).conversation).toMatchObject({ title: 'Gardeners' });
    expect(codesOf(await setRole(ada, conversationId, bob, 'ADMIN'))).toEqual([]);
    expect(codesOf(await rename(bob, '  Bakers '))).toEqual([]);
    expect(codesOf(await remove(bob, conversationId, ada))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await remove(bob, conversationId, carol))).toEqual([]);
    expect((await read(ada, conversationId)).conversation).toMatchObject({
      title: 'Bakers',
      memberCount: 2,
      lastSeq: 3,
    });
    await using followed = await chat.follow(ada, followQuery, { id: conversationId, afterSeq: 1 });
    expect(await followed.next()).toMatchObject({ conversationEvents: { kind: 'TITLE_CHANGED' } });
  });

  it('mean nothing to strangers and in conversations of two', async () => {
    const { bob, conversationId } = await aGroup();
    const stranger = aMember();
    const pair = await chat.aPair();
    for (const [viewer, id] of [
      [stranger, conversationId],
      [pair.ada, pair.conversationId],
    ] as const) {
      const answers = [
        await add(viewer, id, aMember()),
        await remove(viewer, id, bob),
        await setRole(viewer, id, bob, 'ADMIN'),
        await act(viewer, 'renameConversation', { conversationId: id, title: 'Mine' }),
        await leave(viewer, id),
      ];
      expect(answers.map(codesOf)).toEqual(answers.map(() => ['NOT_FOUND']));
    }
    expect((await read(bob, conversationId)).conversation).toMatchObject({ memberCount: 3 });
  });
});

describe('an announcement', () => {
  it('is written by those who administer it and read by all', async () => {
    const { ada, bob, conversationId } = await aGroup({ isAnnouncement: true });
    const { message } = await chat.send(ada, { conversationId, text: 'Hear, hear' });
    expect(codesOf(await chat.send(bob, { conversationId }))).toEqual(['NOT_ALLOWED']);
    const react = await chat
      .as(bob)
      .execute(
        `mutation ($id: ID!) { reactToMessage(input: { messageId: $id, emoji: "👍" }) { message { seq } } }`,
        { id: message?.id },
      );
    expect(react.data).toMatchObject({ reactToMessage: { message: { seq: 1 } } });
    await setRole(ada, conversationId, bob, 'ADMIN');
    expect(codesOf(await chat.send(bob, { conversationId, text: 'Me, too' }))).toEqual([]);
    expect((await read(bob, conversationId)).conversation).toMatchObject({
      __typename: 'AnnouncementConversation',
      viewerRole: 'ADMIN',
      participants: { pageInfo: { hasNextPage: true } },
      messages: { edges: [{ node: { text: 'Hear, hear' } }, { node: { text: 'Me, too' } }] },
    });
  });
});

describe('a block inside a group', () => {
  it('lets each side’s messages look to the other like deleted ones of nobody', async () => {
    const { ada, bob, carol, conversationId } = await aGroup();
    await chat.send(ada, { conversationId, text: 'From Ada' });
    const { message } = await chat.send(carol, { conversationId, text: 'From Carol' });
    for (const viewer of [ada, bob]) {
      await chat
        .as(viewer)
        .execute(
          `mutation ($id: ID!) { reactToMessage(input: { messageId: $id, emoji: "👍" }) { message { seq } } }`,
          { id: message?.id },
        );
    }
    await chat.tell('users', 'user.blocked', { blockerId: ada.id, blockedId: bob.id });
    await eventually(async () => {
      expect(await textsFor(bob, conversationId)).toEqual([null, 'From Carol']);
    });
    await chat.send(bob, { conversationId, text: 'From Bob' });
    expect(await textsFor(ada, conversationId)).toEqual(['From Ada', 'From Carol', null]);
    expect(await textsFor(carol, conversationId)).toEqual(['From Ada', 'From Carol', 'From Bob']);
    const { shaped } = await read(bob, conversationId);
    expect(shaped?.messages.edges.map(({ node }) => node)).toMatchObject([
      { text: null, sender: null, deletedAt: chat.clock.now().toISOString() },
      { reactions: [{ emoji: '👍', count: 1 }] },
      { text: 'From Bob' },
    ]);
    await using followed = await chat.follow(bob, followQuery, { id: conversationId, afterSeq: 0 });
    expect(await followed.next()).toMatchObject({
      conversationEvents: { message: { text: null } },
    });

    chat.clock.advance(1);
    await chat.tell('users', 'user.unblocked', { blockerId: ada.id, blockedId: bob.id });
    await eventually(async () => {
      expect(await textsFor(bob, conversationId)).toEqual(['From Ada', 'From Carol', 'From Bob']);
    });
  });
});

describe('a mention', () => {
  it('is there for everybody, and its first unread one for whom it is', async () => {
    const { ada, bob, carol, conversationId } = await aGroup();
    await chat.send(ada, { conversationId, text: 'Hello all' });
    const mentionedUserIds = [bob.id];
    await chat.send(ada, { conversationId, text: 'Bob?', mentionedUserIds });
    const forBob = (await read(bob, conversationId)).conversation;
    expect(forBob).toMatchObject({
      firstUnreadSeq: 1,
      firstUnreadMentionSeq: 2,
      messages: {
        edges: [
          { node: { mentionsViewer: false, mentions: [] } },
          { node: { mentionsViewer: true, mentions: [{ id: bob.id }] } },
        ],
      },
    });
    expect((await read(carol, conversationId)).conversation).toMatchObject({
      firstUnreadMentionSeq: null,
    });
    await chat.markRead(bob, conversationId, 2);
    expect((await read(bob, conversationId)).conversation).toMatchObject({
      firstUnreadMentionSeq: null,
    });
  });

  it('is of members, of ten at most, and part of what was sent', async () => {
    const { ada, bob, conversationId } = await aGroup();
    const input = { conversationId, clientMessageId: 'one', text: 'hello' };
    const mentioning = (...mentionedUserIds: string[]) =>
      chat.send(ada, { ...input, mentionedUserIds });
    expect(codesOf(await mentioning(aMember().id))).toEqual(['NOT_FOUND']);
    const many = Array.from({ length: 11 }, () => newId('usr'));
    expect(codesOf(await mentioning(...many))).toEqual(['TOO_LONG']);
    expect((await read(ada, conversationId)).conversation).toMatchObject({ lastSeq: 0 });
    expect(codesOf(await mentioning(bob.id))).toEqual([]);
    expect((await mentioning(bob.id)).deduplicated).toBe(true);
    expect(codesOf(await mentioning())).toEqual(['IDEMPOTENCY_MISMATCH']);
  });
});
