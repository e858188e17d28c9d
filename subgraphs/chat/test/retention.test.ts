import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const day = 86_400_000;
const followQuery = `subscription ($conversationId: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $conversationId, afterSeq: $afterSeq) {
    seq kind message { text }
  }
}`;

const sent = (seq: number, text: string) => ({
  conversationEvents: { seq, kind: 'MESSAGE_SENT', message: { text } },
});
const gap = (seq: number) => ({ conversationEvents: { seq, kind: 'GAP', message: null } });

const seqsOf = async (conversationId: string) => {
  const rows = chat.runtime.store.db.collection('conversationEvents');
  return (await rows.find({ conversationId }).sort({ seq: 1 }).toArray()).map(
    ({ seq }): unknown => seq,
  );
};

describe('events older than two years', () => {
  it('are forgotten by themselves; a replay from before gets a gap and then the rest', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const text of ['1', '2', '3']) await chat.send(ada, { conversationId, text });
    await chat.markRead(bob, conversationId, 1);
    await using live = await chat.follow(bob, followQuery, { conversationId, afterSeq: 2 });
    expect(await live.next()).toEqual(sent(3, '3'));
    chat.clock.advance(400 * day);
    await chat.send(ada, { conversationId, text: '4' });
    await chat.send(ada, { conversationId, text: '5' });
    expect(await seqsOf(conversationId)).toEqual([1, 2, 3, 4, 5]);
    chat.clock.advance(400 * day);
    await eventually(async () => {
      expect(await seqsOf(conversationId)).toEqual([4, 5]);
    });
    expect(await live.take(2)).toEqual([sent(4, '4'), sent(5, '5')]);

    for (const afterSeq of [0, 1, 2]) {
      await using replay = await other.follow(bob, followQuery, { conversationId, afterSeq });
      expect(await replay.take(3)).toEqual([gap(3), sent(4, '4'), sent(5, '5')]);
    }
    await using complete = await other.follow(bob, followQuery, { conversationId, afterSeq: 3 });
    expect(await complete.take(2)).toEqual([sent(4, '4'), sent(5, '5')]);

    const { conversation } = await chat.markRead(bob, conversationId, 0);
    expect(conversation).toMatchObject({ lastSeq: 5, unreadCount: 2 });
    expect((await chat.markRead(bob, conversationId, 4)).conversation?.unreadCount).toBe(1);
    expect((await chat.send(bob, { conversationId })).message?.seq).toBe(6);
  });

  it('leave a gap alone when nothing else was said, and the conversation goes on', async () => {
    const { ada, bob, conversationId } = await chat.aPair();
    for (const text of ['1', '2']) await chat.send(ada, { conversationId, text });
    chat.clock.advance(800 * day);
    await eventually(async () => {
      expect(await seqsOf(conversationId)).toEqual([]);
    });
    await using replay = await chat.follow(bob, followQuery, { conversationId, afterSeq: 0 });
    expect(await replay.next()).toEqual(gap(2));
    expect((await chat.markRead(bob, conversationId, 0)).conversation?.unreadCount).toBe(0);
    await chat.send(ada, { conversationId, text: '3' });
    expect(await replay.next()).toEqual(sent(3, '3'));
    expect((await chat.markRead(bob, conversationId, 0)).conversation?.unreadCount).toBe(1);
  });
});
