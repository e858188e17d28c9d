import { describe, expect, it } from 'vitest';
import { withGap, type ConversationEvent } from './conversation-event.ts';

const empty = { message: null, membershipChange: null };
const event = (seq: number): ConversationEvent => ({ seq, kind: 'MESSAGE_EDITED', ...empty });
const gap = (seq: number): ConversationEvent => ({ seq, kind: 'GAP', ...empty });

describe('what follows a number', () => {
  it.each([
    ['is the events when nothing was removed', 3, [4, 5], 0, [event(4), event(5)]],
    ['is the events when what was removed is behind', 3, [4, 5], 3, [event(4), event(5)]],
    ['is a gap and the rest when some were removed', 3, [6, 7], 5, [gap(5), event(6), event(7)]],
    ['has the gap also when the removal is not known yet', 3, [6], 0, [gap(5), event(6)]],
    ['has the gap also when the events were read before it', 3, [4, 5, 6], 5, [gap(5), event(6)]],
    ['is a gap alone when all were removed', 3, [], 9, [gap(9)]],
    ['is nothing when nothing follows', 3, [], 3, []],
  ])('%s', (_title, cursor, seqs, removedThroughSeq, expected) => {
    expect(withGap(cursor, seqs.map(event), removedThroughSeq)).toEqual(expected);
  });
});
