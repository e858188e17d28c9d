import {
  eventCollections,
  majority,
  rebuildable,
  type CollectionDeclarations,
} from '@skillswap/kit/mongo';

/**
 * Every collection with its consistency and indexes. Messages are as durable as everything else: an
 * acknowledged message survives the loss of the primary.
 */
export const collections = {
  ...eventCollections,
  conversations: {
    consistency: majority,
    indexes: [
      {
        key: { pairKey: 1 },
        name: 'one_per_pair',
        unique: true,
        partialFilterExpression: { pairKey: { $exists: true } },
      },
      {
        key: { sessionId: 1 },
        name: 'one_per_session',
        unique: true,
        partialFilterExpression: { sessionId: { $exists: true } },
      },
      {
        key: { creationKey: 1 },
        name: 'created_once',
        unique: true,
        partialFilterExpression: { creationKey: { $exists: true } },
      },
      { key: { memberIds: 1, lastActivityAt: -1, _id: -1 }, name: 'by_member_and_activity' },
      {
        key: { isInboxBehind: 1 },
        name: 'inbox_behind',
        partialFilterExpression: { isInboxBehind: true },
      },
    ],
  },
  conversationEvents: {
    consistency: majority,
    indexes: [
      { key: { conversationId: 1, seq: 1 }, name: 'one_per_seq', unique: true },
      {
        key: { conversationId: 1, 'message.senderId': 1, 'message.clientMessageId': 1 },
        name: 'sent_once',
        unique: true,
        partialFilterExpression: { kind: 'MESSAGE_SENT' },
      },
      {
        key: { conversationId: 1, seq: 1, 'message.senderId': 1 },
        name: 'history',
        partialFilterExpression: { kind: 'MESSAGE_SENT' },
      },
      {
        key: { conversationId: 1, 'message.mentionedIds': 1, seq: 1 },
        name: 'mentions',
        partialFilterExpression: { 'message.mentionedIds': { $exists: true } },
      },
      { key: { at: 1 }, name: 'by_age' },
    ],
  },
  memberships: {
    consistency: majority,
    indexes: [
      { key: { conversationId: 1, userId: 1 }, name: 'one_per_member', unique: true },
      { key: { userId: 1, inboxCursor: 1 }, name: 'inbox' },
    ],
  },
  translations: {
    consistency: rebuildable,
    indexes: [
      { key: { messageId: 1 }, name: 'by_message' },
      { key: { at: 1 }, name: 'kept_thirty_days', expireAfterSeconds: 30 * 86_400 },
    ],
  },
  // A projection of the users' events, read by `<blocker>:<blocked>`.
  blocks: { consistency: rebuildable, indexes: [] },
  readers: { consistency: rebuildable, indexes: [] },
  inboxHeads: { consistency: majority, indexes: [] },
  firstContacts: {
    consistency: majority,
    indexes: [{ key: { day: 1 }, name: 'kept_two_days', expireAfterSeconds: 2 * 86_400 }],
  },
} as const satisfies CollectionDeclarations;
