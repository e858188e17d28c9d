import { badUserInput } from '@skillswap/kit/errors';

/** What was earned with one purpose in one currency over a span of time, in minor units. */
export interface FinanceRow {
  readonly currency: string;
  readonly purpose: 'PAYMENT' | 'MEMBERSHIP' | 'COMMISSION';
  readonly payments: number;
  readonly chargedMinor: number;
  readonly refunds: number;
  readonly refundedMinor: number;
}

/** How many memberships of a plan are in a state. */
export interface MembershipCount {
  readonly planCode: string;
  readonly status: string;
  readonly count: number;
}

/** A span of time; the end is not in it. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const longestDays = 400;

/** A span that a report may cover, or BAD_USER_INPUT. */
export function readSpan({ from, to }: Span): Span {
  const days = (to.getTime() - from.getTime()) / (24 * 60 * 60 * 1000);
  if (days > 0 && days <= longestDays) return { from, to };
  throw badUserInput('A report covers up to 400 days, and ends after it begins.', ['to']);
}
