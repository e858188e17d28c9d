import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { atEndOfTurn } from '../end-of-turn.ts';
import type { Body, Exchange } from './exchange.ts';
import { readRequest, type WholeRequest } from './read-request.ts';

/** Connections on which nothing unusual has come so far. */
export interface FastLane {
  /** Takes a new connection. */
  take(socket: Socket): void;
  /** Closes those on which nothing runs, and the others with the answer that they wait for. */
  closeIdle(): void;
  closeAll(): void;
}

/** What {@link createFastLane} needs. */
export interface FastLaneOptions {
  /** Answers a request; never rejects. */
  readonly answer: (exchange: Exchange) => Promise<void>;
  /** Gives a connection to Node's server, which reads from it what has not been answered. */
  readonly handOver: (socket: Socket) => void;
  /** Called with the status of each answer. */
  readonly observe: (status: number) => void;
  /** How long a connection may be silent, in milliseconds. */
  readonly idleMilliseconds: number;
  /** Aborts before the server stops: each connection ends with the next answer on it. */
  readonly stopping: AbortSignal;
}

/** What a client may send ahead while it waits for an answer. */
const mostAhead = 64 * 1024;

/**
 * Answers the requests that {@link readRequest} can read without Node's HTTP server, whose streams and
 * events cost as much as all of the gateway's own work on a small operation. With the first request
 * that is not of that kind its connection goes to that server for good, together with the bytes that
 * were read.
 */
export function createFastLane(options: FastLaneOptions): FastLane {
  const lanes = new Set<Lane>();
  return {
    take(socket) {
      const lane = openLane(options, socket, () => {
        lanes.delete(lane);
      });
      lanes.add(lane);
    },
    closeIdle() {
      for (const lane of lanes) lane.closeWhenIdle();
    },
    closeAll() {
      for (const lane of lanes) lane.close();
    },
  };
}

interface Lane {
  closeWhenIdle(): void;
  close(): void;
}

function openLane(options: FastLaneOptions, socket: Socket, left: () => void): Lane {
  let current: RunningExchange | null = null;
  let ahead: Buffer | null = null;
  let isEnding = false;
  const endsHere = (): boolean => isEnding || options.stopping.aborted;

  const receive = (bytes: Buffer): void => {
    if (current === null) {
      begin(bytes);
      return;
    }
    ahead = ahead === null ? bytes : Buffer.concat([ahead, bytes]);
    if (ahead.length > mostAhead) socket.pause();
  };
  const begin = (bytes: Buffer): void => {
    const request = readRequest(bytes);
    if (request === null) {
      leave(bytes);
      return;
    }
    if (request.length < bytes.length) ahead = bytes.subarray(request.length);
    current = openExchange(options, socket, request, { endsHere, answered: goOn });
    void options.answer(current.exchange);
  };
  /** The answer is on its way: the next request may be read. */
  const goOn = (): void => {
    current = null;
    if (endsHere()) {
      socket.end();
      return;
    }
    const bytes = ahead;
    ahead = null;
    if (socket.isPaused()) socket.resume();
    if (bytes !== null) begin(bytes);
  };
  const leave = (unread: Buffer): void => {
    socket.off('data', receive).off('end', end).off('timeout', tire);
    socket.off('error', ignore).off('close', close);
    socket.setTimeout(0);
    left();
    socket.unshift(unread);
    options.handOver(socket);
  };
  const end = (): void => {
    socket.destroy();
  };
  const tire = (): void => {
    if (current === null) socket.destroy();
  };
  const close = (): void => {
    left();
    current?.leave();
  };

  socket.on('data', receive).on('end', end).on('timeout', tire);
  socket.on('error', ignore).on('close', close);
  socket.setTimeout(options.idleMilliseconds);
  return {
    closeWhenIdle() {
      isEnding = true;
      if (current === null) socket.destroy();
    },
    close: () => socket.destroy(),
  };
}

/** What went wrong is of no interest once the connection closes. */
const ignore = (): void => undefined;

const lastAnswer = '\r\nconnection: close\r\n\r\n';
const oneOfMany = '\r\nconnection: keep-alive\r\n\r\n';

/** The connection of an exchange. */
interface Place {
  /** Whether the connection ends with the next answer. */
  readonly endsHere: () => boolean;
  /** Told when the answer is on its way. */
  readonly answered: () => void;
}

interface RunningExchange {
  readonly exchange: Exchange;
  leave(): void;
}

function openExchange(
  { observe }: FastLaneOptions,
  socket: Socket,
  { headers, body }: WholeRequest,
  { endsHere, answered }: Place,
): RunningExchange {
  let status: number | null = null;
  let hasLeft = false;
  let listener: (() => void) | null = null;
  const exchange: Exchange = {
    method: 'POST',
    url: '/graphql',
    headers,
    remoteAddress: socket.remoteAddress,
    body: () => body,
    answer(given, names, content) {
      if (hasLeft || status !== null) return;
      status = given;
      observe(given);
      atEndOfTurn(() => {
        const persistence = endsHere() ? lastAnswer : oneOfMany;
        write(socket, `${startOf(given)}${toLines(names)}date: ${now()}${persistence}`, content);
        if (socket.writableLength === 0) answered();
        else socket.once('drain', answered);
      });
    },
    status: () => status,
    hasLeft: () => hasLeft,
    onLeft(told) {
      listener = told;
    },
  };
  return {
    exchange,
    leave() {
      if (status !== null) return;
      hasLeft = true;
      listener?.();
    },
  };
}

function write(socket: Socket, head: string, body: Body): void {
  if (typeof body === 'string') {
    socket.write(head + body);
    return;
  }
  socket.cork();
  socket.write(head + body.start);
  socket.write(body.bytes);
  socket.write(body.end);
  socket.uncork();
}

function startOf(status: number): string {
  return status === 200
    ? 'HTTP/1.1 200 OK\r\n'
    : `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n`;
}

function toLines(headers: readonly string[]): string {
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) {
    lines += `${headers[at] ?? ''}: ${headers[at + 1] ?? ''}\r\n`;
  }
  return lines;
}

let writtenSecond = 0;
let written = '';

/** The present as `Date` headers have it, which is the same for a second. */
function now(): string {
  const milliseconds = Date.now();
  const second = Math.floor(milliseconds / 1_000);
  if (second !== writtenSecond) {
    writtenSecond = second;
    written = new Date(milliseconds).toUTCString();
  }
  return written;
}
