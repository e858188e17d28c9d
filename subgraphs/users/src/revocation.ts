import type { Role } from './roles.ts';

/** Access tokens that are no longer good, although their time is not over. */
export interface Revocations {
  /** Log-ins that have ended. */
  readonly authSessionIds: readonly string[];
  /** People whose tokens must name other roles than before. */
  readonly roles: readonly CurrentRoles[];
}

/** The roles that a person has now. */
export interface CurrentRoles {
  readonly userId: string;
  /** The person's; of two changes the one with the greater version counts. */
  readonly version: number;
  readonly roles: readonly Role[];
}

/** What is told of log-ins that have ended. */
export function revokedLogIns(authSessionIds: readonly string[]): Revocations {
  return { authSessionIds, roles: [] };
}
