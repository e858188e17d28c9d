import type { Money } from './money.ts';

/** Where a payment is in its life; the store lets it move forward only. */
export type PaymentIntentStatus =
  | 'INITIATED'
  | 'REQUIRES_ACTION'
  | 'AUTHORIZED'
  | 'CONFIRMED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'FAILED';

/** The held session that a payment is for, and what is kept of the payment. */
export interface Lesson {
  readonly sessionId: string;
  readonly teacherId: string;
  /** The platform's part in hundredths of a percent, as it was when the payment was begun. */
  readonly commissionBasisPoints: number;
}

/** A payment. */
export interface PaymentIntent {
  readonly id: string;
  readonly userId: string;
  readonly purpose: 'PAYMENT' | 'MEMBERSHIP';
  readonly amount: Money;
  readonly description: string | null;
  /** Null when it is for something else. */
  readonly lesson: Lesson | null;
  readonly status: PaymentIntentStatus;
  /** Counts the states it has had. */
  readonly version: number;
  readonly providerIntentId: string;
  /** With it the payer's device talks to the provider; a secret between the two. */
  readonly clientSecret: string | null;
  readonly createdAt: Date;
  /** When it is given up unless it is confirmed before. */
  readonly expiresAt: Date | null;
}

/** A payment as it begins. */
export type NewPaymentIntent = Omit<PaymentIntent, 'status' | 'version'>;

const lifeMilliseconds = 60 * 60 * 1000;

/** When a payment that begins now is given up. */
export function paymentExpiry(now: Date): Date {
  return new Date(now.getTime() + lifeMilliseconds);
}

/** True while a payment waits for its payer. */
export function isOpen({ status }: Pick<PaymentIntent, 'status'>): boolean {
  return status === 'INITIATED' || status === 'REQUIRES_ACTION';
}
