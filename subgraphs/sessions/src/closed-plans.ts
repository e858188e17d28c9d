import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Booking } from './booking.ts';
import { busySpan } from './calendars.ts';
import { isOpenTo } from './open-slots.ts';
import { claimedSpan } from './slot-claim.ts';
import { overlaps, type PersonalTime } from './span.ts';

/**
 * Those of these times that their people's own plans are closed to, as the transaction sees them: hours,
 * exceptions, the time between sessions, sessions a day. Notice is not asked for, because it is for
 * being asked. A session at the same time is left to the claims. Of several times of one person each
 * counts for its day.
 */
export async function findClosed(
  { stores, now }: Pick<Booking, 'stores' | 'now'>,
  tx: MongoTransaction,
  times: readonly PersonalTime[],
  /** The session that is to move, when it is one that exists. */
  movingId?: string,
): Promise<PersonalTime[]> {
  if (times.length === 0) return [];
  const userIds = [...new Set(times.map(({ userId }) => userId))];
  const plans = await stores.availability.findByUserIds(userIds, tx);
  if (plans.length === 0) return [];
  const wide = busySpan({
    start: Math.min(...times.map(({ span }) => span.start)),
    end: Math.max(...times.map(({ span }) => span.end)),
  });
  const planned = plans.map(({ userId }) => userId);
  const busy = await stores.sessions.findBusy(planned, wide, movingId, tx);
  const at = now().getTime();
  return plans.flatMap((plan) => {
    const own = times.filter(({ userId }) => userId === plan.userId);
    const agreed = busy.flatMap((row) =>
      row.userId === plan.userId ? [claimedSpan(row.busy)] : [],
    );
    return own.filter(({ span }, index) => {
      const calendar = {
        availability: { ...plan, minimumNoticeMinutes: 0 },
        busy: agreed.filter((other) => !overlaps(other, claimedSpan(span))),
        held: [],
      };
      const together = own.slice(0, index).map((before) => before.span);
      return !isOpenTo(calendar, span, at, together);
    });
  });
}
