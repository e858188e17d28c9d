import { Worker } from 'node:worker_threads';
import { judgementSchema, type JudgeRequest } from './planner-messages.ts';

/** A thread that has judged is kept so long for who loads several graphs in turn. */
const lingerMilliseconds = 5_000;

interface Waiting {
  readonly resolve: (clientSdl: string) => void;
  readonly reject: (cause: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  linger: NodeJS.Timeout | undefined;
}

let current: Thread | null = null;
let lastId = 0;

/**
 * What clients see of a supergraph; throws why it is unusable. It is judged in a thread of its own,
 * which ends soon after and takes along what Apollo's gateway has built: more than all that the
 * planner needs.
 */
export function judge(supergraphSdl: string): Promise<string> {
  current ??= start();
  const { worker, waiting, linger } = current;
  clearTimeout(linger);
  worker.ref();
  return new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    worker.postMessage({ id: lastId, supergraphSdl } satisfies JudgeRequest);
  });
}

function start(): Thread {
  const worker = new Worker(new URL('judge-thread.ts', import.meta.url));
  const thread: Thread = { worker, waiting: new Map(), linger: undefined };
  const { waiting } = thread;
  const end = (cause: Error): void => {
    if (current === thread) current = null;
    clearTimeout(thread.linger);
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (message) => {
    const judgement = judgementSchema.parse(message);
    const asked = waiting.get(judgement.id);
    waiting.delete(judgement.id);
    if (judgement.kind === 'accepted') asked?.resolve(judgement.clientSdl);
    else asked?.reject(new Error(judgement.reason));
    if (waiting.size > 0) return;
    worker.unref();
    thread.linger = setTimeout(() => {
      if (current === thread) current = null;
      void worker.terminate();
    }, lingerMilliseconds).unref();
  });
  worker.on('error', end);
  worker.on('exit', () => {
    end(new Error('the supergraph was not judged'));
  });
  return thread;
}
