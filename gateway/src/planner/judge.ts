import { fork, type ChildProcess } from 'node:child_process';
import { judgementSchema, type JudgeRequest } from './planner-messages.ts';

/** A process that has judged is kept so long for who loads several graphs in turn. */
const lingerMilliseconds = 5_000;

interface Waiting {
  readonly resolve: (clientSdl: string) => void;
  readonly reject: (cause: Error) => void;
}

interface Judge {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
  linger: NodeJS.Timeout | undefined;
}

let current: Judge | null = null;
let lastId = 0;

/**
 * What clients see of a supergraph; throws why it is unusable. It is judged in a process of its own,
 * which ends soon after and takes along what Apollo's gateway has built: more than all that the
 * planner needs. Of what a thread has used much would stay with this process.
 */
export function judge(supergraphSdl: string): Promise<string> {
  current ??= start();
  const { child, waiting, linger } = current;
  clearTimeout(linger);
  child.ref();
  child.channel?.ref();
  return new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    child.send({ id: lastId, supergraphSdl } satisfies JudgeRequest);
  });
}

function start(): Judge {
  const child = fork(new URL('judge-process.ts', import.meta.url), { execArgv: [] });
  const judge: Judge = { child, waiting: new Map(), linger: undefined };
  const { waiting } = judge;
  const end = (cause: Error): void => {
    if (current === judge) current = null;
    clearTimeout(judge.linger);
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  child.on('message', (message) => {
    const judgement = judgementSchema.parse(message);
    const asked = waiting.get(judgement.id);
    waiting.delete(judgement.id);
    if (judgement.kind === 'accepted') asked?.resolve(judgement.clientSdl);
    else asked?.reject(new Error(judgement.reason));
    if (waiting.size > 0) return;
    child.unref();
    child.channel?.unref();
    judge.linger = setTimeout(() => {
      if (current === judge) current = null;
      child.kill();
    }, lingerMilliseconds).unref();
  });
  child.on('error', end);
  child.on('exit', () => {
    end(new Error('the supergraph was not judged'));
  });
  return judge;
}
