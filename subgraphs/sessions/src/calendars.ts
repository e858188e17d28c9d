import type { Booking } from './booking.ts';
import { findOpenSlots, type Calendar } from './open-slots.ts';
import { claimedSpan } from './slot-claim.ts';
import type { Claimant } from './slot-claim-repository.ts';
import type { Span } from './span.ts';

const hour = 3_600_000;

/** What of each of these people decides whether a time in the span is open, in their order. */
export async function readCalendars(
  { stores, now }: Pick<Booking, 'stores' | 'now'>,
  userIds: readonly string[],
  span: Span,
  claimant: Claimant,
): Promise<Calendar[]> {
  const wide = busySpan(span);
  const [plans, busy, held] = await Promise.all([
    stores.availability.findByUserIds(userIds),
    stores.sessions.findBusy(userIds, wide, claimant.movingId),
    stores.claims.findHeld(userIds, wide, now()),
  ]);
  const inTheWay = held.filter(({ holderId }) => !claimant.userIds.includes(holderId));
  return userIds.map((userId) => ({
    availability: plans.find((plan) => plan.userId === userId) ?? null,
    busy: busy.filter((row) => row.userId === userId).map((row) => claimedSpan(row.busy)),
    held: inTheWay.filter((row) => row.userId === userId).map((row) => row.span),
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
  claimant: Claimant,
  span: Span,
): Promise<Span[]> {
  const ahead = { start: span.start, end: span.start + alternativesAhead };
  return findOpenSlots({
    calendars: await readCalendars(booking, claimant.userIds, ahead, claimant),
    span: ahead,
    durationMinutes: Math.ceil((span.end - span.start) / 60_000),
    now: booking.now().getTime(),
    limit: alternativesCount,
  });
}
