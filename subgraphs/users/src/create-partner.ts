import { newId } from '@skillswap/kit/id';
import { normaliseText } from '@skillswap/kit/text';
import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import {
  defaultQuota,
  isSlug,
  refusePartner,
  type Partner,
  type PartnerQuota,
  type PartnerScope,
} from './partner.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';

/** Why a partner is not made. */
export type CreatePartnerRefusal =
  'SLUG_TAKEN' | 'INVALID_SLUG' | 'EMPTY' | 'TOO_LONG' | 'INVALID_TEXT' | 'INVALID_QUOTA';

/** A partner to be. */
export interface NewPartner {
  readonly slug: string;
  readonly name: string;
  readonly scopes?: readonly PartnerScope[] | null | undefined;
  readonly quota?: PartnerQuota | null | undefined;
}

type Needs = RegistryNeeds & Pick<Dependencies, 'partners'>;

/** Makes a partner, who may read as much as partners usually do unless something else is given. */
export async function createPartner(
  needs: Needs,
  { slug, name, scopes, quota }: NewPartner,
): Promise<Outcome<Partner, CreatePartnerRefusal>> {
  const refusals = [
    ...(isSlug(slug) ? [] : [refusal('INVALID_SLUG', 'slug')]),
    ...refusePartner({ name, quota }),
  ];
  if (refusals.length > 0) return refused(...refusals);
  const partner: Partner = {
    id: newId('ptn'),
    slug,
    name: normaliseText(name),
    state: 'ACTIVE',
    scopes: [...new Set(scopes ?? ['READ' as const])],
    quota: quota ?? defaultQuota,
    createdAt: needs.clock.now(),
  };
  const isNew = await changeRegistry(needs, (tx) => needs.partners.insert(tx, partner));
  return isNew ? done(partner) : refused(refusal('SLUG_TAKEN', 'slug'));
}
