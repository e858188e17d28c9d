import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFreshMessages } from './fresh-messages.ts';
import type { Message } from './message.ts';

const conversationId = 'cnv_1';

function aMessage(seq: number, conversation = conversationId): Message {
  return {
    id: `msg_${String(seq)}`,
    conversationId: conversation,
    seq,
    senderId: 'usr_1',
    clientMessageId: String(seq),
    notice: null,
    replyToId: null,
    mentionedIds: [],
    language: null,
    text: String(seq),
    createdAt: new Date(0),
    editedAt: null,
    deletedAt: null,
    reactions: [],
  };
}

describe('what a process has just written', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is there for those who have heard of nothing more', () => {
    const fresh = createFreshMessages();
    fresh.keep([aMessage(1), aMessage(2)]);
    fresh.keep([aMessage(3)]);
    const seqs = (afterSeq: number, throughSeq: number) =>
      fresh.listAfter({ conversationId, afterSeq }, throughSeq)?.map(({ seq }) => seq) ?? null;
    expect(seqs(0, 3)).toEqual([1, 2, 3]);
    expect(seqs(2, 2)).toEqual([3]);
    expect(seqs(0, 4)).toBeNull();
    expect(seqs(3, 3)).toBeNull();
    expect(fresh.listAfter({ conversationId: 'cnv_2', afterSeq: 0 }, 1)).toBeNull();
  });

  it('is always the next without a hole, whatever others write between', () => {
    const writings = fc.array(
      fc.record({ isOurs: fc.boolean(), count: fc.integer({ min: 1, max: 4 }) }),
    );
    fc.assert(
      fc.property(writings, fc.nat(30), (writing, afterSeq) => {
        const fresh = createFreshMessages();
        let lastSeq = 0;
        for (const { isOurs, count } of writing) {
          const first = lastSeq + 1;
          lastSeq += count;
          if (isOurs)
            fresh.keep(Array.from({ length: count }, (_, index) => aMessage(first + index)));
        }
        const events = fresh.listAfter({ conversationId, afterSeq }, lastSeq);
        if (events === null) return;
        const expected = Array.from(
          { length: lastSeq - afterSeq },
          (_, index) => afterSeq + 1 + index,
        );
        expect(events.map(({ seq }) => seq)).toEqual(expected);
      }),
    );
  });

  it('is forgotten when a message changes, and after a second', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const fresh = createFreshMessages();
    const isKept = (id: string) => fresh.listAfter({ conversationId: id, afterSeq: 0 }, 1) !== null;
    fresh.keep([aMessage(1)]);
    fresh.forget(conversationId);
    expect(isKept(conversationId)).toBe(false);
    fresh.keep([aMessage(1)]);
    vi.advanceTimersByTime(600);
    fresh.keep([aMessage(1, 'cnv_2')]);
    expect(isKept(conversationId)).toBe(true);
    vi.advanceTimersByTime(600);
    fresh.keep([aMessage(1, 'cnv_3')]);
    expect(isKept(conversationId)).toBe(false);
    expect(isKept('cnv_2')).toBe(true);
  });
});
