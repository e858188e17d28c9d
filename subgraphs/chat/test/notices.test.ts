import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import type { Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat[Symbol.asyncDispose]());

const sessionQuery = `query ($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Session {
      conversation {
        id lastSeq unreadCount
        messages(first: 20) {
          edges { node { id seq notice text language clientMessageId sender { id } } }
        }
      }
    }
  }
}`;

const answered = z.object({
  _entities: z.tuple([
    z.object({
      conversation: z.object({
        id: z.string(),
        lastSeq: z.number(),
        unreadCount: z.number(),
        messages: z.object({ edges: z.array(z.object({ node: z.record(z.string(), z.json()) })) }),
      }),
    }),
  ]),
});

async function readSession(viewer: Viewer, sessionId: string) {
  const r = [{ __typename: 'Session', id: sessionId }];
  const { data } = await chat.as(viewer).execute(sessionQuery, { r });
  const { conversation } = answered.parse(data)._entities[0];
  return { ...conversation, messages: conversation.messages.edges.map(({ node }) => node) };
}

function aSession() {
  const teacher = aMember();
  const learner = aMember();
  const sessionId = newId('ses');
  let version = 0;
  const payload = {
    sessionId,
    teacherId: teacher.id,
    learnerId: learner.id,
    startAt: '2026-03-09T17:00:00.000Z',
  };
  return {
    teacher,
    learner,
    sessionId,
    change: (type: string, over: Record<string, unknown> = {}) =>
      chat.tell('sessions', type, { ...payload, version: ++version, ...over }),
  };
}

const tellProfile = (
  userId: string,
  version: number,
  preferredLanguage: string,
  timeZone: string,
) => chat.tell('users', 'user.profileChanged', { userId, version, preferredLanguage, timeZone });

describe('the conversation of a session', () => {
  it('is told of each change in the words and the time of the reader', async () => {
    const { teacher, learner, sessionId, change } = aSession();
    await tellProfile(learner.id, 2, 'fr', 'Europe/Paris');
    await tellProfile(learner.id, 1, 'en', 'UTC');
    await change('session.proposed');
    await change('session.confirmed');
    await change('session.rescheduled', { startAt: '2026-03-10T08:30:00.000Z' });
    await change('session.done');
    await eventually(async () => {
      const { messages } = await readSession(learner, sessionId);
      expect(messages.map(({ text }) => text)).toEqual([
        'La session est confirmée pour le lundi 9 mars 2026 à 18:00.',
        'La session est déplacée au mardi 10 mars 2026 à 09:30.',
        'La session est terminée.',
      ]);
    });
    const read = await readSession(teacher, sessionId);
    expect(read).toMatchObject({ lastSeq: 3, unreadCount: 0 });
    expect(read.messages).toMatchObject([
      {
        seq: 1,
        notice: 'SESSION_CONFIRMED',
        text: 'The session is confirmed for Monday, 9 March 2026 at 17:00.',
        language: 'en',
        clientMessageId: null,
        sender: null,
      },
      { seq: 2, notice: 'SESSION_RESCHEDULED' },
      { seq: 3, notice: 'SESSION_DONE' },
    ]);
  });

  it('is told once of a change that comes again, and not of one that comes too late', async () => {
    const { learner, sessionId, change } = aSession();
    await change('session.confirmed', { version: 2 });
    await change('session.confirmed', { version: 2 });
    await change('session.cancelled', { version: 4 });
    await change('session.confirmed', { version: 3 });
    await change('session.noShow', { version: 5 });
    await eventually(async () => {
      const { messages } = await readSession(learner, sessionId);
      expect(messages.map(({ notice }) => notice)).toEqual([
        'SESSION_CONFIRMED',
        'SESSION_CANCELLED',
        'SESSION_NO_SHOW',
      ]);
    });
  });

  it('counts what people write and no notice, before and after it is read', async () => {
    const { teacher, learner, sessionId, change } = aSession();
    await change('session.confirmed');
    await eventually(async () => {
      expect((await readSession(learner, sessionId)).lastSeq).toBe(1);
    });
    const { id: conversationId } = await readSession(learner, sessionId);
    await chat.send(teacher, { conversationId });
    await change('session.cancelled');
    await eventually(async () => {
      expect(await readSession(learner, sessionId)).toMatchObject({ lastSeq: 3, unreadCount: 1 });
    });
    const { conversation } = await chat.markRead(learner, conversationId, 3);
    expect(conversation?.unreadCount).toBe(0);
    await chat.send(teacher, { conversationId });
    expect(await readSession(learner, sessionId)).toMatchObject({ lastSeq: 4, unreadCount: 1 });
  });

  it('tells those who follow it, well before they would look by themselves', async () => {
    const { learner, sessionId, change } = aSession();
    await change('session.confirmed');
    await eventually(async () => {
      expect((await readSession(learner, sessionId)).lastSeq).toBe(1);
    });
    const { id: conversationId } = await readSession(learner, sessionId);
    await using followed = await chat.follow(
      learner,
      `subscription ($conversationId: ID!) {
        conversationEvents(conversationId: $conversationId, afterSeq: 0) {
          seq kind message { notice text sender { id } }
        }
      }`,
      { conversationId },
    );
    await followed.next();
    await change('session.done');
    expect(await followed.next()).toEqual({
      conversationEvents: {
        seq: 2,
        kind: 'MESSAGE_SENT',
        message: { notice: 'SESSION_DONE', text: 'The session is over.', sender: null },
      },
    });
  });

  it('lets nobody edit or delete a notice', async () => {
    const { learner, sessionId, change } = aSession();
    await change('session.confirmed');
    await eventually(async () => {
      expect((await readSession(learner, sessionId)).lastSeq).toBe(1);
    });
    const { messages } = await readSession(learner, sessionId);
    for (const mutation of [
      'editMessage(input: {messageId: $id, text: "no"})',
      'deleteMessage(input: {messageId: $id})',
    ]) {
      const { data } = await chat
        .as(learner)
        .execute(`mutation ($id: ID!) { done: ${mutation} { userErrors { code } } }`, {
          id: messages[0]?.['id'],
        });
      expect(data).toEqual({ done: { userErrors: [{ code: 'NOT_YOURS' }] } });
    }
    expect(await readSession(learner, sessionId)).toMatchObject({ lastSeq: 1, messages });
  });
});
