import type { Dispute } from './dispute.ts';
import type { NewReview } from './review.ts';

/** A review as it is stored. */
export interface ReviewDocument extends Omit<NewReview, 'id'> {
  _id: string;
  publishedAt: Date | null;
  reply: string | null;
  repliedAt?: Date;
  nth?: number;
  dispute?: Dispute;
}

/** A review's place among those that somebody received. */
export interface ReceivedPlace {
  readonly publishedAt: Date;
  readonly id: string;
}

/** What everybody may read. */
export const isPublic = {
  publishedAt: { $ne: null },
  'dispute.decision.outcome': { $ne: 'UPHELD' },
};

/** What was published before that place. */
export function publishedBefore({ publishedAt, id }: ReceivedPlace) {
  return { $or: [{ publishedAt: { $lt: publishedAt } }, { publishedAt, _id: { $lt: id } }] };
}
