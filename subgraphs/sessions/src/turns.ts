/** Runs work for these people when the work before it, for any of them, has ended. */
export type InTurn = <Result>(
  userIds: readonly string[],
  work: () => Promise<Result>,
) => Promise<Result>;

/**
 * Lets this process change one person's sessions one at a time. A person's log takes one version after
 * the other anyway; waiting in line is cheaper than colliding in the store and starting over. What
 * other processes do at the same time is decided by the store alone.
 */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (userIds, work) => {
    const before = userIds.map((userId) => last.get(userId) ?? Promise.resolve());
    const mine = Promise.allSettled(before).then(work);
    for (const userId of userIds) last.set(userId, mine);
    try {
      return await mine;
    } finally {
      for (const userId of userIds) if (last.get(userId) === mine) last.delete(userId);
    }
  };
}
