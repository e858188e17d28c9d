import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Revocation } from './announce-revocation.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { transactAs, type Actor } from './transact-as.ts';

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

/** Ends the log-in of one of the actor's devices. */
export async function revokeDevice(
  needs: Needs,
  actor: Actor,
  authSessionId: string,
): Promise<Outcome<true, 'NOT_FOUND'>> {
  const revocation = { userId: actor.id, authSessionId };
  const ended = await transactAs(needs, actor, (tx) => revokeAuthSessions(needs, tx, revocation));
  if (ended === 0) return refused(refusal('NOT_FOUND', 'authSessionId'));
  await needs.announceRevocation(revocation);
  return done(true);
}

/** Ends the log-ins of all the actor's other devices. */
export async function endOtherAuthSessions(needs: Needs, actor: Actor): Promise<void> {
  const ended = await transactAs(needs, actor, (tx) => revokeOtherAuthSessions(needs, tx, actor));
  await announceEnded(needs, actor.id, ended);
}

/** The part that belongs into a transaction; returns how many log-ins ended. */
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
