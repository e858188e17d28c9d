import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Revocation } from './announce-revocation.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import type { Actor } from './transact-as.ts';

type Needs = Pick<Dependencies, 'clock' | 'transact' | 'authSessions' | 'announceRevocation'>;

/** Ends one log-in of a person, or all of them, and tells the gateway. */
export async function endAuthSessions(
  needs: Needs,
  revocation: Revocation,
): Promise<Outcome<true, 'ALREADY_ENDED'>> {
  const ended = await needs.transact((tx) => revokeAuthSessions(needs, tx, revocation));
  await needs.announceRevocation(revocation);
  if (ended === 0 && revocation.authSessionId !== null) return refused(refusal('ALREADY_ENDED'));
  return done(true);
}

/** The part of it that belongs into a transaction; returns how many log-ins ended. */
export async function revokeAuthSessions(
  { clock, authSessions }: Pick<Needs, 'clock' | 'authSessions'>,
  tx: MongoTransaction,
  { userId, authSessionId }: Revocation,
): Promise<number> {
  const ended = await authSessions.revoke(tx, userId, authSessionId, clock.now());
  if (ended > 0) tx.emit('user.authSessionRevoked', { userId, authSessionId });
  return ended;
}

/** Ends the log-ins of all devices but the actor's; returns those that ended. */
export async function revokeOtherAuthSessions(
  { clock, authSessions }: Pick<Needs, 'clock' | 'authSessions'>,
  tx: MongoTransaction,
  { id: userId, authSessionId: keptId }: Actor,
): Promise<readonly string[]> {
  const ended = await authSessions.revokeOthers(tx, userId, keptId, clock.now());
  for (const authSessionId of ended) tx.emit('user.authSessionRevoked', { userId, authSessionId });
  return ended;
}

/** Tells the gateway of log-ins that have ended. */
export async function announceEnded(
  { announceRevocation }: Pick<Needs, 'announceRevocation'>,
  userId: string,
  ended: readonly string[],
): Promise<void> {
  await Promise.all(ended.map((authSessionId) => announceRevocation({ userId, authSessionId })));
}
