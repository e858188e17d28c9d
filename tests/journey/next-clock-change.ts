const hour = 3_600_000;

/**
 * The next instant, to the hour, at which a time zone's offset to UTC changes within a year after
 * `from`. Throws for a zone that keeps one time all year.
 */
export function nextClockChange(timeZone: string, from: Date): Date {
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsetAt = (time: number) =>
    zone.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value;
  const start = Math.ceil(from.getTime() / hour) * hour;
  const offset = offsetAt(start);
  for (let time = start; time < start + 366 * 24 * hour; time += hour) {
    if (offsetAt(time) !== offset) return new Date(time);
  }
  throw new Error(`${timeZone} does not change its clocks`);
}
