import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import type { z } from 'zod';
import { refuse } from '../refusal.ts';
import type {
  judgeDataSchema,
  Judgement,
  plannerDataSchema,
  PlannerMessage,
} from './planner-messages.ts';

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
export type PlannerData = z.infer<typeof judgeDataSchema> & z.infer<typeof plannerDataSchema>;

const mostWaiting = 200;
/** Planning takes milliseconds; what takes so long never ends, and others wait behind it. */
const patienceMilliseconds = 10_000;
/** Megabytes of young objects; the thread has few that live long. */
const maxYoungGenerationSizeMb = 16;

interface Waiting {
  readonly resolve: (plan: QueryPlan) => void;
  readonly reject: (cause: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** What clients see of the supergraph; throws why it is unusable. */
function judge(data: PlannerData): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('judge-thread.ts', import.meta.url), { workerData: data });
    thread.on('message', (judgement: Judgement) => {
      if (judgement.kind === 'accepted') resolve(judgement.clientSdl);
      else reject(new Error(judgement.reason));
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      reject(new Error('the supergraph was not judged'));
    });
  });
}

/** Starts the planner's thread; throws when the supergraph is unusable. */
export async function startPlanner(data: PlannerData): Promise<Planner> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isStopped = false;

  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    clearTimeout(one?.timer);
    return one;
  };
  const lose = (reason: string): void => {
    for (const id of [...waiting.keys()]) settle(id)?.reject(new Error(reason));
  };

  const start = (): { worker: Worker; ready: Promise<undefined> } => {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const worker = new Worker(new URL('planner-thread.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    worker.on('message', (message: PlannerMessage) => {
      if (message.kind === 'ready') resolve(undefined);
      else if (message.kind === 'refused') reject(new Error(message.reason));
      else if (message.kind === 'planned') settle(message.id)?.resolve(message.plan);
      else settle(message.id)?.reject(new Error(message.reason));
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error('the planner has ended'));
      lose('the planner has ended');
      if (!isStopped && current.worker === worker) current = start();
    });
    return { worker, ready: promise };
  };

  const clientSdl = await judge(data);
  let current = start();
  const stop = async (): Promise<void> => {
    isStopped = true;
    await current.worker.terminate();
  };
  try {
    await current.ready;
  } catch (error) {
    await stop();
    throw error;
  }
  // A thread that has to be started again has been good before.
  const again = (): void => {
    current.ready.catch(() => undefined);
  };
  again();

  return {
    clientSdl,
    plan(operation) {
      if (waiting.size >= mostWaiting) {
        const message = 'Too many new operations wait to be planned. Try again soon.';
        throw refuse(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '2' });
      }
      return new Promise((resolve, reject) => {
        lastId += 1;
        const timer = setTimeout(() => {
          void current.worker.terminate().then(again);
        }, patienceMilliseconds).unref();
        waiting.set(lastId, { resolve, reject, timer });
        current.worker.postMessage({ id: lastId, operation });
      });
    },
    [Symbol.asyncDispose]: stop,
  };
}
