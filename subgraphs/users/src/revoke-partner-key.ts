import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import type { PartnerKey } from './partner-key.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';

/** Why a key is not ended. */
export type RevokePartnerKeyRefusal = 'NOT_FOUND' | 'ALREADY_REVOKED';

type Needs = RegistryNeeds & Pick<Dependencies, 'partnerKeys'>;

/** Ends a key before its time. */
export async function revokePartnerKey(
  needs: Needs,
  keyId: string,
): Promise<Outcome<PartnerKey, RevokePartnerKeyRefusal>> {
  const { revoked, known } = await changeRegistry(needs, async (tx) => ({
    revoked: await needs.partnerKeys.revoke(tx, keyId, needs.clock.now()),
    known: await needs.partnerKeys.findIn(tx, keyId),
  }));
  if (revoked !== null) return done(revoked);
  return refused(refusal(known === null ? 'NOT_FOUND' : 'ALREADY_REVOKED', 'keyId'));
}
