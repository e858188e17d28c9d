const first = 500;
const longest = 5000;
const healthyAfter = 30_000;

/** Milliseconds before a process is started again, doubling while it keeps dying young. */
export function restartDelay(earlierDeaths: number): number {
  return Math.min(first * 2 ** earlierDeaths, longest);
}

/** How many deaths in a row count, given how long the process that just died had lived. */
export function deathsInARow(earlierDeaths: number, livedMilliseconds: number): number {
  return livedMilliseconds >= healthyAfter ? 0 : earlierDeaths;
}
