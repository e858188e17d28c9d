import type { Viewer } from '@skillswap/kit/viewer';
import { eventually } from '@skillswap/kit/test/testkit';
import { newId } from '@skillswap/kit/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localTranslator, type Translator } from '../src/translator.ts';
import { startChat, type TestChat } from './start-chat.ts';

const asked: string[] = [];
const state = { isDown: false };
const translator: Translator = {
  translate(text, from, to) {
    asked.push(`${to} ${text}`);
    if (state.isDown) return Promise.reject(new Error('down'));
    return localTranslator.translate(text, from, to);
  },
};

let chat: TestChat;
let other: TestChat;
beforeAll(async () => {
  chat = await startChat({ translator });
  other = await startChat({ beside: chat, translator });
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await chat[Symbol.asyncDispose]();
});

const query = `query ($id: ID!, $language: LanguageTag!) {
  conversation(id: $id) {
    messages(first: 9) { edges { node { text translation(language: $language) { language text } } } }
  }
}`;

const readIn = (viewer: Viewer, id: string, language: string, instance = chat) =>
  instance.as(viewer).execute(query, { id, language });

const pageOf = (...nodes: unknown[]) => ({
  conversation: { messages: { edges: nodes.map((node) => ({ node })) } },
});

const mutate = async (viewer: Viewer, mutation: string) => {
  const { errors } = await chat
    .as(viewer)
    .execute(`mutation { ${mutation} { userErrors { code } } }`);
  expect(errors).toEqual([]);
};

const keptOf = (messageId: string) =>
  chat.runtime.store.db.collection('translations').countDocuments({ messageId });

it('a message is translated once per language for all readers, and stays as it was written', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  await chat.send(ada, { conversationId, text: 'Hello' });
  const translated = pageOf({ text: 'Hello', translation: { language: 'fr', text: 'bonjour' } });
  asked.length = 0;
  for (const [viewer, instance] of [[bob, chat] as const, [ada, other] as const]) {
    expect((await readIn(viewer, conversationId, 'fr', instance)).data).toEqual(translated);
  }
  expect(asked).toEqual(['fr Hello']);
  expect((await readIn(bob, conversationId, 'de')).data).toEqual(
    pageOf({ text: 'Hello', translation: { language: 'de', text: '[de] Hello' } }),
  );
  expect((await readIn(bob, conversationId, 'en-US')).data).toEqual(
    pageOf({ text: 'Hello', translation: null }),
  );
});

it('an edited message is translated anew, and of a deleted one nothing is kept', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  const { message } = await chat.send(ada, { conversationId, text: 'Hello' });
  const id = message?.id ?? '';
  await readIn(bob, conversationId, 'fr');
  expect(await keptOf(id)).toBe(1);
  await mutate(ada, `editMessage(input: {messageId: "${id}", text: "yes"})`);
  expect((await readIn(bob, conversationId, 'fr')).data).toEqual(
    pageOf({ text: 'yes', translation: { language: 'fr', text: 'oui' } }),
  );
  await mutate(ada, `deleteMessage(input: {messageId: "${id}"})`);
  expect(await keptOf(id)).toBe(0);
  expect((await readIn(bob, conversationId, 'fr')).data).toEqual(
    pageOf({ text: null, translation: null }),
  );
});

it('the message is there while what translates is not', async () => {
  const { ada, bob, conversationId } = await chat.aPair();
  await chat.send(ada, { conversationId, text: 'Hello' });
  state.isDown = true;
  const { data, errors } = await readIn(bob, conversationId, 'fr');
  state.isDown = false;
  expect(data).toEqual(pageOf({ text: 'Hello', translation: null }));
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['SERVICE_UNAVAILABLE']);
  const again = await readIn(bob, conversationId, 'fr');
  expect(again.data).toEqual(
    pageOf({ text: 'Hello', translation: { language: 'fr', text: 'bonjour' } }),
  );
});

it('a notice is read in the languages that it has words in', async () => {
  const { ada, bob } = await chat.aPair();
  const session = { sessionId: newId('ses'), teacherId: ada.id, learnerId: bob.id, version: 1 };
  const startAt = '2026-03-09T17:00:00.000Z';
  await chat.tell('sessions', 'session.done', { ...session, startAt });
  await eventually(async () => {
    const { sessionId } = session;
    const row = await chat.runtime.store.db.collection('conversations').findOne({ sessionId });
    const id = String(row?._id);
    const text = 'The session is over.';
    expect((await readIn(bob, id, 'fr-CA')).data).toEqual(
      pageOf({ text, translation: { language: 'fr', text: 'La session est terminée.' } }),
    );
    expect((await readIn(bob, id, 'de')).data).toEqual(pageOf({ text, translation: null }));
  });
});
