import { newId } from '@skillswap/kit/id';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { defineSubgraphSuite } from '@skillswap/kit/test/subgraph-suite';
import { aMember, anAdmin, eventually, recordCommands } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from './payloads.ts';
import { startChat, type TestChat } from './start-chat.ts';

defineSubgraphSuite('chat', () => startChat());

const conversationQuery = `query ($id: ID!) {
  conversation(id: $id) {
    __typename id lastSeq unreadCount firstUnreadSeq firstUnreadMentionSeq isMuted isArchived members { id }
    marks { user { id } deliveredSeq readSeq }
    messages(first: 10) {
      edges {
        cursor
        node {
          id seq clientMessageId notice text language createdAt editedAt deletedAt reactions { emoji count isViewers people { id } }
          translation(language: "de") { language text }
          sender { id } replyTo { id } conversation { id } mentions { id } mentionsViewer
        }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
    ... on DirectConversation { peer { id } }
    ... on SessionConversation { session { id } }
  }
}`;

const entitiesQuery = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on DirectConversation { id peer { id } }
    ... on SessionConversation { id session { id } }
    ... on Message { id text }
    ... on User { id conversations(first: 10) { edges { node { id } } } unreadTotal }
    ... on Session { id conversation { id } }
    ... on Match { id conversation { id } }
  }
}`;

describe('a conversation of two', () => {
  let chat: TestChat;
  beforeAll(async () => {
    chat = await startChat();
  });
  afterAll(() => chat[Symbol.asyncDispose]());

  it('answers every field to its members', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    chat.town.change(ada.id, { preferredLanguage: 'fr' });
    const first = await chat.send(ada, { conversationId, text: '  Bonjour\r\nBob  ' });
    const replyToId = first.message?.id ?? '';
    await chat.send(bob, { conversationId, text: 'Hi!', replyToId });

    const { data, errors } = await chat.as(bob).execute(conversationQuery, { id: conversationId });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      conversation: {
        __typename: 'DirectConversation',
        id: conversationId,
        lastSeq: 2,
        unreadCount: 1,
        firstUnreadSeq: 1,
        firstUnreadMentionSeq: null,
        isMuted: false,
        isArchived: false,
        marks: [
          { user: { id: ada.id }, readSeq: 0 },
          { user: { id: bob.id }, readSeq: 0 },
        ],
        members: [{ id: ada.id }, { id: bob.id }],
        peer: { id: ada.id },
        messages: {
          edges: [
            {
              node: {
                seq: 1,
                clientMessageId: null,
                text: 'Bonjour\nBob',
                language: 'fr',
                createdAt: '2026-03-02T10:00:00.000Z',
                editedAt: null,
                deletedAt: null,
                sender: { id: ada.id },
                replyTo: null,
                conversation: { id: conversationId },
              },
            },
            { node: { seq: 2, text: 'Hi!', language: 'en', replyTo: { id: replyToId } } },
          ],
          pageInfo: { hasNextPage: false, hasPreviousPage: false },
        },
      },
    });
  });

  it('does not exist for anyone else, by whichever path', async () => {
    const { ada, conversationId } = await chat.aPair();
    const { message } = await chat.send(ada, { conversationId });
    const strangers: [string, Viewer][] = [
      ['stranger', aMember()],
      ['admin', anAdmin()],
      ['moderator', aMember({ roles: ['MODERATOR'], scopes: ['moderation'] })],
      ['partner', { kind: 'partner', id: 'prt_acme', scopes: [] }],
      ['service', { kind: 'service', name: 'users' }],
      ['anonymous', anonymous],
    ];
    const representations = [
      { __typename: 'DirectConversation', id: conversationId },
      { __typename: 'SessionConversation', id: conversationId },
      { __typename: 'Conversation', id: conversationId },
      { __typename: 'Message', id: message?.id },
    ];
    for (const [title, viewer] of strangers) {
      const asked = await chat.as(viewer).execute(conversationQuery, { id: conversationId });
      expect(asked.data, title).toEqual({ conversation: null });
      const { data } = await chat.as(viewer).execute(entitiesQuery, { representations });
      expect(data, title).toEqual({ _entities: [null, null, null, null] });
    }
    const stranger = aMember();
    expect(codesOf(await chat.send(stranger, { conversationId }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await chat.markRead(stranger, conversationId, 1))).toEqual(['NOT_FOUND']);
    const after = await chat.as(ada).execute(conversationQuery, { id: conversationId });
    expect(after.data).toMatchObject({ conversation: { lastSeq: 1 } });
  });

  it('lets nobody act who is not logged in', async () => {
    const { conversationId } = await chat.aPair();
    const actions = [
      `mutation { openDirectConversation(input: {userId: "${newId('usr')}"}) { deduplicated: __typename } }`,
      `mutation { sendMessage(input: {conversationId: "${conversationId}", clientMessageId: "1", text: "x"}) { deduplicated } }`,
      `mutation { markRead(input: {conversationId: "${conversationId}", seq: 1}) { __typename } }`,
    ];
    for (const action of actions) {
      const { data, errors } = await chat.as(anonymous).execute(action);
      expect(data).toBeNull();
      expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
  });

  it('is found as an entity by its members, also through the interface', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    const { message } = await chat.send(ada, { conversationId, text: 'here' });
    const representations = [
      { __typename: 'Conversation', id: conversationId },
      { __typename: 'DirectConversation', id: conversationId },
      { __typename: 'SessionConversation', id: conversationId },
      { __typename: 'Message', id: message?.id },
      { __typename: 'Message', id: newId('msg') },
      { __typename: 'Match', id: newId('mat'), user: { id: ada.id } },
      { __typename: 'Match', id: newId('mat'), user: null },
      { __typename: 'Match', id: newId('mat'), user: { id: aMember().id } },
    ];
    const { data, errors } = await chat.as(bob).execute(entitiesQuery, { representations });
    expect(errors).toEqual([]);
    const direct = { __typename: 'DirectConversation', id: conversationId, peer: { id: ada.id } };
    expect(data).toMatchObject({
      _entities: [
        direct,
        direct,
        null,
        { __typename: 'Message', id: message?.id, text: 'here' },
        null,
        { conversation: { id: conversationId } },
        { conversation: null },
        { conversation: null },
      ],
    });
  });

  it('lists and counts for its owner alone', async () => {
    const { ada, bob } = await chat.aPair();
    const representations = [{ __typename: 'User', id: ada.id }];
    for (const viewer of [bob, anAdmin()]) {
      const { data, errors } = await chat.as(viewer).execute(entitiesQuery, { representations });
      expect(data).toMatchObject({ _entities: [{ conversations: null, unreadTotal: null }] });
      expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'UNAUTHORIZED_FIELD_OR_TYPE',
        'UNAUTHORIZED_FIELD_OR_TYPE',
      ]);
    }
  });

  it('is listed by its latest activity, page by page', async () => {
    const ada = aMember();
    const ids: string[] = [];
    for (let peer = 0; peer < 5; peer++) {
      chat.clock.advance(1);
      ids.push((await chat.open(ada, aMember().id)).conversation?.id ?? '');
    }
    chat.clock.advance(1);
    await chat.send(ada, { conversationId: ids[1] ?? '' });
    const expected = [ids[1], ids[4], ids[3], ids[2], ids[0]];
    const seen: unknown[] = [];
    let after: unknown = null;
    for (let pages = 0; pages < 3; pages++) {
      const { data } = await chat.as(ada).execute(
        `query ($r: [_Any!]!, $after: String) {
          _entities(representations: $r) {
            ... on User {
              conversations(first: 2, after: $after) {
                edges { node { id } } pageInfo { endCursor hasNextPage }
              }
            }
          }
        }`,
        { r: [{ __typename: 'User', id: ada.id }], after },
      );
      const page = JSON.stringify(data);
      seen.push(...[...page.matchAll(/"id":"(cnv_\w+)"/g)].map(([, id]) => id));
      expect(page.includes('"hasNextPage":true')).toBe(pages < 2);
      after = /"endCursor":"([^"]+)"/.exec(page)?.[1];
    }
    expect(seen).toEqual(expected);
  });

  it('costs ten parents as many store queries as one', async () => {
    const ada = aMember();
    const peers = Array.from({ length: 10 }, () => aMember());
    const conversations: string[] = [];
    for (const peer of peers) {
      const { conversation } = await chat.open(ada, peer.id);
      conversations.push(conversation?.id ?? '');
      for (const text of ['one', 'two']) {
        await chat.send(peer, { conversationId: conversation?.id ?? '', text });
      }
    }
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Match {
          conversation {
            unreadCount marks { readSeq }
            messages(last: 1) { edges { node { text replyTo { id } conversation { id } } } }
          }
        }
      }
    }`;
    const cost = async (count: number) => {
      const representations = peers
        .slice(0, count)
        .map(({ id }) => ({ __typename: 'Match', id: newId('mat'), user: { id } }));
      const names = ['conversationEvents', 'memberships'];
      const commands = await recordCommands(chat.runtime.store.client, names, async () => {
        const { data, errors } = await chat.as(ada).execute(query, { representations });
        expect(errors).toEqual([]);
        expect(JSON.stringify(data).match(/"text":"two"/g)).toHaveLength(count);
        expect(JSON.stringify(data).match(/"unreadCount":2/g)).toHaveLength(count);
      });
      return commands.filter(({ commandName }) => ['find', 'aggregate'].includes(commandName));
    };
    // The inboxes must be at rest, because telling them reads the same collections.
    await eventually(async () => {
      const behind = { isInboxBehind: true };
      const rows = chat.runtime.store.db.collection('conversations');
      expect(await rows.countDocuments(behind)).toBe(0);
    });
    const one = (await cost(1)).length;
    expect((await cost(10)).length).toBe(one);
    expect(one).toBe(3);
  });
});
