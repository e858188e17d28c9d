import type { DueWork } from '@skillswap/kit/due-work';

const afterMilliseconds = 60_000;

/** What is set aside before the provider is asked. */
type SetAside = 'refund' | 'payout';

/** The due work that carries out what was set aside when its request did not. */
export const carryOutKey = (what: SetAside, id: string) => `${what}:${id}:carryOut`;

/** Carries out what was set aside now, unless its request does so first. */
export function carryOutOf(what: SetAside, id: string, now: Date): DueWork {
  return {
    key: carryOutKey(what, id),
    kind: `${what}.carryOut`,
    dueAt: new Date(now.getTime() + afterMilliseconds),
    payload: { [`${what}Id`]: id },
  };
}
