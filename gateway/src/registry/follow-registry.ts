import type { Log } from '@skillswap/kit/log';
import { keepLooking } from '../keep-looking.ts';
import { watchReachability } from '../reachability.ts';
import type { AskUsers } from './ask-users.ts';
import { registryAnswer, registryQuery, toRegistry, type Registry } from './registry.ts';

/** The registry as it was read last. */
export interface RegistryFollower extends AsyncDisposable {
  /** Null until it could be read for the first time. */
  current(): Registry | null;
  /** Looks again now; what changed is known when the promise is fulfilled, unless users is away. */
  refresh(): Promise<void>;
  /** Calls back after each change. */
  onChange(listener: (registry: Registry) => void): void;
}

/** What {@link followRegistry} needs. */
export interface FollowOptions {
  readonly askUsers: AskUsers;
  readonly log: Log;
  readonly lookEveryMilliseconds?: number;
}

/** Between two looks until there is anything to serve. */
const impatience = 250;

/**
 * Keeps the registry in memory. It looks every two seconds, which bounds how long a revoked key opens
 * anything when no wake-up arrives; while users is away the last registry stays.
 */
export async function followRegistry(options: FollowOptions): Promise<RegistryFollower> {
  const { askUsers, log, lookEveryMilliseconds = 2_000 } = options;
  const listeners = new Set<(registry: Registry) => void>();
  let registry: Registry | null = null;
  const reachability = watchReachability(log, 'the registry');

  const read = async (): Promise<void> => {
    try {
      const knownVersion = registry?.version ?? null;
      const told = await askUsers(registryAnswer, registryQuery, { knownVersion });
      reachability.reached();
      if (told.internalRegistry === null) return;
      registry = toRegistry(told.internalRegistry);
      const { version, keys, operations } = registry;
      log.info({ version, keys: keys.size, operations: operations.length }, 'registry read');
      for (const listener of listeners) listener(registry);
    } catch (error) {
      reachability.failed(error);
    }
  };

  const looking = await keepLooking(async () => {
    await read();
    return registry === null ? impatience : lookEveryMilliseconds;
  });
  return {
    current: () => registry,
    refresh: () => looking.now(),
    onChange: (listener) => {
      listeners.add(listener);
    },
    [Symbol.asyncDispose]: () => looking[Symbol.asyncDispose](),
  };
}
