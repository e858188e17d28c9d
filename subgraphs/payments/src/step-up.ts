import { refuse, type Refusal } from './refusal.ts';

const freshSeconds = 10 * 60;

/** Money moves only shortly after a log-in or second factor. `authTime` is in seconds since 1970. */
export function refuseStaleLogIn(authTime: number, now: Date): Refusal | null {
  return now.getTime() / 1000 - authTime > freshSeconds ? refuse('STEP_UP_REQUIRED') : null;
}
