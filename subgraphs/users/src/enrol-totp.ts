import { unauthenticated } from '@skillswap/kit/errors';
import { secondFactorAddedMail, secondFactorRemovedMail } from './credential-mails.ts';
import { checkSecondFactor } from './check-second-factor.ts';
import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import {
  hashRecoveryCode,
  matchCounter,
  newRecoveryCodes,
  newTotpSecret,
  totpUri,
} from './second-factor.ts';
import { sendNotice } from './send-notice.ts';
import { isFresh } from './step-up.ts';
import { transactAs, type Actor } from './transact-as.ts';
import type { User } from './user.ts';

/** Why an enrolment does not begin. */
export type EnrolTotpRefusal = 'STEP_UP_REQUIRED' | 'ALREADY_ENABLED';

/** Why an enrolment is not finished. */
export type ConfirmTotpRefusal = 'NOT_ENROLLED' | 'INVALID_TOTP';

/** Why a second factor is not taken away. */
export type DisableTotpRefusal = 'NOT_ENABLED' | 'INVALID_TOTP';

/** What an app needs to make codes. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

type Needs = Pick<
  Dependencies,
  | 'appUrl'
  | 'authSessions'
  | 'clock'
  | 'log'
  | 'realTime'
  | 'sealedSecrets'
  | 'secondFactors'
  | 'sendMail'
  | 'throttles'
  | 'transact'
  | 'users'
>;

/** Makes a secret for the actor's app. Nothing asks for its codes until one has been shown. */
export async function enrolTotp(
  needs: Needs,
  actor: Actor,
): Promise<Outcome<Enrolment, EnrolTotpRefusal>> {
  if (!isFresh(actor, needs.clock.now())) return refused(refusal('STEP_UP_REQUIRED'));
  const { email } = await findActor(needs, actor);
  const secret = newTotpSecret();
  const isBegun = await transactAs(needs, actor, async (tx) => {
    const factor = await needs.secondFactors.findIn(tx, actor.id);
    if (factor !== null && factor.confirmedAt !== null) return false;
    await needs.secondFactors.begin(tx, actor.id, needs.sealedSecrets.seal(secret, actor.id));
    return true;
  });
  if (!isBegun) return refused(refusal('ALREADY_ENABLED'));
  return done({ secret, uri: totpUri(secret, email) });
}

/** Finishes the enrolment by a code of the app; answers the recovery codes, once. */
export async function confirmTotp(
  needs: Needs,
  actor: Actor,
  code: string,
): Promise<Outcome<readonly string[], ConfirmTotpRefusal>> {
  const { clock, realTime, sealedSecrets, secondFactors, throttles } = needs;
  const user = await findActor(needs, actor);
  const factor = await secondFactors.find(actor.id);
  if (factor === null || factor.confirmedAt !== null) return refused(refusal('NOT_ENROLLED'));
  await throttles.admitCode(actor.id);
  const secret = sealedSecrets.open(factor.sealedSecret, actor.id);
  const lastCounter = matchCounter(secret, code, realTime.now());
  if (lastCounter === null) return refused(refusal('INVALID_TOTP', 'code'));
  await throttles.forgiveCode(actor.id);

  const codes = newRecoveryCodes();
  const recoveryHashes = codes.map(hashRecoveryCode);
  const confirmed = { ...factor, confirmedAt: clock.now(), lastCounter, recoveryHashes };
  const isConfirmed = await transactAs(needs, actor, (tx) => secondFactors.confirm(tx, confirmed));
  if (!isConfirmed) return refused(refusal('NOT_ENROLLED'));
  sendNotice(needs, secondFactorAddedMail(user, needs.appUrl));
  return done(codes);
}

/** Takes the second factor away from somebody who proves it once more. */
export async function disableTotp(
  needs: Needs,
  actor: Actor,
  code: string,
): Promise<Outcome<true, DisableTotpRefusal>> {
  const { secondFactors, throttles } = needs;
  const user = await findActor(needs, actor);
  const factor = await secondFactors.find(actor.id);
  if (factor === null || factor.confirmedAt === null) return refused(refusal('NOT_ENABLED'));
  await throttles.admitCode(actor.id);
  const isProved = await transactAs(needs, actor, async (tx) => {
    if ((await checkSecondFactor(needs, tx, actor.id, code)) !== null) return false;
    await secondFactors.remove(tx, actor.id);
    return true;
  });
  if (!isProved) return refused(refusal('INVALID_TOTP', 'code'));
  await throttles.forgiveCode(actor.id);
  sendNotice(needs, secondFactorRemovedMail(user, needs.appUrl));
  return done(true);
}

async function findActor({ users }: Needs, { id }: Actor): Promise<User> {
  const [user] = await users.findByIds([id]);
  if (user?.state !== 'ACTIVE') throw unauthenticated();
  return user;
}
