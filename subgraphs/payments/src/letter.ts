import type { DueWork } from '@skillswap/kit/due-work';
import type { Money } from './money.ts';

/** What people are written to about. */
export const letterKinds = [
  'PAYMENT_RECEIPT',
  'PAYMENT_REFUNDED',
  'TRIAL_ENDING',
  'RENEWAL_DECLINED',
  'RENEWAL_REMINDER',
  'MEMBERSHIP_SUSPENDED',
  'MEMBERSHIP_RESTORED',
] as const;

/** See {@link letterKinds}. */
export type LetterKind = (typeof letterKinds)[number];

/** A letter about money, as far as it is the same in each language. */
export type Letter =
  | {
      readonly kind: 'PAYMENT_RECEIPT';
      readonly amount: Money;
      readonly description: string | null;
      readonly invoiceNumber: string;
      /** Where the invoice can be read. */
      readonly link: string;
    }
  | {
      readonly kind: 'PAYMENT_REFUNDED';
      readonly amount: Money;
      readonly reason: string | null;
      readonly creditNoteNumber: string;
      /** Where the credit note can be read. */
      readonly link: string;
    }
  | MembershipLetter;

/** A letter about a membership. */
export interface MembershipLetter {
  readonly kind: Exclude<LetterKind, 'PAYMENT_RECEIPT' | 'PAYMENT_REFUNDED'>;
  readonly planName: string;
  /** What is owed, or what will be charged. */
  readonly amount: Money;
  /** The day by which the reader acts, or until which what the letter says holds. */
  readonly until: Date;
  /** Where the membership can be looked at. */
  readonly link: string;
}

/** What a letter is about. */
export interface LetterSubject {
  /** The id of the payment, the refund or the membership. */
  readonly id: string;
  /** Of a letter about a renewal: the end of the period that it follows. */
  readonly period?: Date;
  /** Tells the letters of one kind about the same thing apart. */
  readonly turn?: number;
}

/**
 * Due work that writes a letter. Planned in the transaction of the cause, so that each cause is
 * written about once; when its time comes it says what is true then, or nothing.
 */
export function letterWork(kind: LetterKind, subject: LetterSubject, dueAt: Date): DueWork {
  const { id, period, turn } = subject;
  const places = [kind, id, period?.getTime(), turn].filter((place) => place !== undefined);
  return {
    key: `letter:${places.join(':')}`,
    kind: 'letter',
    dueAt,
    payload: { letter: kind, id, ...(period !== undefined && { period: period.getTime() }) },
  };
}
