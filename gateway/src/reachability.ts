import type { Log } from '@skillswap/kit/log';

/** Tells the log that something cannot be read, and that it can be again; each of them once. */
export interface Reachability {
  reached(): void;
  failed(cause: unknown): void;
}

/** What is started together with this process is not away before this. */
const startMilliseconds = 15_000;

/** `what` is called by that name in the log; `now` is in milliseconds. */
export function watchReachability(
  log: Log,
  what: string,
  now: () => number = () => performance.now(),
): Reachability {
  const begun = now();
  let wasReached = false;
  let isAway = false;
  return {
    reached: () => {
      if (isAway) log.info(`${what} is read again`);
      wasReached = true;
      isAway = false;
    },
    failed: (cause) => {
      const isStarting = !wasReached && now() - begun < startMilliseconds;
      if (isAway || isStarting) return;
      log.warn({ err: cause }, `${what} cannot be read`);
      isAway = true;
    },
  };
}
