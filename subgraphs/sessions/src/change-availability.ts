import { newId } from '@skillswap/kit/id';
import {
  parseException,
  parseWeeklyPlan,
  type AvailabilityRefusal,
  type ExceptionInput,
  type ExceptionRefusal,
  type WeeklyPlanInput,
  type WeeklyPlanRefusal,
} from './availability-input.ts';
import type { Availability, AvailabilityException } from './availability.ts';
import type { Booking } from './booking.ts';
import { formatLocalTime } from './local-time.ts';

/** An availability as it is after a change, or why the change was refused. */
export interface AvailabilityOutcome<Refusal> {
  readonly availability: Availability | null;
  readonly refusals: readonly Refusal[];
}

type Changing = Pick<Booking, 'stores' | 'transact'>;

/** Replaces a person's weekly plan. */
export async function setAvailability(
  { stores, transact }: Changing,
  userId: string,
  input: WeeklyPlanInput,
): Promise<AvailabilityOutcome<WeeklyPlanRefusal>> {
  const plan = parseWeeklyPlan(input);
  if (!('weekly' in plan)) return { availability: null, refusals: plan };
  const availability = await transact(async (tx) => {
    const changed = await stores.availability.upsertPlan(tx, userId, plan);
    tx.emit('availability.changed', toPayload(changed));
    return changed;
  });
  return { availability, refusals: [] };
}

/** Why a change to the exceptions is refused. */
export type ExceptionChangeRefusal =
  | ExceptionRefusal
  | AvailabilityRefusal<'NO_AVAILABILITY' | 'OVERLAPPING_EXCEPTION' | 'TOO_MANY' | 'NOT_FOUND'>;

const maximumExceptions = 100;

/** Adds days on which other hours hold. */
export async function addAvailabilityException(
  booking: Changing,
  userId: string,
  input: ExceptionInput,
): Promise<AvailabilityOutcome<ExceptionChangeRefusal>> {
  const parsed = parseException(input);
  if (!('windows' in parsed)) return { availability: null, refusals: parsed };
  const added = { id: newId('exc'), ...parsed };
  return changeExceptions(booking, userId, (exceptions) => {
    const overlapping = exceptions.some(
      ({ firstDay, lastDay }) => firstDay <= added.lastDay && added.firstDay <= lastDay,
    );
    if (overlapping) return { code: 'OVERLAPPING_EXCEPTION', path: ['firstDay'] };
    if (exceptions.length >= maximumExceptions) return { code: 'TOO_MANY', path: [] };
    return [...exceptions, added].toSorted((a, b) => a.firstDay - b.firstDay);
  });
}

/** Lets the week's hours hold again on an exception's days. */
export function removeAvailabilityException(
  booking: Changing,
  userId: string,
  exceptionId: string,
): Promise<AvailabilityOutcome<ExceptionChangeRefusal>> {
  return changeExceptions(booking, userId, (exceptions) => {
    const others = exceptions.filter(({ id }) => id !== exceptionId);
    if (others.length < exceptions.length) return others;
    return { code: 'NOT_FOUND', path: ['exceptionId'] };
  });
}

async function changeExceptions(
  { stores, transact }: Changing,
  userId: string,
  change: (
    exceptions: readonly AvailabilityException[],
  ) => readonly AvailabilityException[] | ExceptionChangeRefusal,
): Promise<AvailabilityOutcome<ExceptionChangeRefusal>> {
  return transact(async (tx) => {
    const current = await stores.availability.findByUserId(tx, userId);
    if (current === null) {
      return { availability: null, refusals: [{ code: 'NO_AVAILABILITY', path: [] }] };
    }
    const changed = change(current.exceptions);
    if ('code' in changed) return { availability: null, refusals: [changed] };
    const availability = await stores.availability.updateExceptions(tx, userId, changed);
    if (availability !== null) tx.emit('availability.changed', toPayload(availability));
    return { availability, refusals: [] };
  });
}

function toPayload({ userId, timeZone, weekly, version }: Availability) {
  const windows = weekly.map(({ day, start, end }) => ({
    day,
    start: formatLocalTime(start),
    end: formatLocalTime(end),
  }));
  return { userId, timeZone, weekly: windows, version };
}
