import type { User } from './user.ts';

/** Why somebody who has proved who they are still may not come in. */
export type ClosedAccountRefusal = 'ACCOUNT_SUSPENDED' | 'ACCOUNT_BANNED';

/** Why nobody logs in to this account; null while it is in use. An erased one is closed for good. */
export function closedAccount({ state }: Pick<User, 'state'>): ClosedAccountRefusal | null {
  if (state === 'ACTIVE') return null;
  return state === 'SUSPENDED' ? 'ACCOUNT_SUSPENDED' : 'ACCOUNT_BANNED';
}
