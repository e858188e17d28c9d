import { createHash, randomBytes } from 'node:crypto';
import type { Booking } from './booking.ts';
import { sessionCalendar } from './session-calendar.ts';
import { counterpartId } from './session.ts';
import type { Span } from './span.ts';

const day = 86_400_000;

/** Where calendar programs find the product's feeds. */
export interface FeedOptions {
  readonly appUrl: string;
}

/**
 * Makes a person's calendar feed and answers its address, which nobody can read again. An address
 * that was made before ends.
 */
export async function createCalendarFeed(
  { stores, now }: Pick<Booking, 'stores' | 'now'>,
  userId: string,
  { appUrl }: FeedOptions,
): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  await stores.calendarFeeds.replace({ userId, createdAt: now() }, hashOf(secret));
  return `${appUrl}/calendar/${secret}.ics`;
}

/**
 * The iCalendar text behind a feed's secret: agreed sessions from a month ago to a year ahead. Null
 * for a secret that is none, or no more, and for somebody who is not an active member.
 */
export async function readCalendarFeed(
  { stores, people, now }: Pick<Booking, 'stores' | 'people' | 'now'>,
  secret: string,
  { appUrl }: FeedOptions,
): Promise<string | null> {
  const feed = await stores.calendarFeeds.findBySecretHash(hashOf(secret));
  if (feed === null) return null;
  const { userId } = feed;
  const sessions = await stores.sessions.listAgreed(userId, feedSpan(now()));
  const otherIds = new Set(sessions.map((session) => counterpartId(session, userId)));
  const found = await people.findByIds([userId, ...otherIds]);
  const names = new Map(found.map(({ id, displayName }) => [id, displayName]));
  if (!found.some(({ id, state }) => id === userId && state === 'ACTIVE')) return null;
  const entries = sessions.map((session) => {
    const counterpartName = names.get(counterpartId(session, userId)) ?? null;
    return { session, counterpartName, link: `${appUrl}/sessions/${session.id}` };
  });
  return sessionCalendar(entries, userId);
}

function feedSpan(now: Date): Span {
  return { start: now.getTime() - 31 * day, end: now.getTime() + 366 * day };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
