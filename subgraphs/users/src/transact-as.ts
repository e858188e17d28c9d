import { unauthenticated } from '@skillswap/kit/errors';
import type { MongoTransaction, Transact } from '@skillswap/kit/mongo';
import type { Member } from '@skillswap/kit/viewer';
import type { Dependencies } from './dependencies.ts';

/** A person as their access token names them. */
export type Actor = Pick<Member, 'id' | 'authSessionId' | 'authTime'>;

type Needs = Pick<Dependencies, 'clock' | 'transact' | 'authSessions'>;

/**
 * Runs a sensitive change of the actor's, or throws UNAUTHENTICATED when the log-in has ended: an
 * access token outlives it by minutes. The log-in is written to, so that ending it at the same
 * moment comes either before or after the change.
 */
export function transactAs<Result>(
  { clock, transact, authSessions }: Needs,
  actor: Actor,
  work: (tx: MongoTransaction) => Promise<Result>,
): Promise<Result> {
  return transact(async (tx) => {
    const live = await authSessions.touch(tx, actor.authSessionId, clock.now());
    if (live?.userId !== actor.id) throw unauthenticated();
    return work(tx);
  });
}

/** {@link transactAs} for this actor, for use cases that operators run too. */
export function actingAs(needs: Needs, actor: Actor): Transact {
  return (work) => transactAs(needs, actor, work);
}
