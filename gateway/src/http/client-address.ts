import type { IncomingHttpHeaders } from 'node:http';

/**
 * The client's address: the socket's, or behind `trustedProxies` proxies of ours the one that the
 * outermost of them saw. What stands further left in the header is the client's own claim.
 */
export function clientAddress(
  {
    headers,
    remoteAddress,
  }: { readonly headers: IncomingHttpHeaders; readonly remoteAddress: string | undefined },
  trustedProxies: number,
): string | null {
  if (trustedProxies === 0) return remoteAddress ?? null;
  const header = headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  return hops.at(-trustedProxies) ?? remoteAddress ?? null;
}
