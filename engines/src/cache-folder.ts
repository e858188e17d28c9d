import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloaded engine programs are kept, shared by all checkouts of one person. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME: cache } = process.env;
  return join(cache === undefined || cache === '' ? join(homedir(), '.cache') : cache, 'skillswap');
}
