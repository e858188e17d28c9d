import type { IncomingMessage } from 'node:http';

/**
 * The client's address: the socket's, or behind `trustedProxies` proxies of ours the one that the
 * outermost of them saw. What stands further left in the header is the client's own claim.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string | null {
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  const seen = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return seen ?? request.socket.remoteAddress ?? null;
}
