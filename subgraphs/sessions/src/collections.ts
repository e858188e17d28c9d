import {
  eventCollections,
  majority,
  rebuildable,
  type CollectionDeclarations,
} from '@skillswap/kit/mongo';

const day = 86_400;

/** How sure each collection's reads and writes are, and its indexes. */
export const collections = {
  ...eventCollections,
  sessions: {
    consistency: majority,
    indexes: [
      { key: { teacherId: 1, learnerId: 1, startAt: 1 }, name: 'by_pair' },
      { key: { participantIds: 1, startAt: -1, _id: -1 }, name: 'by_participant' },
      { key: { status: 1, startAt: 1, _id: 1 }, name: 'by_status' },
      {
        key: { 'group.id': 1 },
        name: 'by_group',
        partialFilterExpression: { 'group.id': { $exists: true } },
      },
      { key: { point: '2dsphere' }, name: 'by_place', sparse: true },
      {
        key: { createdById: 1, idempotencyKey: 1 },
        name: 'one_session_per_idempotency_key',
        unique: true,
      },
    ],
  },
  slotClaims: {
    consistency: majority,
    indexes: [
      { key: { userId: 1, bucketStart: 1 }, name: 'one_session_at_a_time', unique: true },
      { key: { sessionId: 1 }, name: 'by_session' },
      // Few claims are holds, so looking for them reads no others.
      {
        key: { userId: 1, 'hold.expiresAt': 1 },
        name: 'held_until',
        partialFilterExpression: { 'hold.expiresAt': { $exists: true } },
      },
      {
        key: { 'hold.holderId': 1 },
        name: 'by_holder',
        partialFilterExpression: { 'hold.holderId': { $exists: true } },
      },
      // Time that is long gone cannot be booked twice.
      { key: { bucketStart: 1 }, name: 'kept_sixty_days', expireAfterSeconds: 60 * day },
    ],
  },
  sessionUpdates: {
    consistency: majority,
    indexes: [
      { key: { userId: 1, seq: 1 }, name: 'one_update_per_seq', unique: true },
      {
        key: { userId: 1, 'session._id': 1, 'session.version': 1 },
        name: 'one_update_per_version',
        unique: true,
      },
    ],
  },
  updateHeads: { consistency: majority, indexes: [] },
  availability: { consistency: majority, indexes: [] },
  reliability: { consistency: majority, indexes: [] },
  calendarFeeds: {
    consistency: majority,
    indexes: [{ key: { secretHash: 1 }, name: 'one_feed_per_secret', unique: true }],
  },
  // One row per reminder that was sent; it outlives every instance of its due work.
  remindersSent: {
    consistency: majority,
    indexes: [{ key: { at: 1 }, name: 'kept_ninety_days', expireAfterSeconds: 90 * day }],
  },
  firstContacts: {
    consistency: majority,
    indexes: [{ key: { at: 1 }, name: 'kept_seven_days', expireAfterSeconds: 7 * day }],
  },
  holdsMade: {
    consistency: majority,
    indexes: [{ key: { at: 1 }, name: 'kept_seven_days', expireAfterSeconds: 7 * day }],
  },
  people: { consistency: rebuildable, indexes: [] },
  blocks: {
    consistency: rebuildable,
    indexes: [
      { key: { blockerId: 1, blockedId: 1 }, name: 'one_block_per_pair', unique: true },
      { key: { blockedId: 1 }, name: 'by_blocked' },
    ],
  },
  timeCredits: { consistency: rebuildable, indexes: [] },
} as const satisfies CollectionDeclarations;
