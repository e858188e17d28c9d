import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Viewer } from '@skillswap/kit/viewer';
import { audienceOf } from '../contracts.ts';
import type { Allowance } from './buckets.ts';

/** Whoever spends. */
export interface Spender {
  readonly viewer: Viewer;
  readonly clientAddress: string | null;
  /** What was agreed with a partner; null for everybody else. */
  readonly agreed?: Allowance | null;
}

const anybody: Allowance = { size: 500, refillPerSecond: 25 };
const somebody: Allowance = { size: 1_000, refillPerSecond: 50 };
const staff: Allowance = { size: 10_000, refillPerSecond: 500 };

/** What a spender may spend: a member, a partner, or everybody at one address together. */
export function allowanceOf({ viewer, agreed = null }: Spender): Allowance {
  if (agreed !== null) return agreed;
  if (viewer.kind === 'anonymous') return anybody;
  return audienceOf(viewer) === 'admin' ? staff : somebody;
}

/** Names a spender's bucket without telling who it is. */
export function bucketOf({ viewer, clientAddress }: Spender): string {
  const name =
    viewer.kind === 'anonymous'
      ? `address ${networkOf(clientAddress ?? '')}`
      : `${viewer.kind} ${'id' in viewer ? viewer.id : viewer.name}`;
  return createHash('sha256').update(name).digest('base64url');
}

/** One household has all addresses of an IPv6 network of 64 bits. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.groups?.['v4'];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = address.includes('::') ? [...left, ...zeros, ...right] : left;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
