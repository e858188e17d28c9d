import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Dependencies } from './dependencies.ts';
import { hashRecoveryCode, matchCounter } from './second-factor.ts';

/** Why a second factor is not proved. */
export type SecondFactorRefusal = 'TOTP_REQUIRED' | 'INVALID_TOTP';

type Needs = Pick<Dependencies, 'realTime' | 'sealedSecrets' | 'secondFactors'>;

/**
 * Checks the second factor of somebody whose password was right, and uses the code up; null when it
 * is proved, or when the person has none.
 */
export async function checkSecondFactor(
  { realTime, sealedSecrets, secondFactors }: Needs,
  tx: MongoTransaction,
  userId: string,
  code: string | null | undefined,
): Promise<SecondFactorRefusal | null> {
  const factor = await secondFactors.findIn(tx, userId);
  if (factor === null || factor.confirmedAt === null) return null;
  if (code == null || code.trim() === '') return 'TOTP_REQUIRED';
  const secret = sealedSecrets.open(factor.sealedSecret, userId);
  const counter = matchCounter(secret, code, realTime.now());
  const isProved =
    counter === null
      ? await secondFactors.useRecoveryCode(tx, userId, hashRecoveryCode(code))
      : await secondFactors.useCounter(tx, userId, counter);
  return isProved ? null : 'INVALID_TOTP';
}
