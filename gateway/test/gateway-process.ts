import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import { z } from 'zod';
import { listen } from '../src/listen.ts';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');

/** The product's gateway as a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  readonly pid: number;
  readonly url: string;
  readonly internalUrl: string;
  /** What it has written to its standard output, a line each. */
  readonly lines: readonly string[];
  kill(signal: NodeJS.Signals): void;
  /** The code that it ended with; null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

const serving = z.object({ msg: z.literal('serving'), url: z.string(), internalUrl: z.string() });

/** Starts the gateway on free ports, unless `env` names others, and waits until it serves. */
export async function startGatewayProcess(
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: '0',
      INTERNAL_PORT: '0',
      LOG_LEVEL: 'info',
      REDIS_URL: inject('redisUrl'),
      INTERNAL_IDENTITY_SECRET: 'a-secret-for-tests-with-enough-characters',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const lines: string[] = [];
  const started = Promise.withResolvers<z.infer<typeof serving>>();
  void exited.then(() => {
    started.reject(new Error(`the gateway has ended: ${lines.join('\n')}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    const { success, data } = serving.safeParse(parseJson(line));
    if (success) started.resolve(data);
  });
  const { url, internalUrl } = await started.promise;
  return {
    pid: child.pid ?? 0,
    url,
    internalUrl,
    lines,
    kill: (signal) => void child.kill(signal),
    exited,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Stands in for the payments subgraph; `plansQuery` asks it. */
export interface PlansSubgraph extends AsyncDisposable {
  readonly url: string;
  /** Called with each response that waits for its answer; null answers by itself. */
  hold: ((answer: () => void) => void) | null;
}

/** An operation that anybody may run and that only payments answers. */
export const plansQuery = '{ plans { code } }';

/** Starts a subgraph that knows no plans. */
export async function startPlansSubgraph(): Promise<PlansSubgraph> {
  const state: Pick<PlansSubgraph, 'hold'> = { hold: null };
  const answer = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"data":{"plans":[]}}');
  };
  const http = createServer((request, response) => {
    request.resume().once('end', () => {
      if (state.hold === null) answer(response);
      else
        state.hold(() => {
          answer(response);
        });
    });
  });
  const origin = await listen(http, 0, '127.0.0.1');
  return Object.assign(state, {
    url: `${origin}/graphql`,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}
