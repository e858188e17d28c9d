import type { ClientSession } from 'mongodb';
import type { DueWork, MongoDueWork } from '@skillswap/kit/due-work';

/** When a skill that nobody confirms is asked about, and when it is hidden after that. */
export interface StaleRules {
  readonly staleAfterDays: number;
  readonly hiddenAfterDays: number;
}

/** What planning a look at somebody's skills needs. */
export interface StaleCheckPlanning extends StaleRules {
  readonly dueWork: MongoDueWork;
  readonly now: () => Date;
}

/** The kind of due work that looks at one person's skills. */
export const staleCheck = 'checkStaleSkills';

/** Plans the look at a skill that its owner confirms now. */
export function planStaleCheck(
  { dueWork, now, staleAfterDays }: Omit<StaleCheckPlanning, 'hiddenAfterDays'>,
  session: ClientSession,
  userId: string,
): Promise<void> {
  return dueWork.plan(session, staleCheckAt(userId, daysAfter(now(), staleAfterDays)));
}

/**
 * One look at a person's skills. All of a person that fall on one day are one piece of work at the
 * latest of their times, so that whoever adds ten skills is asked once.
 */
export function staleCheckAt(userId: string, dueAt: Date): DueWork {
  const day = dueAt.toISOString().slice(0, 10);
  return { key: `${staleCheck}:${userId}:${day}`, kind: staleCheck, dueAt, payload: { userId } };
}

/** So many days later; earlier when negative. */
export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}
