import type { Actor } from './transact-as.ts';

const freshSeconds = 600;

/** True while a log-in or second factor is recent enough for what an intruder would do first. */
export function isFresh({ authTime }: Pick<Actor, 'authTime'>, now: Date): boolean {
  return now.getTime() / 1000 - authTime <= freshSeconds;
}
