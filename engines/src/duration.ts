const milliseconds = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/**
 * Reads a shift of time such as `+15d`, `-2h` or `+1d12h30m`, in milliseconds; null when it is none.
 * Each unit comes at most once, the larger first.
 */
export function parseDuration(text: string): number | null {
  const match = /^([+-])(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
  if (match === null || text.length === 1) return null;
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  const length =
    Number(days) * milliseconds.d +
    Number(hours) * milliseconds.h +
    Number(minutes) * milliseconds.m +
    Number(seconds) * milliseconds.s;
  return sign === '-' ? -length : length;
}

/** Says a shift of time as it is written. */
export function formatDuration(duration: number): string {
  let rest = Math.abs(duration);
  const parts = Object.entries(milliseconds).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? '' : `${String(count)}${unit}`;
  });
  return `${duration < 0 ? '-' : '+'}${parts.join('') || '0s'}`;
}
