import { newId } from '@skillswap/kit/id';
import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import { mostLiveKeys, newPartnerKey, type PartnerKey } from './partner-key.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';

/** Why a key is not made, besides that its maker must log in anew. */
export type CreatePartnerKeyRefusal = 'NOT_FOUND' | 'TOO_MANY_KEYS' | 'INVALID_EXPIRY';

/** For whom a key is, and until when. */
export interface WantedKey {
  readonly partnerId: string;
  readonly expiresAt?: Date | null | undefined;
}

/** A key and, this once, its secret. */
export interface MadeKey {
  readonly key: PartnerKey;
  readonly secret: string;
}

type Needs = RegistryNeeds & Pick<Dependencies, 'partners' | 'partnerKeys'>;

const dayMilliseconds = 86_400_000;
const usualLife = 365 * dayMilliseconds;
const longestLife = 2 * usualLife;

/** Makes a key for a partner who has fewer than two that live. */
export async function createPartnerKey(
  needs: Needs,
  { partnerId, expiresAt: wanted }: WantedKey,
): Promise<Outcome<MadeKey, CreatePartnerKeyRefusal>> {
  const now = needs.clock.now();
  const expiresAt = wanted ?? new Date(now.getTime() + usualLife);
  if (expiresAt <= now || expiresAt.getTime() > now.getTime() + longestLife) {
    return refused(refusal('INVALID_EXPIRY', 'expiresAt'));
  }
  const { secret, prefix, hash } = newPartnerKey();
  const key = { id: newId('pky'), partnerId, prefix, createdAt: now, expiresAt, revokedAt: null };
  const code = await changeRegistry(needs, async (tx) => {
    if ((await needs.partners.findIn(tx, partnerId)) === null) return 'NOT_FOUND';
    if ((await needs.partnerKeys.countLive(tx, partnerId, now)) >= mostLiveKeys) {
      return 'TOO_MANY_KEYS';
    }
    await needs.partnerKeys.insert(tx, key, hash);
    return null;
  });
  return code === null ? done({ key, secret }) : refused(refusal(code, 'partnerId'));
}
