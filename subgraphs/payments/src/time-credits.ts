/** A person's account of minutes taught less minutes learned. */
export interface TimeCreditAccount {
  readonly userId: string;
  readonly balanceMinutes: number;
}

/** A movement of minutes, into the account when positive. */
export interface TimeCreditEntry {
  readonly id: string;
  readonly minutes: number;
  readonly sessionId: string | null;
  readonly createdAt: Date;
}
