/** Where a membership is in its life. */
export type MembershipStatus =
  'PENDING' | 'ACTIVE' | 'CANCEL_AT_PERIOD_END' | 'PAST_DUE' | 'SUSPENDED' | 'EXPIRED';

/** A person's paid membership. A person has at most one that has not expired. */
export interface Membership {
  readonly id: string;
  readonly userId: string;
  readonly planCode: string;
  /** The payment that it began with. */
  readonly paymentIntentId: string;
  readonly status: MembershipStatus;
  readonly startedAt: Date;
  readonly currentPeriodEnd: Date | null;
}
