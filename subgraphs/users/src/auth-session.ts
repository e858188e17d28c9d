/** A log-in on one device: the family of refresh tokens that follow each other there. */
export interface AuthSession {
  readonly id: string;
  readonly userId: string;
  readonly deviceName: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** When the person last proved on this device who they are, by a log-in or a step-up. */
  readonly provedAt: Date;
  /** However often it is refreshed, a log-in ends here. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** A refresh token as the store knows it. */
export interface RefreshToken {
  readonly authSessionId: string;
  /** Set when the token was exchanged; with it anyone who still has the token finds its successor. */
  readonly rotation: { readonly at: Date; readonly nonce: string } | null;
  readonly expiresAt: Date;
}

const lifeMilliseconds = 90 * 86_400_000;
const graceMilliseconds = 10_000;

/** When a log-in of now ends for good. */
export function authSessionEnd(now: Date): Date {
  return new Date(now.getTime() + lifeMilliseconds);
}

/** What presenting a refresh token means. */
export type RefreshJudgement =
  /** Its first exchange. */
  | { readonly kind: 'ROTATE' }
  /** A repetition by a device that did not hear the answer, or that asked twice at once. */
  | { readonly kind: 'REPEAT'; readonly nonce: string }
  /** The use of a token that somebody else may have. */
  | { readonly kind: 'REUSE' };

/** Judges the presentation of a refresh token by what has happened to it before. */
export function judgeRefresh({ rotation }: RefreshToken, now: Date): RefreshJudgement {
  if (rotation === null) return { kind: 'ROTATE' };
  const age = now.getTime() - rotation.at.getTime();
  return age <= graceMilliseconds ? { kind: 'REPEAT', nonce: rotation.nonce } : { kind: 'REUSE' };
}

/** The longest name that a device may have. */
export const deviceNameMaximum = 100;
