import { describe, expect, it } from 'vitest';
import { pairKey, peerOf, unreadCount, type DirectConversation } from './conversation.ts';

const conversation: DirectConversation = {
  kind: 'DIRECT',
  id: 'cnv_1',
  memberIds: ['ada', 'bob'],
  lastSeq: 10,
  removedThroughSeq: 0,
  messageCount: 9,
  sentCounts: { ada: 4, bob: 5 },
  lastActivityAt: new Date(0),
  mutedBy: [],
  archivedBy: [],
};

describe('the unread count', () => {
  it.each([
    ['everything of others when nothing is read', 'ada', 0, 5],
    ['what others sent beyond the mark', 'ada', 3, 2],
    ['nothing when all is read', 'bob', 4, 0],
    ['nothing when the membership is newer than the conversation', 'bob', 5, 0],
  ])('is %s', (_title, userId, othersRead, unread) => {
    const membership = { conversationId: 'cnv_1', userId, readSeq: 1, othersRead, deliveredSeq: 1 };
    expect(unreadCount(conversation, membership)).toBe(unread);
  });

  it('is zero for one who is no member', () => {
    expect(unreadCount(conversation, null)).toBe(0);
  });
});

it('a pair has one name whoever of the two comes first', () => {
  expect(pairKey('bob', 'ada')).toBe(pairKey('ada', 'bob'));
});

it('the peer is the other one', () => {
  expect(peerOf(conversation, 'ada')).toBe('bob');
  expect(peerOf(conversation, 'bob')).toBe('ada');
});
