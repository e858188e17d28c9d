import { z } from 'zod';

/** How much a partner may ask, all its keys together. */
export interface PartnerQuota {
  readonly requestsPerMinute: number;
  readonly requestsPerDay: number;
  readonly costPerMinute: number;
}

/** A partner who may ask something. */
export interface KnownPartner {
  readonly id: string;
  readonly slug: string;
  /** As the access rules name them. */
  readonly scopes: readonly string[];
  readonly quota: PartnerQuota;
}

/** An API key that was not revoked. */
export interface KnownKey {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
  readonly partner: KnownPartner;
}

/** An operation that a client may, or might once, run by the id of its document. */
export interface KnownOperation {
  readonly id: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  readonly name: string;
  /** Null when the operation is retired. */
  readonly text: string | null;
  /** When it was deprecated, in milliseconds since 1970; null when it is not. */
  readonly deprecatedAt: number | null;
  /** The partner whose it is; null for apps of our own. */
  readonly partner: KnownPartner | null;
  /** Its client for people: `partner acme`, `app ios`. */
  readonly client: string;
}

/** Operations by the SHA-256 of their text. */
export type OperationList = ReadonlyMap<string, KnownOperation>;

/** Who may read the graph by API key, and which operations may be run by id. */
export interface Registry {
  readonly version: number;
  /** By the SHA-256 of the key, as base64url. */
  readonly keys: ReadonlyMap<string, KnownKey>;
  readonly operationsOfPartner: ReadonlyMap<string, OperationList>;
  readonly operationsOfApps: OperationList;
  readonly operations: readonly KnownOperation[];
}

const instant = z.string().transform((text) => Date.parse(text));

/** What users answers to {@link registryQuery}. */
export const registryAnswer = z.object({
  internalRegistry: z
    .object({
      version: z.number().int(),
      partners: z.array(
        z.object({
          id: z.string(),
          slug: z.string(),
          scopes: z.array(z.enum(['READ'])),
          quota: z.object({
            requestsPerMinute: z.number(),
            requestsPerDay: z.number(),
            costPerMinute: z.number(),
          }),
          keys: z.array(z.object({ id: z.string(), hash: z.string(), expiresAt: instant })),
        }),
      ),
      operations: z.array(
        z.object({
          id: z.string(),
          hash: z.string(),
          name: z.string(),
          text: z.string().nullable(),
          partnerId: z.string().nullable(),
          app: z.string().nullable(),
          state: z.enum(['ACTIVE', 'DEPRECATED', 'RETIRED']),
          deprecatedAt: instant.nullable(),
        }),
      ),
    })
    .nullable(),
});

type Told = NonNullable<z.infer<typeof registryAnswer>['internalRegistry']>;

/** Asks users for the registry, unless it is known in this version. */
export const registryQuery = `query ($knownVersion: Int) {
  internalRegistry(knownVersion: $knownVersion) {
    version
    partners {
      id slug scopes
      quota { requestsPerMinute requestsPerDay costPerMinute }
      keys { id hash expiresAt }
    }
    operations { id hash name text partnerId app state deprecatedAt }
  }
}`;

/** The scopes of partners as the schema's rules name them. */
export const scopeNames = { READ: 'partner:read' } as const;

/** Arranges what users told for looking things up. */
export function toRegistry({ version, partners, operations: told }: Told): Registry {
  const partnerOf = new Map<string, KnownPartner>();
  const keys = new Map<string, KnownKey>();
  for (const { id, slug, quota, scopes, keys: owned } of partners) {
    const partner = { id, slug, quota, scopes: scopes.map((scope) => scopeNames[scope]) };
    partnerOf.set(id, partner);
    for (const key of owned) {
      keys.set(key.hash, { id: key.id, expiresAt: key.expiresAt, partner });
    }
  }
  const operations = told.flatMap((operation): KnownOperation[] => {
    const { id, hash, name, text, partnerId, app, deprecatedAt } = operation;
    const partner = partnerId === null ? null : partnerOf.get(partnerId);
    if (partner === undefined) return [];
    const client = partner === null ? `app ${app ?? ''}` : `partner ${partner.slug}`;
    const isDeprecated = operation.state === 'DEPRECATED';
    return [
      { id, hash, name, text, partner, client, deprecatedAt: isDeprecated ? deprecatedAt : null },
    ];
  });
  const ofPartners = Map.groupBy(operations, ({ partner }) => partner?.id ?? '');
  return {
    version,
    keys,
    operations,
    operationsOfPartner: new Map([...ofPartners].map(([id, own]) => [id, byHash(own)])),
    operationsOfApps: byHash(ofPartners.get('') ?? []),
  };
}

/** Where several apps have the same operation, one in which it may be run. */
function byHash(operations: readonly KnownOperation[]): OperationList {
  const list = new Map<string, KnownOperation>();
  for (const operation of operations) {
    const known = list.get(operation.hash);
    if (known === undefined || known.text === null) list.set(operation.hash, operation);
  }
  return list;
}
