import { newId } from '@skillswap/kit/id';
import { createLog } from '@skillswap/kit/log';
import type { Member } from '@skillswap/kit/viewer';
import type { Db } from 'mongodb';
import { agreeToSession } from '../src/agree-to-session.ts';
import { setAvailability } from '../src/change-availability.ts';
import type { Booking } from '../src/booking.ts';
import { busySpan } from '../src/calendars.ts';
import { createContextMaker } from '../src/context.ts';
import { listOpenSlots } from '../src/list-open-slots.ts';
import { holdingStatuses } from '../src/session-status.ts';
import { compare, type Comparison } from './measure.ts';
import { now, propose } from './town.ts';

const day = 86_400_000;
const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

/** Slots of an hour over four weeks, for two people with a plan and twenty sessions each. */
export async function compareOpenSlots(db: Db, booking: Booking): Promise<Comparison> {
  const [ada, bob] = [newId('usr'), newId('usr')];
  await settle(booking, ada, 'Europe/Paris', 24);
  await settle(booking, bob, 'America/New_York', 30);
  const question = { from: now, to: new Date(now.getTime() + 28 * day), durationMinutes: 60 };
  const span = { start: question.from.getTime(), end: question.to.getTime() };
  const makeContext = createContextMaker(booking, idle, 'http://localhost');
  const log = createLog('bench', 'silent');
  const viewer: Member = {
    ...{ kind: 'member', id: ada, roles: [], scopes: [], authSessionId: '', authTime: 0 },
  };
  const ours = async () => {
    const request = { viewer, requestId: '', clientAddress: null, acceptLanguage: null, log };
    const { loaders } = makeContext(request);
    const slots = await listOpenSlots(loaders, ada, bob, question, now);
    if (slots === null || slots.length < 20) throw new Error('too few slots to mean anything');
  };
  return compare('mutual open slots over four weeks', 300, ours, () =>
    readBare(db, [ada, bob], span),
  );

  function readBare(from: Db, userIds: readonly string[], { start, end }: typeof span) {
    const wide = busySpan({ start, end });
    const both = { $in: userIds };
    const within = { $gte: new Date(wide.start), $lt: new Date(wide.end) };
    return Promise.all([
      from.collection<{ _id: string }>('people').find({ _id: both }).toArray(),
      from.collection('blocks').find({ blockerId: both, blockedId: both }).toArray(),
      from.collection<{ _id: string }>('availability').find({ _id: both }).toArray(),
      from
        .collection('sessions')
        .find({
          ...{ participantIds: both, status: { $in: holdingStatuses }, startAt: within },
        })
        .project({ participantIds: 1, startAt: 1, endAt: 1 })
        .toArray(),
      from
        .collection('slotClaims')
        .find({ userId: both, 'hold.expiresAt': { $gt: now } })
        .toArray(),
    ]);
  }
}

/** Nobody subscribes here. */
const idle = {
  get stores(): never {
    throw new Error('no subscriptions here');
  },
  get pubsub(): never {
    throw new Error('no subscriptions here');
  },
  channelOf: (userId: string) => userId,
};

/** A person with a weekly plan and a session each workday of four weeks. */
async function settle(booking: Booking, userId: string, timeZone: string, firstHour: number) {
  const weekly = weekdays.map((weekday) => ({ day: weekday, start: '08:00', end: '20:00' }));
  await setAvailability(booking, userId, { timeZone, weekly });
  await booking.transact((tx) => booking.stores.people.saveProfile(tx, userId, timeZone, 1));
  for (let made = 0; made < 20; made += 1) {
    const sessionId = await propose(booking, newId('usr'), userId, firstHour + made * 24);
    const [session] = await booking.stores.sessions.findByIds([sessionId]);
    const teacherId = session?.teacherId ?? '';
    const { refusal } = await agreeToSession(booking, teacherId, 'confirm', { sessionId });
    if (refusal !== null) throw new Error(JSON.stringify(refusal));
  }
}
