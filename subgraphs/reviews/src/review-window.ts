/** The time in which both participants of a session may review each other. */
export interface ReviewWindow {
  readonly sessionId: string;
  readonly closesAt: Date;
  /** Those who have reviewed. */
  readonly reviewerIds: readonly string[];
  /** When it ended and what was written became public; null while it is open. */
  readonly publishedAt: Date | null;
}

/** When the window of a session that was done at `doneAt` closes. */
export function windowEnd(doneAt: Date, windowDays: number): Date {
  return new Date(doneAt.getTime() + windowDays * 86_400_000);
}

/** True when both participants have reviewed, so that nothing is left to wait for. */
export function isComplete({ reviewerIds }: ReviewWindow): boolean {
  return reviewerIds.length === 2;
}

/** True when this person can no longer review, because they have or because the window ended. */
export function isOver({ reviewerIds, publishedAt }: ReviewWindow, reviewerId: string): boolean {
  return publishedAt !== null || reviewerIds.includes(reviewerId);
}
