import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bury, edit, emojisPerPerson, react } from './message-change.ts';
import type { Message } from './message.ts';
import { canonicalEmoji, groupReactions } from './reaction.ts';

const sent: Message = {
  id: 'msg_1',
  conversationId: 'cnv_1',
  seq: 1,
  senderId: 'ada',
  clientMessageId: '1',
  notice: null,
  text: 'hello',
  language: null,
  replyToId: null,
  mentionedIds: [],
  createdAt: new Date(0),
  editedAt: null,
  deletedAt: null,
  reactions: [],
};
const now = new Date(1);

describe('a message', () => {
  it('is edited and deleted by its sender alone', () => {
    expect(edit(sent, 'ada', 'hi', now).message).toEqual({ ...sent, text: 'hi', editedAt: now });
    expect(edit(sent, 'bob', 'hi', now).refusal).toBe('NOT_YOURS');
    expect(bury(sent, 'bob', now).refusal).toBe('NOT_YOURS');
  });

  it('is not changed by its own text', () => {
    expect(edit(sent, 'ada', 'hello', now).message).toBe(sent);
  });

  it('loses its text and its reactions when it is deleted, once and for all', () => {
    const given = { ...sent, reactions: [{ userId: 'bob', emoji: '👍' }] };
    const { message: buried } = bury(given, 'ada', now);
    if (buried === null) throw new Error('not deleted');
    expect(buried).toEqual({ ...sent, text: null, deletedAt: now });
    expect(bury(buried, 'ada', new Date(2)).message).toBe(buried);
    expect(edit(buried, 'ada', 'back', now).refusal).toBe('DELETED');
    expect(react(buried, { userId: 'bob', emoji: '👍' }, true).refusal).toBe('DELETED');
  });

  it('has each emoji of a person once and no more than ten, whatever they do', () => {
    const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏', '🎉', '👏', '🔥', '💯', '✅', '👀'];
    const steps = fc.array(
      fc.record({
        userId: fc.constantFrom('ada', 'bob'),
        emoji: fc.constantFrom(...emojis),
        isGiven: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (given) => {
        let message = sent;
        const held = new Set<string>();
        for (const { userId, emoji, isGiven } of given) {
          const key = `${userId} ${emoji}`;
          const before = [...held].filter((one) => one.startsWith(userId)).length;
          const change = react(message, { userId, emoji }, isGiven);
          if (isGiven && !held.has(key) && before === emojisPerPerson) {
            expect(change.refusal).toBe('TOO_MANY');
            continue;
          }
          if (isGiven) held.add(key);
          else held.delete(key);
          message = change.message ?? message;
          expect(new Set(message.reactions.map((r) => `${r.userId} ${r.emoji}`))).toEqual(held);
          expect(message.reactions).toHaveLength(held.size);
        }
      }),
    );
  });
});

describe('an emoji', () => {
  it.each([
    ['👍', '👍'],
    ['👍🏽', '👍🏽'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['🇫🇷', '🇫🇷'],
    ['❤️', '❤️'],
    ['❤', '❤️'],
    ['👍👍', null],
    ['a', null],
    ['1', null],
    ['', null],
    [' 👍', null],
    ['\uD83D', null],
    ['👍'.repeat(10_000), null],
  ])('%j is stored as %j', (text, stored) => {
    expect(canonicalEmoji(text)).toBe(stored);
  });

  it('stands once with all who gave it, in the order in which the first did', () => {
    const groups = groupReactions([
      { userId: 'bob', emoji: '👍' },
      { userId: 'ada', emoji: '🎉' },
      { userId: 'ada', emoji: '👍' },
    ]);
    expect(groups).toEqual([
      { emoji: '👍', userIds: ['bob', 'ada'] },
      { emoji: '🎉', userIds: ['ada'] },
    ]);
  });
});
