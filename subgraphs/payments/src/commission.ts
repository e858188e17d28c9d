import { commissions, payable, revenue, type Movement } from './ledger.ts';
import type { PaymentIntent } from './payment-intent.ts';

/** A rate in hundredths of a percent is so many parts of this. */
const whole = 10_000;

/** How a payment for a session is divided, in minor units of its currency. */
export interface Shares {
  /** Rounded down. */
  readonly teacher: number;
  /** What is left. */
  readonly commission: number;
}

/** Divides a payment between its teacher and the platform; all of it is ours when it has no teacher. */
export function divide({ amount, lesson }: Pick<PaymentIntent, 'amount' | 'lesson'>): Shares {
  const { amountMinor } = amount;
  const kept = lesson?.commissionBasisPoints ?? whole;
  const teacher = Math.floor((amountMinor * (whole - kept)) / whole);
  return { teacher, commission: amountMinor - teacher };
}

/** Moves shares of a payment on the accounts of those whose they are. */
export function movementsOf(
  { amount: { currency }, purpose, lesson }: Pick<PaymentIntent, 'amount' | 'purpose' | 'lesson'>,
  { teacher, commission }: Shares,
): Movement[] {
  if (lesson === null) return [{ account: revenue(purpose, currency), amount: commission }];
  return [
    { account: payable(lesson.teacherId, currency), amount: teacher },
    { account: commissions(currency), amount: commission },
  ];
}

/** How much of a payment is back with its payer, in minor units. */
export interface GivenBack {
  readonly before: number;
  readonly after: number;
}

/**
 * What the teacher gives of money that goes back to the payer, in the proportion in which they were
 * given; below zero when money comes from there. It is reckoned from all that is back: parts add up,
 * whatever their order, and the last one takes the rest.
 */
export function takenFromTeacher(
  payment: Pick<PaymentIntent, 'amount' | 'lesson'>,
  { before, after }: GivenBack,
): number {
  const { amountMinor } = payment.amount;
  const { teacher } = divide(payment);
  const takenOf = (back: number) =>
    Math.floor((Math.min(back, amountMinor) * teacher) / amountMinor);
  return takenOf(after) - takenOf(before);
}
