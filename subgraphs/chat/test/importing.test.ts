import { newId } from '@skillswap/kit/id';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importConversations } from '../src/import-conversations.ts';
import { createImportRepository } from '../src/import-repository.ts';
import { createReaderRepository } from '../src/reader-repository.ts';
import { startChat, type TestChat } from './start-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat[Symbol.asyncDispose]());

const run = (lines: readonly string[], progress: (stored: number) => void = () => undefined) => {
  const { store, transact } = chat.runtime;
  const imports = createImportRepository(store.db);
  const readers = createReaderRepository(store.db);
  return importConversations(
    { imports, readers, transact, now: chat.clock.now(), progress },
    lines,
  );
};

/** Two people whom the subgraph has heard of. */
async function twoPeople(): Promise<readonly [Member, Member]> {
  const pair = [aMember(), aMember()] as const;
  const readers = createReaderRepository(chat.runtime.store.db);
  await chat.runtime.transact(async (tx) => {
    for (const { id } of pair) {
      await readers.learn(tx, { userId: id, language: 'en', timeZone: 'UTC' }, 0);
    }
  });
  return pair;
}

/** A conversation of so many messages, of which every third is the second one's, a minute apart. */
function aConversation([ada, bob]: readonly [Member, Member], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = index % 3 === 2 ? [bob, ada] : [ada, bob];
    const at = new Date(Date.UTC(2025, 11, 1) + index * 60_000).toISOString();
    return JSON.stringify({
      id: `old-${String(index)}`,
      from: from.id,
      to: to.id,
      text: `no ${String(index)}`,
      at,
    });
  });
}

const seen = z.object({
  conversations: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          lastSeq: z.number(),
          unreadCount: z.number(),
          messages: z.object({
            edges: z.array(z.object({ node: z.object({ seq: z.number(), text: z.string() }) })),
          }),
        }),
      }),
    ),
  }),
});

/** Everything that a member sees of their conversations; of each the last hundred messages. */
async function seenBy(viewer: Member) {
  const { data } = await chat.as(viewer).execute(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on User {
          conversations(first: 10) {
            edges { node { id lastSeq unreadCount messages(last: 100) { edges { node { seq text } } } } }
          }
        }
      }
    }`,
    { representations: [{ __typename: 'User', id: viewer.id }] },
  );
  const [user] = z.object({ _entities: z.array(z.unknown()) }).parse(data)._entities;
  return seen.parse(user).conversations.edges.map(({ node }) => node);
}

const numbersOf = async (conversationId: string) => {
  const rows = await chat.runtime.store.db
    .collection('conversationEvents')
    .find({ conversationId })
    .sort({ seq: 1 })
    .toArray();
  return rows.map(({ seq }) => z.number().parse(seq));
};
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('an import', () => {
  it('brings an old conversation as it was, read by both, and the conversation goes on', async () => {
    const pair = await twoPeople();
    const [ada, bob] = pair;
    const lines = aConversation(pair, 3_000);
    const heard: number[] = [];
    // Whatever the order of the lines, times decide.
    const outcome = await run([...lines.toReversed(), ''], (stored) => heard.push(stored));
    expect(outcome).toEqual({ badLines: [], imported: 1, repeated: 0, messages: 3_000 });
    expect(heard).toEqual([1_000, 2_000, 3_000]);
    for (const member of pair) {
      const [conversation] = await seenBy(member);
      expect(conversation).toMatchObject({ lastSeq: 3_000, unreadCount: 0 });
      expect(conversation?.messages.edges.at(-1)?.node).toEqual({ seq: 3_000, text: 'no 2999' });
    }
    const id = (await seenBy(ada))[0]?.id ?? '';
    expect(await numbersOf(id)).toEqual(upTo(3_000));
    expect((await chat.send(bob, { conversationId: id })).message?.seq).toBe(3_001);
    expect(await run(lines)).toEqual({ badLines: [], imported: 0, repeated: 1, messages: 3_000 });
    expect(await numbersOf(id)).toEqual(upTo(3_001));
    await eventually(async () => {
      expect((await seenBy(ada))[0]?.unreadCount).toBe(1);
    });
  });

  it('that is killed in the middle has shown nothing, and is whole when it is repeated', async () => {
    const pair = await twoPeople();
    const [ada] = pair;
    const lines = aConversation(pair, 2_500);
    const killed = run(lines, (stored) => {
      if (stored === 2_000) throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await seenBy(ada)).toEqual([]);
    // Of an unordered batch any part may have been written.
    const events = chat.runtime.store.db.collection('conversationEvents');
    const part = { 'message.senderId': ada.id, seq: { $mod: [7, 3] } };
    expect((await events.deleteMany(part)).deletedCount).toBeGreaterThan(0);
    expect(await run(lines)).toEqual({ badLines: [], imported: 1, repeated: 0, messages: 2_500 });
    const [conversation] = await seenBy(ada);
    expect(conversation?.lastSeq).toBe(2_500);
    expect(await numbersOf(conversation?.id ?? '')).toEqual(upTo(2_500));
  });

  it('of bad lines names each and stores nothing', async () => {
    const pair = await twoPeople();
    const [ada, bob] = pair;
    const [good = ''] = aConversation(pair, 1);
    const line = {
      id: 'old-9',
      from: ada.id,
      to: bob.id,
      text: 'hello',
      at: '2025-12-01T10:00:00Z',
    };
    const stranger = newId('usr');
    const lines = [
      good,
      'hello',
      JSON.stringify({ ...line, text: '\u200B' }),
      JSON.stringify({ ...line, at: 'yesterday' }),
      JSON.stringify({ ...line, from: 'ada' }),
      JSON.stringify({ ...line, to: ada.id }),
      JSON.stringify({ ...line, to: stranger }),
      JSON.stringify({ ...line, at: '2030-01-01T00:00:00Z' }),
      JSON.stringify({ ...line, id: '' }),
      JSON.stringify({ ...line, seen: true }),
      good,
    ];
    const { badLines, imported } = await run(lines);
    expect(imported).toBe(0);
    expect(badLines.map(({ line: number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const reasons = badLines.map(({ reason }) => reason);
    expect(reasons[0]).toBe('is no JSON');
    expect(reasons[1]).toBe('text is refused: EMPTY');
    expect(reasons[5]).toBe(`there is nobody with id ${stranger}`);
    expect(reasons.at(-1)).toBe('repeats line 1');
    expect(await seenBy(ada)).toEqual([]);
    const rows = chat.runtime.store.db.collection('conversationEvents');
    expect(await rows.countDocuments({ 'message.senderId': ada.id })).toBe(0);
  });

  it('leaves alone the conversation that two people have already', async () => {
    const pair = await twoPeople();
    const [ada, bob] = pair;
    const { conversation } = await chat.open(ada, bob.id);
    const other = await twoPeople();
    const lines = [...aConversation(other, 2), ...aConversation(pair, 2)];
    expect((await run(lines)).badLines).toEqual([
      { line: 3, reason: 'is of two people who have another conversation' },
    ]);
    expect(await seenBy(ada)).toMatchObject([{ id: conversation?.id, lastSeq: 0 }]);
    expect(await seenBy(other[0])).toEqual([]);
  });
});
