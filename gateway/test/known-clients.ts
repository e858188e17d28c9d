import { createHash, randomBytes } from 'node:crypto';
import type { Clients } from '../src/registry/clients.ts';
import { toRegistry, type PartnerQuota, type Registry } from '../src/registry/registry.ts';

/** What a test registers. */
export interface Registration {
  readonly text: string;
  /** The partner's slug; null for an app of our own. */
  readonly partner: string | null;
  readonly state?: 'ACTIVE' | 'DEPRECATED' | 'RETIRED';
}

/** An API key of a partner. */
export interface TestKey {
  readonly secret: string;
  readonly partner: string;
  readonly expiresAt?: number;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A key as users makes them. */
export const newKey = (): string => `pk_abcdefgh_${randomBytes(32).toString('base64url')}`;

const generous: PartnerQuota = {
  requestsPerMinute: 1_000,
  requestsPerDay: 10_000,
  costPerMinute: 3_000,
};

/** Partners and operations that a test knows, in place of users' registry. */
export function knownClients(options: { readonly admit?: Clients['admit'] } = {}): Clients & {
  readonly counted: string[];
  set(
    keys: readonly TestKey[],
    operations: readonly Registration[],
    over?: { readonly scopes?: readonly 'READ'[]; readonly quota?: PartnerQuota },
  ): void;
  forget(): void;
} {
  let registry: Registry | null = null;
  let version = 0;
  const counted: string[] = [];
  return {
    counted,
    registry: () => registry,
    count: (id) => {
      counted.push(id);
    },
    admit: options.admit ?? (() => Promise.resolve()),
    forget() {
      registry = null;
    },
    set(keys, operations, { scopes = ['READ' as const], quota = generous } = {}) {
      version += 1;
      const slugs = new Set([
        ...keys.map(({ partner }) => partner),
        ...operations.flatMap(({ partner }) => partner ?? []),
      ]);
      registry = toRegistry({
        version,
        partners: [...slugs].map((slug) => ({
          id: `ptn_${slug}`,
          slug,
          scopes: [...scopes],
          quota,
          keys: keys
            .filter(({ partner }) => partner === slug)
            .map(({ secret, expiresAt = Infinity }) => ({
              id: `pky_${secret.slice(-6)}`,
              hash: createHash('sha256').update(secret).digest('base64url'),
              expiresAt,
            })),
        })),
        operations: operations.map(({ text, partner, state = 'ACTIVE' }) => ({
          id: `opr_${sha256(text).slice(0, 8)}`,
          hash: sha256(text),
          name: /\w+ (?<name>\w+)/.exec(text)?.groups?.['name'] ?? '',
          text: state === 'RETIRED' ? null : text,
          partnerId: partner === null ? null : `ptn_${partner}`,
          app: partner === null ? 'ios' : null,
          state,
          deprecatedAt: state === 'DEPRECATED' ? 1_700_000_000_000 : null,
        })),
      });
    },
  };
}
