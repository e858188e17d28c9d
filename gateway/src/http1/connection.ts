import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { atEndOfTurn } from '../end-of-turn.ts';
import { createResponseReader, type HttpResponse } from './response-reader.ts';

/** Who waits for a response. */
export interface Waiting {
  /** The request as it goes over the wire. */
  readonly request: string;
  answer(response: HttpResponse): void;
  fail(cause: Error): void;
}

/** A connection that carries one request at a time. */
export interface Connection {
  /** Sends the request; only when none is under way. */
  send(waiting: Waiting): void;
  /** Cuts the connection; who waits is not told. */
  cut(): void;
}

/** What {@link openConnection} needs. */
export interface ConnectionOptions {
  readonly origin: URL;
  readonly mostBytes: number;
  /** The connection carries no request and may carry another one. */
  readonly onIdle: () => void;
  /** The connection is over. */
  readonly onClose: () => void;
}

/** The peer went away, or was never there. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * All plain connections read into this one place: what was read is used up before the next read
 * begins.
 */
const readBuffer = Buffer.allocUnsafeSlow(128 * 1024);

/** Opens a connection; a request may be sent before it is there. */
export function openConnection(options: ConnectionOptions): Connection {
  const reader = createResponseReader(options.mostBytes);
  let current: Waiting | null = null;
  let cause: Error | null = null;

  const settle = (response: HttpResponse): void => {
    const waiting = current;
    current = null;
    if (waiting === null || !response.keepsAlive) socket.destroy();
    else options.onIdle();
    waiting?.answer(response);
  };
  const receive = (bytes: Buffer): void => {
    try {
      const response = reader.read(bytes);
      if (response !== null) settle(response);
    } catch (error) {
      cause = error instanceof Error ? error : new ConnectionLost(String(error));
      socket.destroy();
    }
  };

  const socket = connect(options.origin, receive);
  socket.setNoDelay(true);
  socket.on('error', (error) => {
    cause ??= error;
  });
  socket.on('end', () => {
    const response = current === null ? null : reader.end();
    if (response !== null) settle(response);
  });
  socket.on('close', () => {
    options.onClose();
    const waiting = current;
    current = null;
    waiting?.fail(cause ?? new ConnectionLost('the connection was closed'));
  });

  return {
    send(waiting) {
      current = waiting;
      atEndOfTurn(() => {
        socket.write(waiting.request);
      });
    },
    cut() {
      current = null;
      socket.destroy();
    },
  };
}

function connect(origin: URL, receive: (bytes: Buffer) => void): Socket {
  const host = origin.hostname.replace(/^\[|\]$/g, '');
  if (origin.protocol === 'https:') {
    const socket = connectSecurely({ host, port: Number(origin.port || 443), servername: host });
    return socket.on('data', receive);
  }
  return connectPlain({
    host,
    port: Number(origin.port || 80),
    onread: {
      buffer: readBuffer,
      callback: (count) => {
        receive(readBuffer.subarray(0, count));
        return true;
      },
    },
  });
}
