import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairKey } from '../src/conversation.ts';
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

const conversations = () => chat.runtime.store.db.collection('conversations');
const countPair = (one: string, two: string) =>
  conversations().countDocuments({ pairKey: pairKey(one, two) });

const sessionQuery = `query ($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Session { conversation { __typename id lastSeq session { id } members { id } } }
  }
}`;

const matchQuery = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on Match { conversation { id peer { id } } } }
}`;

describe('opening a direct conversation', () => {
  it('gives both people the same one, whoever asks, however often', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const [viewer, peer] of [[ada, bob] as const, [bob, ada] as const]) {
      const { conversation } = await other.open(viewer, peer.id);
      expect(conversation).toMatchObject({ id: conversationId, peer: { id: peer.id } });
      expect(conversation?.members.map(({ id }) => id).sort()).toEqual([ada.id, bob.id].sort());
    }
  });

  it('makes one when both open it at once through two instances, 25 times', async () => {
    for (let round = 0; round < 25; round++) {
      const ada = aMember();
      const bob = aMember();
      const opened = await Promise.all([
        chat.open(ada, bob.id),
        other.open(bob, ada.id),
        other.open(ada, bob.id),
        chat.open(bob, ada.id),
      ]);
      expect(new Set(opened.map(({ conversation }) => conversation?.id)).size).toBe(1);
      expect(opened.flatMap(codesOf)).toEqual([]);
      const [row] = await conversations()
        .find({ pairKey: pairKey(ada.id, bob.id) })
        .toArray();
      const id = String(row?._id);
      const memberships = chat.runtime.store.db.collection('memberships');
      expect(await memberships.countDocuments({ conversationId: id })).toBe(2);
    }
  }, 120_000);

  it('answers a block as if nobody were there', async () => {
    const ada = aMember();
    const blocker = aMember();
    const blocked = aMember();
    const nobody = newId('usr');
    const suspended = aMember();
    chat.town.block(blocker.id, ada.id);
    chat.town.block(ada.id, blocked.id);
    chat.town.forget(nobody);
    chat.town.change(suspended.id, { state: 'SUSPENDED' });
    const ids = [blocker.id, blocked.id, nobody, suspended.id, 'usr_1', '\u0000'];
    const answers = new Set<string>();
    for (const id of ids) {
      answers.add(JSON.stringify(await chat.open(ada, id)));
      expect(await countPair(ada.id, id)).toBe(0);
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain('"code":"NOT_FOUND"');
  });

  it('answers the conversation that exists although a block has come since', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    chat.town.block(bob.id, ada.id);
    expect((await chat.open(ada, bob.id)).conversation?.id).toBe(conversationId);
  });

  it('is not for oneself', async () => {
    const ada = aMember();
    expect(codesOf(await chat.open(ada, ada.id))).toEqual(['YOURSELF']);
    expect(await countPair(ada.id, ada.id)).toBe(0);
  });

  it('needs a mutual match with those who talk with matches only', async () => {
    const ada = aMember();
    const bob = aMember();
    chat.town.change(bob.id, { contactableBy: 'MATCHES' });
    expect(codesOf(await chat.open(ada, bob.id))).toEqual(['NOT_ALLOWED']);
    expect(await countPair(ada.id, bob.id)).toBe(0);
    chat.town.match(ada.id, bob.id);
    expect((await chat.open(ada, bob.id)).conversation).not.toBeNull();
  });

  it('stops after 20 strangers a day, however many are tried at once', async () => {
    const ada = aMember();
    const strangers = Array.from({ length: 30 }, () => aMember());
    const answers = await Promise.all(
      strangers.map(({ id }, index) => (index % 2 === 0 ? chat : other).open(ada, id)),
    );
    expect(answers.filter(({ conversation }) => conversation !== null)).toHaveLength(20);
    expect(answers.flatMap(codesOf)).toEqual(Array.from({ length: 10 }, () => 'DAILY_LIMIT'));
    expect(await conversations().countDocuments({ memberIds: ada.id })).toBe(20);

    const match = aMember();
    chat.town.match(ada.id, match.id);
    expect((await chat.open(ada, match.id)).conversation).not.toBeNull();
    expect((await chat.open(aMember(), ada.id)).conversation).not.toBeNull();
    chat.clock.advance(24 * 60 * 60 * 1000);
    expect((await chat.open(ada, aMember().id)).conversation).not.toBeNull();
  });

  it('guesses neither blocks nor matches', async () => {
    const ada = aMember();
    const open = `mutation ($input: OpenDirectConversationInput!) {
      openDirectConversation(input: $input) { conversation { id } }
    }`;
    const codeFor = async (userId: string) => {
      const { errors } = await chat.as(ada).execute(open, { input: { userId } });
      return errors[0]?.extensions?.['code'];
    };
    const bob = aMember();
    chat.town.setDown('users', true);
    expect(await codeFor(bob.id)).toBe('SERVICE_UNAVAILABLE');
    chat.town.setDown('users', false);
    chat.town.setDown('skills', true);
    const choosy = aMember();
    chat.town.change(choosy.id, { contactableBy: 'MATCHES' });
    expect(await codeFor(choosy.id)).toBe('SERVICE_UNAVAILABLE');
    expect(await codeFor(bob.id)).toBeUndefined();
    chat.town.setDown('skills', false);
    expect(await countPair(ada.id, choosy.id)).toBe(0);
    expect(await countPair(ada.id, bob.id)).toBe(1);
  });
});

describe('what happens elsewhere', () => {
  it('opens one conversation for a mutual match, also when it is told twice', async () => {
    const ada = aMember();
    const bob = aMember();
    const payload = { matchId: newId('mat'), userIds: [ada.id, bob.id] };
    await Promise.all([
      chat.tell('skills', 'match.made', payload),
      chat.open(bob, ada.id),
      chat.tell('skills', 'match.made', payload),
    ]);
    const r = [{ __typename: 'Match', id: payload.matchId, user: { id: bob.id } }];
    await eventually(async () => {
      const { data } = await chat.as(ada).execute(matchQuery, { r });
      expect(data).toMatchObject({ _entities: [{ conversation: { peer: { id: bob.id } } }] });
    });
    expect(await countPair(ada.id, bob.id)).toBe(1);
  });

  it('opens one conversation for each proposed session, for its two people alone', async () => {
    const teacher = aMember();
    const learner = aMember();
    const sessionId = newId('ses');
    const payload = { sessionId, teacherId: teacher.id, learnerId: learner.id, version: 1 };
    await chat.tell('sessions', 'session.proposed', payload);
    await chat.tell('sessions', 'session.proposed', payload);
    const second = { ...payload, sessionId: newId('ses') };
    await chat.tell('sessions', 'session.proposed', second);
    const r = [sessionId, second.sessionId].map((id) => ({ __typename: 'Session', id }));
    await eventually(async () => {
      const { data } = await chat.as(learner).execute(sessionQuery, { r });
      expect(data).toMatchObject({
        _entities: [
          { conversation: { __typename: 'SessionConversation', session: { id: sessionId } } },
          { conversation: { members: [{ id: teacher.id }, { id: learner.id }] } },
        ],
      });
    });
    expect(await conversations().countDocuments({ sessionId })).toBe(1);
    const { data } = await chat.as(aMember()).execute(sessionQuery, { r });
    expect(data).toEqual({ _entities: [{ conversation: null }, { conversation: null }] });
  });

  it('lets the two talk about their session whatever contact they allow', async () => {
    const teacher = aMember();
    const learner = aMember();
    chat.town.change(teacher.id, { contactableBy: 'MATCHES' });
    const sessionId = newId('ses');
    const payload = { sessionId, teacherId: teacher.id, learnerId: learner.id };
    await chat.tell('sessions', 'session.proposed', payload);
    await eventually(async () => {
      const row = await conversations().findOne({ sessionId });
      const sent = await chat.send(learner, { conversationId: String(row?._id) });
      expect(sent.message?.seq).toBe(1);
    });
  });
});
