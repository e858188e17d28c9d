import type { Booking } from './booking.ts';
import { findOpenSlots, type Calendar } from './open-slots.ts';
import { claimedSpan } from './slot-claim.ts';
import type { Span } from './span.ts';

const hour = 3_600_000;

/** What of each of these people decides whether a time in the span is open, in their order. */
export async function readCalendars(
  { stores }: Pick<Booking, 'stores'>,
  userIds: readonly string[],
  span: Span,
  /** A session that is about to move leaves its own time free. */
  exceptId?: string,
): Promise<Calendar[]> {
  const [plans, busy] = await Promise.all([
    stores.availability.findByUserIds(userIds),
    stores.sessions.findBusy(userIds, busySpan(span), exceptId),
  ]);
  return userIds.map((userId) => ({
    availability: plans.find((plan) => plan.userId === userId) ?? null,
    busy: busy.filter((row) => row.userId === userId).map((row) => claimedSpan(row.busy)),
  }));
}

/** Sessions in this span matter to times in the given one: buffers reach over, days are counted whole. */
export function busySpan({ start, end }: Span): Span {
  return { start: start - 36 * hour, end: end + 36 * hour };
}

const alternativesAhead = 14 * 24 * hour;
const alternativesCount = 5;

/** The next times from `span` on that are open to both people and as long. */
export async function findAlternatives(
  booking: Pick<Booking, 'stores' | 'now'>,
  userIds: readonly string[],
  span: Span,
  exceptId?: string,
): Promise<Span[]> {
  const ahead = { start: span.start, end: span.start + alternativesAhead };
  return findOpenSlots({
    calendars: await readCalendars(booking, userIds, ahead, exceptId),
    span: ahead,
    durationMinutes: Math.ceil((span.end - span.start) / 60_000),
    now: booking.now().getTime(),
    limit: alternativesCount,
  });
}
