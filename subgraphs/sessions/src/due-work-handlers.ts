import type { DueWork, DueWorkHandlers } from '@skillswap/kit/due-work';
import { afterExpiry, afterLapse, afterSilence } from './after-time.ts';
import type { Booking } from './booking.ts';
import { advanceSession } from './change-session.ts';
import type { Mailing } from './mailing.ts';
import { sendInvitations } from './send-invitations.ts';
import { sendReminder } from './send-reminder.ts';
import { tellOfTakenTime } from './tell-of-taken-time.ts';
import { workKinds } from './session-work.ts';

/** What becomes of sessions when their time has come. */
export function createDueWorkHandlers(booking: Booking, mailing: Mailing): DueWorkHandlers {
  const sessionIdOf = ({ payload }: DueWork) => String(payload['sessionId']);
  return {
    [workKinds.expiry]: (work) => advanceSession(booking, sessionIdOf(work), afterExpiry),
    [workKinds.lapse]: (work) => advanceSession(booking, sessionIdOf(work), afterLapse),
    [workKinds.silence]: (work) => advanceSession(booking, sessionIdOf(work), afterSilence),
    [workKinds.holdExpiry]: ({ payload }) =>
      booking.stores.claims.removeOverHolds(String(payload['holderId']), booking.now()),
    [workKinds.reminder]: (work) => sendReminder(mailing, work),
    [workKinds.invitation]: async (work) => {
      await sendInvitations(mailing, work);
      await tellOfTakenTime(mailing, work);
    },
  };
}
