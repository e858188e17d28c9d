import type { Dependencies } from './dependencies.ts';
import type { Partner } from './partner.ts';
import type { PartnerKey } from './partner-key.ts';
import type { OperationInRegistry } from './registered-operation-repository.ts';

/** Who may read the graph by API key, and which operations may be run by id. */
export interface Registry {
  readonly version: number;
  readonly partners: readonly (Pick<Partner, 'id' | 'slug' | 'scopes' | 'quota'> & {
    readonly keys: readonly (Pick<PartnerKey, 'id' | 'expiresAt'> & { readonly hash: string })[];
  })[];
  readonly operations: readonly OperationInRegistry[];
}

type Needs = Pick<
  Dependencies,
  'clock' | 'registry' | 'partners' | 'partnerKeys' | 'registeredOperations'
>;

/**
 * The registry as it is, or null when it has the known version. The version is read first, so what
 * is read after it may be newer and is then told again, never older.
 */
export async function readRegistry(
  { clock, registry, partners, partnerKeys, registeredOperations }: Needs,
  knownVersion: number | null,
): Promise<Registry | null> {
  const version = await registry.version();
  if (version === knownVersion) return null;
  const active = await partners.listActive();
  const ids = active.map(({ id }) => id);
  const [keys, operations] = await Promise.all([
    partnerKeys.listLive(ids, clock.now()),
    registeredOperations.listInRegistry(ids),
  ]);
  const keysOf = Map.groupBy(keys, ({ partnerId }) => partnerId);
  return {
    version,
    partners: active.map((partner) => ({ ...partner, keys: keysOf.get(partner.id) ?? [] })),
    operations,
  };
}
