/** Runs a task once when this turn of the event loop is over, however often it is asked to. */
export type AfterTurn = (task: () => void) => void;

/** Tasks of one turn, at most, so that thousands of sockets do not hold up everything else. */
const mostTasks = 500;

/** One scheduler serves all sockets of a gateway. */
export function createAfterTurn(): AfterTurn {
  let due = new Set<() => void>();

  const run = (): void => {
    const tasks = [...due];
    due = new Set(tasks.slice(mostTasks));
    for (const task of tasks.slice(0, mostTasks)) task();
    if (due.size > 0) setImmediate(run);
  };

  return (task) => {
    if (due.size === 0) setImmediate(run);
    due.add(task);
  };
}
