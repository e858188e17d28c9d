import type { Redis } from 'ioredis';
import { followChannel } from '../follow-channel.ts';

/** Where users announces that the registry has changed. */
const registryChannel = 'registry-changed';

/** Calls back when users says that the registry has changed, and whenever a message may be lost. */
export function followChanges(redis: Redis, changed: () => void): AsyncDisposable {
  return followChannel(redis, registryChannel, { heard: changed, maybeMissed: changed });
}
