import type { MongoStore } from '@skillswap/kit/mongo';
import { newId } from '@skillswap/kit/id';
import { agreeToSession } from '../src/agree-to-session.ts';
import type { Booking } from '../src/booking.ts';
import type { Session } from '../src/session.ts';
import { bareConfirm } from './bare-confirm.ts';
import { compare, type Comparison } from './measure.ts';
import { propose } from './town.ts';

const count = 200;

/** Confirmations of one hour, each between two people of their own. */
export async function compareConfirmations(
  { client, db }: MongoStore,
  booking: Booking,
): Promise<Comparison> {
  const [own, other] = [await proposals(booking), await proposals(booking)];
  return compare(
    'confirm a session of an hour',
    count,
    async (at) => {
      const session = pick(own, at);
      const request = { sessionId: session.id };
      const { refusal } = await agreeToSession(booking, session.teacherId, 'confirm', request);
      if (refusal !== null) throw new Error(JSON.stringify(refusal));
    },
    (at) => bareConfirm(client, db, pick(other, at)),
  );
}

async function proposals(booking: Booking): Promise<Session[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    ids.push(await propose(booking, newId('usr'), newId('usr'), 48));
  }
  return booking.stores.sessions.findByIds(ids);
}

function pick(sessions: readonly Session[], at: number): Session {
  const session = sessions[at];
  if (session === undefined) throw new Error('no such proposal');
  return session;
}
