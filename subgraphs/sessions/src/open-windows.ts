import { weekdays, type Availability, type DayWindow } from './availability.ts';
import { merge, type Span } from './span.ts';
import { zoneStretches } from './zone-offsets.ts';

const minute = 60_000;
const day = 86_400_000;

/** 1970-01-01, from which local days are counted, was a Thursday. */
const firstWeekday = weekdays.indexOf('THURSDAY');

/**
 * The moments of `span` at which the person's wall clock shows an hour inside their availability.
 * Without one they are always open.
 */
export function openWindows(availability: Availability | null, span: Span): Span[] {
  if (availability === null) return merge([span]);
  const open = zoneStretches(availability.timeZone, span).flatMap(({ start, end, offset }) => {
    const spans: Span[] = [];
    for (let date = Math.floor((start + offset) / day); date * day < end + offset; date += 1) {
      const midnight = date * day - offset;
      for (const window of hoursOf(availability, date)) {
        spans.push({
          start: Math.max(start, midnight + window.start * minute),
          end: Math.min(end, midnight + window.end * minute),
        });
      }
    }
    return spans;
  });
  return merge(open);
}

/** The hours that hold on a local day: an exception's instead of the week's. */
function hoursOf({ weekly, exceptions }: Availability, date: number): readonly DayWindow[] {
  const exception = exceptions.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  if (exception !== undefined) return exception.windows;
  const weekday = weekdays[(((date + firstWeekday) % 7) + 7) % 7];
  return weekly.filter((window) => window.day === weekday);
}
