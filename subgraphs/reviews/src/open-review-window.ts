import type { MongoDueWork } from '@skillswap/kit/due-work';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import { windowEnd } from './review-window.ts';
import type { ReviewWindowRepository } from './review-window-repository.ts';
import type { ReviewedPersonRepository } from './reviewed-person-repository.ts';

/** What {@link openReviewWindow} works with. */
export interface WindowOpening {
  readonly windows: ReviewWindowRepository;
  readonly people: ReviewedPersonRepository;
  readonly dueWork: MongoDueWork;
  readonly windowDays: number;
}

/** A session that is done. */
export interface DoneSession {
  readonly id: string;
  readonly teacherId: string;
  readonly learnerId: string;
  readonly doneAt: Date;
}

/** The kind of due work that ends a window. */
export const closeReviewWindowKind = 'closeReviewWindow';

/** The key of the due work that ends a session's window. */
export const closeReviewWindowKey = (sessionId: string) => `${closeReviewWindowKind}:${sessionId}`;

/** Opens a session's window and plans its end. Whoever comes first does it: event or review. */
export async function openReviewWindow(
  { windows, people, dueWork, windowDays }: WindowOpening,
  tx: MongoTransaction,
  session: DoneSession,
): Promise<void> {
  const closesAt = windowEnd(session.doneAt, windowDays);
  if (!(await windows.open(tx, session.id, closesAt))) return;
  await people.ensure(tx, [session.teacherId, session.learnerId]);
  await dueWork.plan(tx.session, {
    key: closeReviewWindowKey(session.id),
    kind: closeReviewWindowKind,
    dueAt: closesAt,
    payload: { sessionId: session.id },
  });
}
