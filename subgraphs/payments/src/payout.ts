import type { Money } from './money.ts';

/** Money that is sent to somebody who is owed it. */
export interface Payout {
  readonly id: string;
  readonly userId: string;
  /** Where it goes, as the provider names it. */
  readonly providerAccount: string;
  readonly amount: Money;
  readonly status: 'REQUESTED' | 'SENT' | 'FAILED';
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** When it was sent or had failed; null before. */
  readonly settledAt: Date | null;
}

/** A payout that somebody asks for. */
export type NewPayout = Pick<Payout, 'id' | 'userId' | 'amount' | 'requestedBy' | 'requestedAt'>;
