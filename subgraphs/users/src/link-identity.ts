import { unauthenticated } from '@skillswap/kit/errors';
import { newId } from '@skillswap/kit/id';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import { identityLinkedMail, identityUnlinkedMail } from './credential-mails.ts';
import type { Dependencies } from './dependencies.ts';
import type { IdentityLink } from './identity.ts';
import { invalidFlow, proveIdentity, type Return, type ReturnRefusal } from './prove-identity.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { sendNotice } from './send-notice.ts';
import { isFresh } from './step-up.ts';
import { transactAs, type Actor } from './transact-as.ts';
import type { User } from './user.ts';

/** Why an identity is not linked. */
export type LinkIdentityRefusal =
  ReturnRefusal | 'STEP_UP_REQUIRED' | 'IDENTITY_TAKEN' | 'ALREADY_LINKED';

/** Why an identity is not unlinked. */
export type UnlinkIdentityRefusal = 'STEP_UP_REQUIRED' | 'NOT_FOUND' | 'LAST_LOG_IN';

type Needs = Pick<
  Dependencies,
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'credentials'
  | 'identityFlows'
  | 'identityLinks'
  | 'identityProviders'
  | 'log'
  | 'sendMail'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/**
 * Lets the actor log in by the identity of whom they are back from. They have begun this themselves,
 * logged in, and a short time ago; its address need not be the account's.
 */
export async function linkIdentity(
  needs: Needs,
  actor: Actor,
  returned: Return,
  clientAddress: string | null,
): Promise<Outcome<IdentityLink, LinkIdentityRefusal>> {
  const { clock, identityFlows, identityLinks } = needs;
  if (!isFresh(actor, clock.now())) return refused(refusal('STEP_UP_REQUIRED'));
  const user = await findActor(needs, actor);
  const proved = await proveIdentity(needs, returned, actor.id, clientAddress);
  if (proved.done === null) return proved;

  const { provider, subject, email } = proved.done;
  const now = clock.now();
  const link = { id: newId('idl'), userId: user.id, provider, subject, email };
  const linked = { ...link, createdAt: now, lastUsedAt: now };
  try {
    const isTaken = await transactAs(needs, actor, async (tx) => {
      if (!(await identityFlows.take(tx, returned.flowToken, now))) return false;
      await identityLinks.insert(tx, linked);
      return true;
    });
    if (!isTaken) return invalidFlow;
  } catch (error) {
    const index = duplicateKeyIndex(error);
    if (index === 'one_link_per_identity') return refused(refusal('IDENTITY_TAKEN'));
    if (index === 'one_link_per_provider') return refused(refusal('ALREADY_LINKED'));
    throw error;
  }
  sendNotice(needs, identityLinkedMail(user, needs.appUrl));
  return done(linked);
}

/** Takes one of the actor's identities away, unless nothing else would let them in again. */
export async function unlinkIdentity(
  needs: Needs,
  actor: Actor,
  id: string,
): Promise<Outcome<true, UnlinkIdentityRefusal>> {
  const { clock, credentials, identityLinks, users } = needs;
  if (!isFresh(actor, clock.now())) return refused(refusal('STEP_UP_REQUIRED'));
  const user = await findActor(needs, actor);
  const removed = await transactAs(
    needs,
    actor,
    async (tx): Promise<Outcome<true, UnlinkIdentityRefusal>> => {
      // Two devices that unlink two identities take turns here, so that one of them is the last.
      await users.holdLogIns(tx, user.id);
      const links = await identityLinks.listOf(user.id, tx);
      if (!links.some((link) => link.id === id)) return refused(refusal('NOT_FOUND', 'id'));
      if (links.length === 1 && !(await credentials.has(user.id, tx))) {
        return refused(refusal('LAST_LOG_IN', 'id'));
      }
      await identityLinks.remove(tx, id);
      return done(true);
    },
  );
  if (removed.done !== null) sendNotice(needs, identityUnlinkedMail(user, needs.appUrl));
  return removed;
}

async function findActor({ users }: Needs, { id }: Actor): Promise<User> {
  const [user] = await users.findByIds([id]);
  if (user?.state !== 'ACTIVE') throw unauthenticated();
  return user;
}
