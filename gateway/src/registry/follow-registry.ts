import type { Log } from '@skillswap/kit/log';
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
  let isAway = false;
  let looking: Promise<void> | null = null;
  const again = { isAsked: false };
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  const look = async (): Promise<void> => {
    try {
      const knownVersion = registry?.version ?? null;
      const told = await askUsers(registryAnswer, registryQuery, { knownVersion });
      if (isAway) log.info('the registry is read again');
      isAway = false;
      if (told.internalRegistry === null) return;
      registry = toRegistry(told.internalRegistry);
      const { version, keys, operations } = registry;
      log.info({ version, keys: keys.size, operations: operations.length }, 'registry read');
      for (const listener of listeners) listener(registry);
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'the registry cannot be read');
      isAway = true;
    }
  };

  const isAskedAgain = (): boolean => again.isAsked;

  const lookAndWait = async (): Promise<void> => {
    do {
      again.isAsked = false;
      await look();
    } while (isAskedAgain());
    looking = null;
    if (isOver) return;
    const pause = registry === null ? impatience : lookEveryMilliseconds;
    timer = setTimeout(() => void refresh(), pause).unref();
  };

  const refresh = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // A look that is under way may have read what has changed since.
    if (looking !== null) again.isAsked = true;
    return (looking ??= lookAndWait());
  };

  await refresh();
  return {
    current: () => registry,
    refresh,
    onChange: (listener) => {
      listeners.add(listener);
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      again.isAsked = false;
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}
