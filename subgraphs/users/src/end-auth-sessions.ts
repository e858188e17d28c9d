import type { MongoTransaction } from '@skillswap/kit/mongo';
import { accessTokenLifeSeconds } from './access-token.ts';
import type { AuthSessionsOf } from './auth-session-repository.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { revokedLogIns, type Revocations } from './revocation.ts';
import { transactAs, type Actor } from './transact-as.ts';

type Needs = Pick<
  Dependencies,
  'clock' | 'transact' | 'authSessions' | 'revocations' | 'announceRevocations'
>;

/** Log-ins that have ended. */
export interface Ended extends Revocations {
  readonly count: number;
}

/** Ends one log-in of a person, or all of them, and tells the gateways. */
export async function endAuthSessions(
  needs: Needs,
  which: AuthSessionsOf,
): Promise<Outcome<true, 'ALREADY_ENDED'>> {
  const ended = await needs.transact((tx) => revokeAuthSessions(needs, tx, which));
  await needs.announceRevocations(ended);
  if (ended.count === 0 && which.only !== undefined) return refused(refusal('ALREADY_ENDED'));
  return done(true);
}

/** Ends the log-in of one of the actor's devices. */
export async function revokeDevice(
  needs: Needs,
  actor: Actor,
  authSessionId: string,
): Promise<Outcome<true, 'NOT_FOUND'>> {
  const which = { userId: actor.id, only: authSessionId };
  const ended = await transactAs(needs, actor, (tx) => revokeAuthSessions(needs, tx, which));
  if (ended.count === 0) return refused(refusal('NOT_FOUND', 'authSessionId'));
  await needs.announceRevocations(ended);
  return done(true);
}

/** Ends the log-ins of all the actor's other devices. */
export async function endOtherAuthSessions(needs: Needs, actor: Actor): Promise<void> {
  const which = { userId: actor.id, except: actor.authSessionId };
  const ended = await transactAs(needs, actor, (tx) => revokeAuthSessions(needs, tx, which));
  await needs.announceRevocations(ended);
}

/** The part that belongs into a transaction; what it returns is to be announced after the commit. */
export async function revokeAuthSessions(
  { clock, authSessions, revocations }: Pick<Needs, 'clock' | 'authSessions' | 'revocations'>,
  tx: MongoTransaction,
  which: AuthSessionsOf,
): Promise<Ended> {
  const now = clock.now();
  const ended = await authSessions.revoke(tx, which, now);
  const { userId, only, except } = which;
  const told = except === undefined ? [only ?? null] : ended.map(({ id }) => id);
  if (ended.length > 0) {
    for (const authSessionId of told) tx.emit('user.authSessionRevoked', { userId, authSessionId });
  }
  // Who has not used a log-in for as long as an access token lives has none from it.
  const oldest = now.getTime() - accessTokenLifeSeconds * 1000;
  const recent = ended.filter(({ lastUsedAt }) => lastUsedAt.getTime() >= oldest);
  const ids = recent.map(({ id }) => id);
  await revocations.addLogIns(tx, ids);
  return { count: ended.length, ...revokedLogIns(ids) };
}
