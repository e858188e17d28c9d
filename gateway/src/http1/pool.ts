import type { Cancellation } from '../cancellation.ts';
import { openConnection, type Connection, type Waiting } from './connection.ts';
import type { HttpResponse } from './response-reader.ts';

/** How one request is sent. */
export interface SendOptions {
  /** How long its answer is waited for, the wait for a connection included. */
  readonly timeoutMilliseconds: number;
  readonly signal: Cancellation;
}

/** Keep-alive connections to one origin. */
export interface Pool extends Disposable {
  /**
   * Sends a request as it goes over the wire. Rejects with a `TimeoutError`, with the signal's
   * reason, with {@link PoolExhausted}, or with why the connection failed.
   */
  send(request: string, options: SendOptions): Promise<HttpResponse>;
}

/** What {@link createPool} needs. */
export interface PoolOptions {
  /** Connections at a time. */
  readonly connections: number;
  /** Requests that wait for a connection, at most: more would only wait in vain. */
  readonly waiting: number;
  readonly mostBytes: number;
}

/** So many requests wait already that another one would be too late anyway. */
export class PoolExhausted extends Error {
  override readonly name = 'PoolExhausted';
}

/** Servers commonly close connections that were idle for five seconds. */
const idleMilliseconds = 4_000;
const sweepMilliseconds = 1_000;

interface Idle {
  readonly connection: Connection;
  readonly since: number;
}

/** Requests beyond the connections wait in line, and only for this origin. */
export function createPool(origin: URL, options: PoolOptions): Pool {
  /** The connection used last is used next, so that the others grow old and go. */
  const idle: Idle[] = [];
  const open = new Set<Connection>();
  const line = new Set<Waiting>();

  const sweep = setInterval(() => {
    const oldest = performance.now() - idleMilliseconds;
    while (idle[0] !== undefined && idle[0].since < oldest) idle.shift()?.connection.cut();
  }, sweepMilliseconds).unref();

  const next = (connection: Connection): void => {
    const [waiting] = line;
    if (waiting === undefined) {
      idle.push({ connection, since: performance.now() });
      return;
    }
    line.delete(waiting);
    carry(connection, waiting);
  };

  const carriers = new Map<Waiting, Connection>();
  const carry = (connection: Connection, waiting: Waiting): void => {
    carriers.set(waiting, connection);
    connection.send(waiting);
  };

  const openAnother = (): Connection => {
    const connection = openConnection({
      origin,
      mostBytes: options.mostBytes,
      onIdle: () => {
        next(connection);
      },
      onClose: () => {
        open.delete(connection);
        const at = idle.findIndex((entry) => entry.connection === connection);
        if (at !== -1) idle.splice(at, 1);
        const [waiting] = line;
        if (waiting === undefined) return;
        line.delete(waiting);
        carry(openAnother(), waiting);
      },
    });
    open.add(connection);
    return connection;
  };

  const start = (waiting: Waiting): void => {
    const ready = takeIdle(idle);
    if (ready !== undefined) carry(ready, waiting);
    else if (open.size < options.connections) carry(openAnother(), waiting);
    else if (line.size < options.waiting) line.add(waiting);
    else waiting.fail(new PoolExhausted('too many requests wait already'));
  };

  return {
    send(request, { timeoutMilliseconds, signal }) {
      return new Promise((resolve, reject) => {
        const finish = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', leave);
          carriers.delete(waiting);
          line.delete(waiting);
        };
        const waiting: Waiting = {
          request,
          answer: (response) => {
            finish();
            resolve(response);
          },
          fail: (cause) => {
            finish();
            reject(cause);
          },
        };
        const giveUp = (cause: Error): void => {
          carriers.get(waiting)?.cut();
          waiting.fail(cause);
        };
        const leave = (): void => {
          giveUp(reasonOf(signal));
        };
        const timer = setTimeout(() => {
          giveUp(new DOMException('no answer came in time', 'TimeoutError'));
        }, timeoutMilliseconds);
        if (signal.aborted) {
          waiting.fail(reasonOf(signal));
          return;
        }
        signal.addEventListener('abort', leave);
        start(waiting);
      });
    },
    [Symbol.dispose]() {
      clearInterval(sweep);
      for (const connection of open) connection.cut();
    },
  };
}

function takeIdle(idle: Idle[]): Connection | undefined {
  const oldest = performance.now() - idleMilliseconds;
  const last = idle.at(-1);
  if (last === undefined || last.since < oldest) return undefined;
  idle.pop();
  return last.connection;
}

function reasonOf({ reason }: Cancellation): Error {
  return reason instanceof Error ? reason : new DOMException('given up', 'AbortError');
}
