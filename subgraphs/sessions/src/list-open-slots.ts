import { badUserInput } from '@skillswap/kit/errors';
import type { Loaders } from './context.ts';
import { findOpenSlots, type Calendar } from './open-slots.ts';
import { durationRange, horizonDays } from './proposal.ts';
import type { Span } from './span.ts';

const day = 86_400_000;
const longestDays = 62;

/** Which slots are asked for. */
export interface SlotsQuestion {
  readonly from: Date;
  readonly to: Date;
  readonly durationMinutes: number;
}

/** Slots that are open for a person and for the viewer; null for a person whom the viewer cannot see. */
export async function listOpenSlots(
  loaders: Pick<Loaders, 'visiblePersonById' | 'availabilityByUser' | 'takenByUser'>,
  viewerId: string,
  userId: string,
  question: SlotsQuestion,
  now: Date,
): Promise<{ startAt: Date; endAt: Date }[] | null> {
  const span = readSpan(question, now);
  const isKnown = userId === viewerId || (await loaders.visiblePersonById.load(userId)) !== null;
  if (!isKnown) return null;
  const readCalendar = async (id: string): Promise<Calendar> => {
    const [availability, taken] = await Promise.all([
      loaders.availabilityByUser.load(id),
      loaders.takenByUser.load({ userId: id, span }),
    ]);
    return { availability, ...taken };
  };
  const calendars = await Promise.all([...new Set([userId, viewerId])].map(readCalendar));
  const { durationMinutes } = question;
  const slots = findOpenSlots({ calendars, span, durationMinutes, now: now.getTime() });
  return slots.map(({ start, end }) => ({ startAt: new Date(start), endAt: new Date(end) }));
}

function readSpan({ from, to, durationMinutes }: SlotsQuestion, now: Date): Span {
  const { least, most } = durationRange;
  if (durationMinutes < least || durationMinutes > most || durationMinutes % 5 !== 0) {
    throw badUserInput('A slot has 5 to 720 minutes, in steps of five.', ['durationMinutes']);
  }
  const span = { start: from.getTime(), end: to.getTime() };
  if (span.end <= span.start) throw badUserInput('"to" must be later than "from".', ['to']);
  if (span.end - span.start > longestDays * day) {
    throw badUserInput('At most 62 days can be asked for at once.', ['to']);
  }
  if (span.end > now.getTime() + horizonDays * day) {
    throw badUserInput('Slots are known at most a year ahead.', ['to']);
  }
  return span;
}
