import type { Spending } from './budgets/budgets.ts';
import type { Admitted } from './engine.ts';
import type { Caller } from './subgraph-client.ts';

/** An admitted operation on its way through graphql-ws. */
export interface Task {
  readonly admitted: Admitted;
  readonly caller: Caller;
  /** Absent where nobody has a budget. */
  readonly spending?: Spending | undefined;
  /** Asks a socket's client to connect anew and go on from its cursor. */
  readonly resume?: () => void;
}

/** The task that an operation's context carries; throws when it went round admission. */
export function readTask(context: unknown): Task {
  if (isHolder(context) && isTask(context.task)) return context.task;
  throw new TypeError('an operation was not admitted');
}

function isHolder(value: unknown): value is { readonly task: unknown } {
  return typeof value === 'object' && value !== null && 'task' in value;
}

function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'admitted' in value && 'caller' in value;
}
