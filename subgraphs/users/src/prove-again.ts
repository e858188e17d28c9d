import { unauthenticated } from '@skillswap/kit/errors';
import type { AccessToken } from './access-token.ts';
import { checkSecondFactor, type SecondFactorRefusal } from './check-second-factor.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import { transactAs, type Actor } from './transact-as.ts';

/** Why somebody has not proved again who they are. */
export type StepUpRefusal = SecondFactorRefusal | 'WRONG_PASSWORD';

/** What somebody proves it with. */
export interface Proof {
  readonly password: string;
  readonly totp?: string | null | undefined;
}

type Needs = Pick<
  Dependencies,
  | 'authSessions'
  | 'clock'
  | 'credentials'
  | 'issueAccessToken'
  | 'passwords'
  | 'realTime'
  | 'sealedSecrets'
  | 'secondFactors'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/**
 * Makes a log-in as fresh as a new one for somebody who proves again what a log-in asks for. The
 * refresh token stays the same; tokens from now on carry the new time.
 */
export async function proveAgain(
  needs: Needs,
  actor: Actor,
  { password, totp }: Proof,
  clientAddress: string | null,
): Promise<Outcome<AccessToken, StepUpRefusal>> {
  const { authSessions, clock, credentials, passwords, throttles, users } = needs;
  const [user] = await users.findByIds([actor.id]);
  if (user?.state !== 'ACTIVE') throw unauthenticated();
  const passwordHash = await credentials.findPasswordHash(user.id);
  const matches = await passwords.matches(passwordHash, password, () =>
    throttles.admitLogIn(user.email, clientAddress),
  );
  if (!matches) return refused(refusal('WRONG_PASSWORD', 'password'));
  await throttles.forgiveLogIn(user.email, clientAddress);

  if (totp != null) await throttles.admitCode(user.id);
  const proved = await transactAs(needs, actor, async (tx) => {
    const code = await checkSecondFactor(needs, tx, user.id, totp);
    if (code !== null) return { code };
    return { authSession: await authSessions.prove(tx, actor.authSessionId, clock.now()) };
  });
  if (proved.code !== undefined) return refused(refusal(proved.code, 'totp'));
  if (totp != null) await throttles.forgiveCode(user.id);
  if (proved.authSession === null) throw unauthenticated();
  return done(await needs.issueAccessToken(user, proved.authSession));
}
