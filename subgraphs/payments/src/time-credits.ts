/** A person's account of minutes taught less minutes learned. */
export interface TimeCreditAccount {
  readonly userId: string;
  readonly balanceMinutes: number;
}

/** Below this somebody is warned that they take much more than they give. */
const softLimitMinutes = -300;
/** Below this no session is proposed any more that would take from the account. */
const hardLimitMinutes = -600;

/** How somebody's balance stands to the limits. */
export function standingOf(balanceMinutes: number): 'GOOD' | 'LOW' | 'EXHAUSTED' {
  if (balanceMinutes <= hardLimitMinutes) return 'EXHAUSTED';
  return balanceMinutes < softLimitMinutes ? 'LOW' : 'GOOD';
}

/** How many minutes somebody can still learn before sessions are refused. */
export function remainingMinutes(balanceMinutes: number): number {
  return Math.max(0, balanceMinutes - hardLimitMinutes);
}

/** A movement of minutes, into the account when positive. */
export interface TimeCreditEntry {
  readonly id: string;
  readonly minutes: number;
  readonly sessionId: string | null;
  /** Of a correction: why it was made. */
  readonly reason: string | null;
  readonly createdAt: Date;
}
