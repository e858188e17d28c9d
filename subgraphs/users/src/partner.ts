import { refuseText, type TextRefusal } from '@skillswap/kit/text';
import { refusal, type Refusal } from './refusal.ts';

/** What a partner may do. */
export type PartnerScope = 'READ';

/** How much a partner may ask, all its keys together. */
export interface PartnerQuota {
  readonly requestsPerMinute: number;
  readonly requestsPerDay: number;
  readonly costPerMinute: number;
}

/** An organisation whose programs read the graph by API key. */
export interface Partner {
  readonly id: string;
  /** Unique and for ever. */
  readonly slug: string;
  readonly name: string;
  readonly state: 'ACTIVE' | 'SUSPENDED';
  readonly scopes: readonly PartnerScope[];
  readonly quota: PartnerQuota;
  readonly createdAt: Date;
}

/** What a partner starts with unless its maker says otherwise. */
export const defaultQuota: PartnerQuota = {
  requestsPerMinute: 600,
  requestsPerDay: 100_000,
  costPerMinute: 3_000,
};

const slugPattern = /^[a-z][a-z0-9-]{1,39}$/;
const quotaRanges: Readonly<Record<keyof PartnerQuota, { least: number; most: number }>> = {
  requestsPerMinute: { least: 1, most: 100_000 },
  requestsPerDay: { least: 1, most: 100_000_000 },
  // Less would forbid operations that everybody may run.
  costPerMinute: { least: 1_000, most: 10_000_000 },
};
const longestName = 100;

/** True for a short name that people can type: 2 to 40 of a to z, 0 to 9 and -. */
export function isSlug(text: string): boolean {
  return slugPattern.test(text);
}

/** Why a name or quota is refused; parts that are not given are not judged. */
export function refusePartner(given: {
  readonly name?: string | null | undefined;
  readonly quota?: PartnerQuota | null | undefined;
}): Refusal<TextRefusal | 'INVALID_QUOTA'>[] {
  const name = given.name == null ? null : refuseText(given.name, longestName);
  const quota = given.quota ?? defaultQuota;
  const parts = ['requestsPerMinute', 'requestsPerDay', 'costPerMinute'] as const;
  return [
    ...(name === null ? [] : [refusal(name, 'name')]),
    ...parts
      .filter(
        (part) => quota[part] < quotaRanges[part].least || quota[part] > quotaRanges[part].most,
      )
      .map((part) => refusal('INVALID_QUOTA', 'quota', part)),
  ];
}
