/** Values by id, oldest first, of which the oldest are forgotten. */
export interface Memory<Value> {
  get(id: string): Value | undefined;
  has(id: string): boolean;
  /** Remembers a value as the youngest. */
  set(id: string, value: Value, learntAt: number): void;
  /**
   * Forgets what was learnt before this moment, and the oldest of those that are too many; returns
   * when the youngest of the latter was learnt, 0 when there are not too many.
   */
  forget(before: number): number;
}

/** A memory for so many values. */
export function createMemory<Value>(most: number): Memory<Value> {
  const remembered = new Map<string, { readonly value: Value; readonly learntAt: number }>();
  return {
    get: (id) => remembered.get(id)?.value,
    has: (id) => remembered.has(id),
    set(id, value, learntAt) {
      remembered.delete(id);
      remembered.set(id, { value, learntAt });
    },
    forget(before) {
      let lost = 0;
      for (const [id, { learntAt }] of remembered) {
        const isOver = learntAt < before;
        if (!isOver && remembered.size <= most) break;
        if (!isOver) lost = learntAt;
        remembered.delete(id);
      }
      return lost;
    },
  };
}
