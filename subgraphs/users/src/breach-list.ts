import { createHash } from 'node:crypto';
import type { Log } from '@skillswap/kit/log';
import { normalisePassword } from './password.ts';

/** Tells whether a password is on a list of stolen ones. */
export type IsBreachedPassword = (password: string) => Promise<boolean>;

const patienceMilliseconds = 1_000;

/** For those who configure no list: the passwords that are guessed first are refused anyway. */
export const noBreachList: IsBreachedPassword = () => Promise.resolve(false);

/**
 * Asks a list by the range protocol of Pwned Passwords: five characters of a digest leave, so that
 * the list never learns the password. A list that does not answer stops nobody; it is a second net
 * below the rules that hold here.
 */
export function createBreachList(url: string, log: Log): IsBreachedPassword {
  const base = url.endsWith('/') ? url : `${url}/`;
  return async (password) => {
    const digest = createHash('sha1').update(normalisePassword(password)).digest('hex');
    const [prefix, suffix] = [digest.slice(0, 5).toUpperCase(), digest.slice(5).toUpperCase()];
    try {
      const response = await fetch(new URL(prefix, base), {
        headers: { 'add-padding': 'true' },
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (!response.ok) throw new Error(`the list answered ${String(response.status)}`);
      return lists(await response.text(), suffix);
    } catch (error) {
      log.warn({ err: error }, 'the list of stolen passwords did not answer');
      return false;
    }
  };
}

/** Lines are `<rest of the digest>:<times seen>`; padding has been seen zero times. */
function lists(range: string, suffix: string): boolean {
  return range.split(/\r?\n/).some((line) => {
    const [rest, times] = line.split(':', 2);
    return rest === suffix && times?.trim() !== '0';
  });
}
