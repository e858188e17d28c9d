import { setTimeout as pause } from 'node:timers/promises';

/** Work that goes on while something breaks, and what of it was acknowledged and when. */
export interface Load {
  /** When each piece was acknowledged, in the order in which that happened. */
  readonly acknowledgedAt: readonly number[];
  /** Ends the load after the pieces that are under way. */
  stop(): Promise<void>;
}

const pieceDeadlineMilliseconds = 60_000;

/**
 * Runs writers side by side. Each does one piece after another and repeats it, as a client does,
 * until it is acknowledged; `piece` must be the same request whenever it is repeated.
 */
export function startLoad(writers: readonly (() => () => Promise<void>)[]): Load {
  const acknowledgedAt: number[] = [];
  let running = true;
  const write = async (next: () => () => Promise<void>) => {
    while (running) {
      const piece = next();
      await untilAcknowledged(piece);
      acknowledgedAt.push(performance.now());
      await pause(5);
    }
  };
  const all = Promise.all(writers.map(write));
  all.catch(() => undefined);
  return {
    acknowledgedAt,
    async stop() {
      running = false;
      await all;
    },
  };
}

/** Repeats a request that went wrong on our side. */
async function untilAcknowledged(piece: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + pieceDeadlineMilliseconds;
  for (;;) {
    try {
      await piece();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(50);
    }
  }
}

/** The longest time without an acknowledgement from `since` on, in seconds. */
export function longestGap({ acknowledgedAt }: Load, since: number): number {
  const later = [since, ...acknowledgedAt.filter((at) => at >= since)];
  const gaps = later.map((at, index) => at - (later[index - 1] ?? at));
  return Math.max(0, ...gaps) / 1000;
}

/** Waits until so many pieces were acknowledged after `since`. */
export async function untilFlowing(load: Load, since: number, pieces: number): Promise<void> {
  const deadline = performance.now() + pieceDeadlineMilliseconds;
  while (load.acknowledgedAt.filter((at) => at > since).length < pieces) {
    if (performance.now() > deadline) throw new Error('the load did not resume');
    await pause(50);
  }
}
