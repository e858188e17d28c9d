import type { Log } from '@skillswap/kit/log';
import type { Answered } from '../answered.ts';
import { startDeadline } from '../deadline.ts';
import type { Admitted, Engine } from '../engine.ts';
import { clientName } from '../execution/data-names.ts';
import { getOwn, isObject, setOwn, type JsonObject } from '../execution/json.ts';
import { readErrors, toClient } from '../execution/subgraph-errors.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Caller } from '../subgraph-client.ts';
import { createEventQueue } from './event-queue.ts';
import type { Upstreams } from './upstreams.ts';

/** Events that nobody reads yet, at most; a reader further behind starts again from its cursor. */
const queueLimit = 256;

/** Who listens, and how they are told to come back. */
export interface Listener {
  readonly caller: Omit<Caller, 'deadline' | 'signal'>;
  /** Asks the client to connect anew and go on from its cursor. */
  readonly resume: () => void;
}

/** What {@link joinEvents} needs. */
export interface JoinOptions {
  readonly engine: Engine;
  readonly upstreams: Upstreams;
  readonly eventTimeoutMilliseconds: number;
  readonly log: Log;
}

/**
 * The events of a subscription, each completed with what other subgraphs know. The iterator is
 * explicit: an async generator's `return` would wait behind a pending `next` and keep the upstream
 * alive after its reader has left.
 */
export async function joinEvents(
  options: JoinOptions,
  admitted: Admitted,
  listener: Listener,
): Promise<AsyncIterableIterator<Answered>> {
  const { primary } = await options.engine.planOf(admitted);
  // Nothing is left of the subscription for this viewer.
  if (primary === null) throw nothingThere();
  const { caller } = listener;
  const events = createEventQueue<UpstreamEvent>(queueLimit);
  const leave = new AbortController();

  const stop = options.upstreams.subscribe(primary, used(admitted, primary.variables), caller, {
    next: (event) => {
      if (isRefusal(event)) events.end(toRefusal(event.errors, caller));
      else if (!events.push(event)) comeBack('a listener is too far behind');
    },
    refused: (errors) => {
      events.end(toRefusal(errors, caller));
    },
    unreachable: () => {
      events.end(unreachable());
    },
    lost: () => {
      comeBack('an upstream subscription is lost');
    },
    complete: () => {
      events.end();
    },
  });
  const comeBack = (reason: string): void => {
    caller.log.warn({ subgraph: primary.subgraph }, reason);
    listener.resume();
    events.end();
  };

  const iterator: AsyncIterableIterator<Answered> = {
    async next() {
      const event = await events.next();
      if (event === null) return { done: true, value: undefined };
      const value = await complete(options, admitted, event, caller, leave.signal);
      return { done: false, value };
    },
    return() {
      leave.abort();
      stop();
      events.end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** Worded as for a thing that does not exist. */
export function nothingThere(): Refusal {
  return refuse(200, 'FORBIDDEN', 'There is nothing here to subscribe to.');
}

function unreachable(): Refusal {
  const message = 'This subscription is not available right now. Try again soon.';
  return refuse(200, 'SUBREQUEST_HTTP_ERROR', message);
}

interface UpstreamEvent {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** A subgraph that cannot start a subscription answers one result without data, then completes. */
function isRefusal({ data, errors }: UpstreamEvent): boolean {
  const reasons = readErrors(errors);
  return !isObject(data) && reasons.length > 0 && reasons.every(({ path }) => path.length <= 1);
}

async function complete(
  { engine, eventTimeoutMilliseconds }: JoinOptions,
  admitted: Admitted,
  event: UpstreamEvent,
  caller: Listener['caller'],
  left: AbortSignal,
): Promise<Answered> {
  const deadline = startDeadline(eventTimeoutMilliseconds);
  left.addEventListener('abort', deadline.leave);
  const errors = readErrors(event.errors).map((error) => ({
    ...toClient(error, caller.requestId),
    path: error.path,
  }));
  const data = isObject(event.data) ? event.data : {};
  try {
    return await engine.complete(
      admitted,
      { data, errors },
      { ...caller, deadline: deadline.at, signal: deadline.signal },
    );
  } finally {
    left.removeEventListener('abort', deadline.leave);
    deadline.end();
  }
}

function used(admitted: Admitted, names: readonly string[]): JsonObject {
  const variables: JsonObject = {};
  for (const name of names) {
    const value = getOwn(admitted.variables, clientName(name));
    if (value !== undefined) setOwn(variables, name, value);
  }
  return variables;
}

/** Whatever the owner says against the viewer sounds as if there were nothing. */
const hidden: ReadonlySet<unknown> = new Set([
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
]);

function toRefusal(errors: unknown, { requestId, log }: Listener['caller']): Refusal {
  const told = readErrors(errors).map((error) => {
    const { message, extensions } = toClient(error, requestId);
    if (extensions['code'] === 'INTERNAL_SERVER_ERROR') log.error({ error }, 'a subgraph failed');
    return { message, extensions: { ...extensions } };
  });
  const isHidden =
    told.length === 0 || told.some(({ extensions }) => hidden.has(extensions['code']));
  return isHidden ? nothingThere() : new Refusal(200, told);
}
