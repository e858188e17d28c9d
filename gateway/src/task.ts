import type { Admitted } from './engine.ts';
import type { Caller } from './subgraph-client.ts';

/** An admitted operation on its way through Apollo Server. */
export interface Task {
  readonly admitted: Admitted;
  readonly caller: Caller;
}

/** The task that an operation's context carries; throws when it went round admission. */
export function readTask(context: Readonly<Record<string, unknown>>): Task {
  const { task } = context;
  if (!isTask(task)) throw new TypeError('an operation was not admitted');
  return task;
}

function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'admitted' in value && 'caller' in value;
}
