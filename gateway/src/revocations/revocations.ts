import type { Clock } from '@skillswap/kit/clock';
import type { Member } from '@skillswap/kit/viewer';
import { mostTokenMilliseconds, type Credential } from '../authentication.ts';
import { createMemory } from './memory.ts';

/** Access tokens that are no longer good although their time is not over, as users tells. */
export interface ToldRevocations {
  /** Log-ins that have ended. */
  readonly authSessionIds: readonly string[];
  /** People whose tokens must name these roles. */
  readonly roles: readonly CurrentRoles[];
}

/** The roles that a person has now. */
export interface CurrentRoles {
  readonly userId: string;
  /** Of two changes the one with the greater version counts. */
  readonly version: number;
  readonly roles: readonly string[];
}

/** What is asked before a token is trusted. */
export interface Revocations {
  /** False as long as nobody has told what was revoked before: then no token can be trusted. */
  isKnown(): boolean;
  /** True when the token of a credential is no longer good. */
  cover(credential: Credential): boolean;
  /** Calls back after more tokens were revoked. */
  onChange(listener: () => void): void;
}

/** {@link Revocations} that learn. */
export interface LearntRevocations extends Revocations {
  learn(told: ToldRevocations): void;
  /** Everything of which there are still tokens has been learnt. */
  learntAll(): void;
}

/** What {@link createRevocations} may be told. */
export interface RevocationLimits {
  /** How many are remembered at once. */
  readonly most?: number;
}

/** By how much the clocks of two machines may differ. */
const skewMilliseconds = 5_000;

/** Of a gateway to which nobody tells anything. */
export const noRevocations: Revocations = {
  isKnown: () => true,
  cover: () => false,
  onChange: () => undefined,
};

/**
 * Remembers revocations for as long as there may be tokens that they are about. When there are too
 * many the oldest are forgotten, together with all tokens that are as old as they are: their
 * apps refresh them.
 */
export function createRevocations(
  clock: Clock,
  { most = 100_000 }: RevocationLimits = {},
): LearntRevocations {
  const ended = createMemory<true>(most);
  const changed = createMemory<Omit<CurrentRoles, 'userId'>>(most);
  const listeners = new Set<() => void>();
  let isKnown = false;
  /** Tokens that end by then may be as old as something that was forgotten too early. */
  let untrustedUntil = 0;

  const hasOtherRoles = ({ id, roles }: Member): boolean => {
    const current = changed.get(id);
    return current !== undefined && !isSame(current.roles, roles);
  };
  const remember = ({ authSessionIds, roles }: ToldRevocations, now: number): boolean => {
    const news = authSessionIds.filter((id) => !ended.has(id));
    for (const id of news) ended.set(id, true, now);
    const changes = roles.filter(
      ({ userId, version }) => version > (changed.get(userId)?.version ?? -1),
    );
    for (const { userId, ...current } of changes) changed.set(userId, current, now);
    return news.length + changes.length > 0;
  };

  return {
    isKnown: () => isKnown,
    cover({ viewer, expiresAt }) {
      if (viewer.kind !== 'member') return false;
      if (ended.has(viewer.authSessionId) || hasOtherRoles(viewer)) return true;
      return expiresAt <= untrustedUntil;
    },
    onChange(listener) {
      listeners.add(listener);
    },
    learntAll() {
      isKnown = true;
    },
    learn(told) {
      const now = clock.now().getTime();
      const isNews = remember(told, now);
      const over = now - mostTokenMilliseconds - skewMilliseconds;
      const lost = Math.max(ended.forget(over), changed.forget(over));
      if (lost > 0) untrustedUntil = lost + mostTokenMilliseconds + skewMilliseconds;
      if (!isNews) return;
      for (const listener of listeners) listener();
    },
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0;
}
