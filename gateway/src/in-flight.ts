import { OperationTypeNode } from 'graphql';
import type { Answered } from './answered.ts';
import { createCancellation, type Cancellation, type CancellationSource } from './cancellation.ts';
import type { Admitted, Engine } from './engine.ts';
import type { PreparedOperation } from './operation.ts';
import type { Caller } from './subgraph-client.ts';

/** A query under way, and how many wait for it. */
interface Flight {
  readonly answered: Promise<Answered>;
  readonly given: CancellationSource;
  /** When it began, in milliseconds. */
  readonly since: number;
  /** How many mutations had ended here when it began. */
  readonly epoch: number;
  waiting: number;
}

/** Beyond this age a flight is not joined: what it reads may have changed through another gateway. */
const joinableMilliseconds = 100;

/**
 * Lets equal queries that run at the same time be one: the same operation with the same variables
 * for the same viewer. `identityOf` must tell apart all callers to whom subgraphs might answer
 * differently. Mutations always run, and who asks after one has ended here does not join a query that
 * began before. A query is given up when everybody who waits for it has left.
 */
export function shareInFlight(
  execute: Engine['execute'],
  identityOf: (caller: Caller) => string,
  now: () => number = () => performance.now(),
): Engine['execute'] {
  let epoch = 0;
  const flights = new WeakMap<PreparedOperation, Map<string, Flight>>();

  const take = (admitted: Admitted, caller: Caller): Flight => {
    const { operation, denialKey, variables } = admitted;
    let same = flights.get(operation);
    if (same === undefined) {
      same = new Map();
      flights.set(operation, same);
    }
    const key = `${identityOf(caller)}\n${denialKey}\n${JSON.stringify(variables)}`;
    const known = same.get(key);
    const since = now();
    if (known?.epoch === epoch && since - known.since < joinableMilliseconds) {
      known.waiting += 1;
      return known;
    }
    const given = createCancellation();
    const land = (): void => {
      if (same.get(key) === flight) same.delete(key);
    };
    const answered = execute(admitted, { ...caller, signal: given }).then(
      (own) => {
        land();
        return flight.waiting > 1 ? { ...own, bytes: Buffer.from(own.data) } : own;
      },
      (cause: unknown) => {
        land();
        throw cause;
      },
    );
    const flight: Flight = { answered, given, since, epoch, waiting: 1 };
    same.set(key, flight);
    // Whoever comes after everybody has left must not wait for what was given up.
    given.addEventListener('abort', land);
    return flight;
  };

  return async (admitted, caller) => {
    if (admitted.operation.kind !== OperationTypeNode.QUERY) {
      return execute(admitted, caller).finally(() => {
        epoch += 1;
      });
    }
    const flight = take(admitted, caller);
    const leave = (): void => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.given.abort(reasonOf(caller.signal));
    };
    caller.signal.addEventListener('abort', leave);
    if (caller.signal.aborted) leave();
    try {
      return await flight.answered;
    } finally {
      caller.signal.removeEventListener('abort', leave);
    }
  };
}

function reasonOf({ reason }: Cancellation): Error {
  return reason instanceof Error ? reason : new DOMException('given up', 'AbortError');
}
