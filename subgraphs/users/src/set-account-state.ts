import type { Dependencies } from './dependencies.ts';
import { revokeAuthSessions } from './end-auth-sessions.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { settle } from './settle.ts';
import type { AccountState, User } from './user.ts';

/** Why the state of an account is not changed. */
export type SetAccountStateRefusal = 'NOT_FOUND' | 'CANNOT_CHANGE_YOURSELF' | 'INVALID_STATE';

/** A change of an account's state by a member of staff. */
export interface AccountStateChange {
  readonly byId: string;
  readonly userId: string;
  readonly state: AccountState;
}

type Needs = Pick<
  Dependencies,
  | 'announceRevocations'
  | 'authSessions'
  | 'clock'
  | 'log'
  | 'relay'
  | 'revocations'
  | 'transact'
  | 'users'
>;

/**
 * Suspends, bans or reinstates a person. Who is not active is logged out, and no longer found, met or
 * suggested anywhere when this returns.
 */
export async function setAccountState(
  needs: Needs,
  { byId, userId, state }: AccountStateChange,
): Promise<Outcome<User, SetAccountStateRefusal>> {
  if (byId === userId) return refused(refusal('CANNOT_CHANGE_YOURSELF', 'userId'));
  if (state === 'DELETED') return refused(refusal('INVALID_STATE', 'state'));
  const changed = await needs.transact(async (tx) => {
    const from = ['ACTIVE', 'SUSPENDED', 'BANNED'] as const;
    const user = await needs.users.update(tx, userId, from, { state });
    if (user === null) return null;
    const { version } = user;
    const eventId = tx.emit('user.stateChanged', { userId, version, state });
    const ended = state === 'ACTIVE' ? null : await revokeAuthSessions(needs, tx, { userId });
    return { user, eventId, ended };
  });
  if (changed === null) return refused(refusal('NOT_FOUND', 'userId'));
  if (changed.ended !== null) await needs.announceRevocations(changed.ended);
  await settle(needs, changed.eventId);
  return done(changed.user);
}
