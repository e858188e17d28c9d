import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { z } from 'zod';
import { refuse } from '../refusal.ts';
import { judge } from './judge.ts';
import type { plannerDataSchema, PlannerMessage } from './planner-messages.ts';

/** Plans operations beside the thread that serves. */
export interface Planner extends AsyncDisposable {
  /** What clients see of the supergraph. */
  readonly clientSdl: string;
  /**
   * Plans an operation, given as text. Throws a refusal when so many wait already that another one
   * would be too late.
   */
  plan(operation: string): Promise<QueryPlan>;
}

/** What a planner plans. */
export interface PlannerData extends z.infer<typeof plannerDataSchema> {
  /** The same supergraph as Apollo's gateway accepts it. */
  readonly supergraphSdl: string;
}

const mostWaiting = 200;
/** Planning takes milliseconds; what takes so long never ends, and others wait behind it. */
const usualPatienceMilliseconds = 10_000;
/** Megabytes of young objects; the thread has few that live long. */
const maxYoungGenerationSizeMb = 4;

interface Waiting {
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (cause: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Rejects with why the thread cannot plan. */
  readonly ready: Promise<void>;
}

/**
 * Starts the planner's thread; throws when the supergraph is unusable. A thread that dies, or answers
 * nothing for too long, takes along what waits for it; the next operation starts another one.
 */
export async function startPlanner(
  data: PlannerData,
  patienceMilliseconds = usualPatienceMilliseconds,
): Promise<Planner> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let current: Thread | null = null;
  let watchdog: NodeJS.Timeout | undefined;

  const watch = (thread: Thread): void => {
    clearTimeout(watchdog);
    if (waiting.size === 0 || current !== thread) return;
    watchdog = setTimeout(() => void thread.worker.terminate(), patienceMilliseconds).unref();
  };
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  };

  const start = (): Thread => {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const worker = new Worker(new URL('planner-thread.ts', import.meta.url), {
      workerData: { plannedSdl: data.plannedSdl },
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    const thread: Thread = { worker, ready: promise };
    worker.on('message', (message: PlannerMessage) => {
      if (message.kind === 'ready') resolve(undefined);
      else if (message.kind === 'refused') reject(new Error(message.reason));
      else if (message.kind === 'planned') settle(message.id)?.resolve(message.plan);
      else settle(message.id)?.reject(new Error(message.reason));
      watch(thread);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      const ended = new Error('the planner has ended');
      reject(ended);
      if (current === thread) current = null;
      for (const id of [...waiting.keys()]) settle(id)?.reject(ended);
    });
    // Who waits for a plan is told by the thread's end.
    promise.catch(() => undefined);
    return thread;
  };

  const stop = async (): Promise<void> => {
    clearTimeout(watchdog);
    await current?.worker.terminate();
  };
  const clientSdl = await judge(data.supergraphSdl);
  current = start();
  try {
    await current.ready;
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    clientSdl,
    plan(operation) {
      if (waiting.size >= mostWaiting) {
        const message = 'Too many new operations wait to be planned. Try again soon.';
        throw refuse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '2' });
      }
      current ??= start();
      const thread = current;
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        thread.worker.postMessage({ id: lastId, operation });
        // A thread that starts is not waited for as one that plans.
        if (waiting.size === 1)
          thread.ready.then(
            () => {
              watch(thread);
            },
            () => undefined,
          );
      });
    },
    [Symbol.asyncDispose]: stop,
  };
}
