/** Where a membership is in its life. */
export type MembershipStatus =
  'PENDING' | 'ACTIVE' | 'CANCEL_AT_PERIOD_END' | 'PAST_DUE' | 'SUSPENDED' | 'EXPIRED';

/** A person's paid membership. A person has at most one that has not expired. */
export interface Membership {
  readonly id: string;
  readonly userId: string;
  readonly planCode: string;
  /** The payment that its present terms were bought with; null during a trial. */
  readonly paymentIntentId: string | null;
  readonly status: MembershipStatus;
  readonly startedAt: Date;
  /** The beginning of what is paid, or of the trial; null until there is either. */
  readonly currentPeriodStart: Date | null;
  /** The end of what is paid, or of the trial. */
  readonly currentPeriodEnd: Date | null;
  /** Whose day and time the ends of paid periods have; null until there is a period. */
  readonly billingAnchor: Date | null;
  /** Of a membership that began with a trial; also after the trial. */
  readonly trialEndsAt: Date | null;
  /** Takes the plan's place with the next period. */
  readonly nextPlanCode: string | null;
  /** What renewals are charged to, as the provider names it. */
  readonly paymentMethod: string | null;
  /** While its renewal is owed: until when it stays in force. */
  readonly graceEndsAt: Date | null;
}

/** What a payment of a membership buys. */
export interface MembershipCharge {
  readonly paymentIntentId: string;
  readonly membershipId: string;
  readonly kind: 'START' | 'RENEWAL' | 'UPGRADE';
  readonly planCode: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Of a renewal: the end of the period that it goes on from. */
  readonly periodStart: Date;
  /** Of an upgrade: until when it is paid. */
  readonly periodEnd: Date | null;
  /** How often the provider has declined it. */
  readonly attempts: number;
}
