import { eventCollections, majority, rebuildable } from '@skillswap/kit/mongo';
import type { CollectionDeclarations } from '@skillswap/kit/mongo';

/** What this subgraph stores, how surely, and by which indexes it is found. */
export const collections = {
  ...eventCollections,
  reviews: {
    consistency: majority,
    indexes: [
      { key: { sessionId: 1, reviewerId: 1 }, name: 'one_per_side', unique: true },
      { key: { revieweeId: 1, publishedAt: -1, _id: -1 }, name: 'received_newest_first' },
      {
        key: { publishedAt: -1, _id: -1 },
        name: 'feedback_newest_first',
        partialFilterExpression: { privateFeedback: { $type: 'string' } },
      },
      { key: { revieweeId: 1, reviewerId: 1, publishedAt: 1 }, name: 'by_pair' },
      {
        key: { 'dispute.decision.outcome': 1, 'dispute.openedAt': 1, _id: 1 },
        name: 'disputes_oldest_first',
        partialFilterExpression: { 'dispute.openedAt': { $exists: true } },
      },
    ],
  },
  reviewWindows: { consistency: majority, indexes: [] },
  // Derived from the published reviews and changed in their transaction.
  reviewedPeople: { consistency: rebuildable, indexes: [] },
  // A projection of the users' events, read by `<blocker>:<blocked>`.
  blocks: { consistency: rebuildable, indexes: [] },
} as const satisfies CollectionDeclarations;
