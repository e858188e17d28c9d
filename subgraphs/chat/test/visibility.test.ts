import { readSurface } from '@skillswap/kit/test/surface';
import { aMember, anAdmin, eventually } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChat, type TestChat } from './start-chat.ts';

const surface = readSurface(new URL('../schema.graphql', import.meta.url));
let chat: TestChat;
let viewers: Readonly<Record<string, Viewer>>;
let sender: Viewer & { readonly id: string };
let messageId: string;
const places = { DirectConversation: '', GroupConversation: '', AnnouncementConversation: '' };
const as = (viewer: Viewer) => chat.as(viewer);

/** Runs a mutation that must succeed; the id of what it answers. */
async function act(viewer: Viewer, mutation: string, input: object): Promise<string> {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  const found = mutation === 'reactToMessage' ? 'message' : 'conversation';
  const answered = mutation === 'leaveConversation' ? 'leftConversationId' : `${found} { id }`;
  const { data, errors } = await as(viewer).execute(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answered} userErrors { code } } }`,
    { input },
  );
  const [id] = /(?:cnv|msg)_\w+/.exec(JSON.stringify(data)) ?? [];
  if (id === undefined) throw new Error(JSON.stringify({ data, errors }));
  return id;
}

beforeAll(async () => {
  chat = await startChat();
  const [ada, bob, blocked, gone, newcomer] = [
    aMember(),
    aMember(),
    aMember(),
    aMember(),
    aMember(),
  ] as const;
  sender = ada;
  chat.town.change(ada.id, { preferredLanguage: 'fr' });
  const memberIds = [bob, blocked, gone].map(({ id }) => id);
  for (const isAnnouncement of [false, true]) {
    const wish = { idempotencyKey: crypto.randomUUID(), title: 'Gardeners', memberIds };
    const id = await act(ada, 'createGroupConversation', { ...wish, isAnnouncement });
    places[isAnnouncement ? 'AnnouncementConversation' : 'GroupConversation'] = id;
  }
  places.DirectConversation = (await chat.open(ada, bob.id)).conversation?.id ?? '';
  const mentionedUserIds = [bob.id];
  for (const conversationId of Object.values(places)) {
    const first = await chat.send(ada, { conversationId, text: 'Who comes?' });
    const answer = { conversationId, text: 'hello', replyToId: first.message?.id ?? '' };
    const { message } = await chat.send(ada, { ...answer, mentionedUserIds });
    if (conversationId === places.GroupConversation) messageId = message?.id ?? '';
  }
  await act(bob, 'reactToMessage', { messageId, emoji: '👍' });
  await chat
    .as(ada)
    .execute(
      `mutation ($input: EditMessageInput!) { editMessage(input: $input) { userErrors { code } } }`,
      { input: { messageId, text: 'good evening' } },
    );
  for (const conversationId of [places.GroupConversation, places.AnnouncementConversation]) {
    await act(gone, 'leaveConversation', { conversationId });
    await act(ada, 'addConversationMembers', { conversationId, userIds: [newcomer.id] });
  }
  await chat.tell('users', 'user.blocked', { blockerId: blocked.id, blockedId: ada.id });
  await eventually(async () => {
    const seen = await surface.seenBy(as, blocked, { __typename: 'Message', id: messageId });
    expect(seen).not.toContain('text');
  });
  viewers = {
    anonymous,
    partner: { kind: 'partner', id: 'acme', scopes: [] },
    stranger: aMember(),
    admin: anAdmin(),
    moderator: aMember({ roles: ['MODERATOR'], scopes: ['moderation'] }),
    sender: ada,
    reader: bob,
    blocked,
    gone,
    newcomer,
  };
});
afterAll(() => chat[Symbol.asyncDispose]());

/** Who sees which field of a message in a group. */
const audiences: Readonly<Record<string, string>> = {
  id: 'sender reader blocked',
  conversation: 'sender reader blocked',
  seq: 'sender reader blocked',
  clientMessageId: 'sender',
  sender: 'sender reader',
  notice: '',
  text: 'sender reader',
  language: 'sender reader',
  replyTo: 'sender reader',
  createdAt: 'sender reader blocked',
  editedAt: 'sender reader',
  deletedAt: 'blocked',
  translation: 'sender reader',
  mentions: 'sender reader',
  mentionsViewer: 'sender reader blocked',
  reactions: 'sender reader',
};

describe('every field of a message', () => {
  it('has its audience written down here', () => {
    expect(Object.keys(audiences).sort()).toEqual(surface.fieldsOf('Message').sort());
    expect(surface.entities().sort()).toEqual([
      'AnnouncementConversation',
      'DirectConversation',
      'GroupConversation',
      'Match',
      'Message',
      'Session',
      'SessionConversation',
      'User',
    ]);
  });

  it('is seen by its audience and by nobody else', async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const expected = Object.keys(audiences).filter((field) =>
        audiences[field]?.split(' ').includes(name),
      );
      const seen = await surface.seenBy(as, viewer, { __typename: 'Message', id: messageId });
      const isThere = expected.length > 0;
      expect([name, seen?.sort() ?? null]).toEqual([name, isThere ? expected.sort() : null]);
    }
  });
});

describe('every field of a conversation', () => {
  it.each([
    ['DirectConversation', 'sender reader'],
    ['GroupConversation', 'sender reader blocked newcomer'],
    ['AnnouncementConversation', 'sender reader blocked newcomer'],
  ] as const)('is seen by members of a %s alone', async (__typename, members) => {
    const seenBy: string[] = [];
    for (const [name, viewer] of Object.entries(viewers)) {
      const seen = await surface.seenBy(as, viewer, { __typename, id: places[__typename] });
      if (seen !== null) seenBy.push(name);
      // The reader has everything that a member can have, unread messages and mentions included.
      if (name === 'reader') expect(seen?.sort()).toEqual(surface.fieldsOf(__typename).sort());
    }
    expect(seenBy.join(' ')).toBe(members);
  });

  it('of somebody is seen in their list by themselves alone', async () => {
    const fields = surface.fieldsOf('User');
    for (const [name, viewer] of Object.entries(viewers)) {
      const seen = await surface.seenBy(as, viewer, { __typename: 'User', id: sender.id });
      expect([name, seen]).toEqual([name, name === 'sender' ? fields : ['id']]);
    }
  });
});

describe('every query and mutation', () => {
  it('is for members', async () => {
    for (const { name, rules, operation } of surface.rootFields()) {
      expect([name, rules]).toEqual([name, ['authenticated']]);
      const { data, errors } = await as(anonymous).execute(operation);
      expect([name, errors[0]?.extensions?.['code']]).toEqual([name, 'UNAUTHENTICATED']);
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});
