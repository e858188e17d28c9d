import { parseInstant } from '@skillswap/kit/scalars';
import type { ReviewableSession } from './review.ts';

/** A session as other subgraphs refer to it: its id, and its facts where a field demanded them. */
export interface SessionReference {
  readonly id: string;
  readonly status?: string | null;
  readonly doneAt?: string | null;
  readonly teacher?: { readonly id: string } | null;
  readonly learner?: { readonly id: string } | null;
}

/**
 * The session that a reference describes; null when its owner did not tell. Those who missed it do
 * not matter here: a session that somebody missed is not done.
 */
export function toReviewableSession(reference: SessionReference): ReviewableSession | null {
  const { id, status, doneAt, teacher, learner } = reference;
  if (status == null || teacher == null || learner == null) return null;
  return {
    id,
    teacherId: teacher.id,
    learnerId: learner.id,
    status,
    doneAt: doneAt == null ? null : parseInstant(doneAt),
    noShowUserIds: [],
  };
}
