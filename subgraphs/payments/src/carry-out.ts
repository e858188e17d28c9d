import type { DueWork } from '@skillswap/kit/due-work';

const afterMilliseconds = 60_000;

/** The due work that carries a refund out when its request did not. */
export const carryOutKey = (refundId: string) => `refund:${refundId}:carryOut`;

/** Carries a refund out that was set aside now, unless its request does so first. */
export function carryOutOf(refundId: string, now: Date): DueWork {
  return {
    key: carryOutKey(refundId),
    kind: 'refund.carryOut',
    dueAt: new Date(now.getTime() + afterMilliseconds),
    payload: { refundId },
  };
}
