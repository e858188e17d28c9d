import { Temporal } from 'temporal-polyfill';
import type { Span } from './span.ts';

/** A span in which a zone's clock does not jump; local time is UTC plus `offset` milliseconds. */
export interface ZoneStretch extends Span {
  readonly offset: number;
}

/** Cuts a span where the zone's clock jumps, as it does twice a year in most of Europe. */
export function zoneStretches(timeZone: string, span: Span): ZoneStretch[] {
  const stretches: ZoneStretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(span.start).toZonedDateTimeISO(timeZone);
  while (at.epochMilliseconds < span.end) {
    const jump = at.getTimeZoneTransition('next') ?? null;
    stretches.push({
      start: at.epochMilliseconds,
      end: Math.min(jump?.epochMilliseconds ?? span.end, span.end),
      offset: at.offsetNanoseconds / 1_000_000,
    });
    if (jump === null) break;
    at = jump;
  }
  return stretches;
}
