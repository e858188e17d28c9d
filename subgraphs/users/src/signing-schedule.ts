/** When a key signs; keys follow each other by generation. */
export interface ScheduledKey {
  readonly generation: number;
  readonly signsFrom: Date;
}

/**
 * From its publication until a new key signs. Verifiers may know only older keys for ten minutes;
 * the rest is for instances that re-read the keys and for answers that are cached on the way.
 */
export const publishedAheadMilliseconds = 15 * 60_000;

/** How long a key stays published after the last signature by it: a token's life, and some. */
const keptMilliseconds = 15 * 60_000;

/** The key that signs now: the latest of those whose time has come. */
export function signingAt<Key extends ScheduledKey>(keys: readonly Key[], now: Date): Key | null {
  return latestFirst(keys).find(({ signsFrom }) => signsFrom <= now) ?? null;
}

/** The keys whose signatures may be met now or soon, latest first. */
export function publishedAt<Key extends ScheduledKey>(keys: readonly Key[], now: Date): Key[] {
  const sorted = latestFirst(keys);
  return sorted.filter((_key, index) => {
    const successor = sorted[index - 1];
    return (
      successor === undefined || now.getTime() - successor.signsFrom.getTime() <= keptMilliseconds
    );
  });
}

function latestFirst<Key extends ScheduledKey>(keys: readonly Key[]): Key[] {
  return keys.toSorted((one, other) => other.generation - one.generation);
}
