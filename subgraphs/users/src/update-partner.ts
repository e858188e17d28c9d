import { normaliseText, type TextRefusal } from '@skillswap/kit/text';
import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import { refusePartner, type Partner, type PartnerQuota, type PartnerScope } from './partner.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';

/** Why a partner is not changed. */
export type UpdatePartnerRefusal = 'NOT_FOUND' | TextRefusal | 'INVALID_QUOTA';

/** A partner and what changes; what is null or absent stays. */
export interface PartnerUpdate {
  readonly partnerId: string;
  readonly name?: string | null | undefined;
  readonly scopes?: readonly PartnerScope[] | null | undefined;
  readonly quota?: PartnerQuota | null | undefined;
  readonly suspended?: boolean | null | undefined;
}

type Needs = RegistryNeeds & Pick<Dependencies, 'partners'>;

/** Changes what a partner is called and may do. */
export async function updatePartner(
  needs: Needs,
  { partnerId, name, scopes, quota, suspended }: PartnerUpdate,
): Promise<Outcome<Partner, UpdatePartnerRefusal>> {
  const refusals = refusePartner({ name, quota });
  if (refusals.length > 0) return refused(...refusals);
  const changes = {
    ...(name != null && { name: normaliseText(name) }),
    ...(scopes != null && { scopes: [...new Set(scopes)] }),
    ...(quota != null && { quota }),
    ...(suspended != null && { state: suspended ? ('SUSPENDED' as const) : ('ACTIVE' as const) }),
  };
  const changed = await changeRegistry(needs, (tx) =>
    needs.partners.update(tx, partnerId, changes),
  );
  return changed === null ? refused(refusal('NOT_FOUND', 'partnerId')) : done(changed);
}
