/** What somebody has earned by teaching for money, in one currency. */
export interface EarningsAccount {
  readonly userId: string;
  readonly currency: string;
  /** What they are owed, in minor units; below zero when they owe. */
  readonly balanceMinor: number;
}

/** A movement of somebody's earnings, to them when positive. */
export interface EarningsEntry {
  readonly id: string;
  readonly kind: 'PAYMENT' | 'REFUND' | 'DISPUTE' | 'PAYOUT';
  readonly amountMinor: number;
  readonly currency: string;
  /** What the platform kept beside it, or gave back when below zero; null when neither. */
  readonly commissionMinor: number | null;
  readonly sessionId: string | null;
  readonly createdAt: Date;
}
