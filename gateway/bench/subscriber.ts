import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { opcodes, readFrame, writeFrame } from './frames.ts';

/** A client with one subscription on a socket of its own. */
export interface Subscriber extends Disposable {
  /** Events that have arrived. */
  readonly count: number;
}

/** What {@link subscribe} needs. */
export interface SubscriberOptions {
  readonly port: number;
  readonly query: string;
  /** Called with every message `next`, as text. */
  readonly onEvent: (message: string) => void;
  /** Called when the socket is lost without having been disposed. */
  readonly onLoss: (reason: string) => void;
}

/** Shared by all sockets: what is read is used up before the next one reads. */
const buffer = Buffer.allocUnsafe(256 * 1024);

/**
 * Opens a socket and subscribes; settles when the subscription has been sent. It speaks just as
 * much WebSocket as a server's frames need: thousands of these share a core with the subgraphs.
 */
export function subscribe({ port, query, ...told }: SubscriberOptions): Promise<Subscriber> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let isUpgraded = false;
    let isOver = false;
    let unread: Buffer = Buffer.alloc(0);

    const lose = (reason: string): void => {
      if (isOver) return;
      isOver = true;
      socket.destroy();
      reject(new Error(reason));
      told.onLoss(reason);
    };
    const send = (message: object): void => {
      socket.write(writeFrame(opcodes.text, Buffer.from(JSON.stringify(message))));
    };
    const receive = (message: string): void => {
      if (message.includes('"type":"next"')) {
        count += 1;
        told.onEvent(message);
      } else if (message.includes('"type":"connection_ack"')) {
        send({ id: '1', type: 'subscribe', payload: { query } });
        resolve(subscriber);
      } else if (message.includes('"type":"ping"')) send({ type: 'pong' });
      else lose(message);
    };
    const upgrade = (chunk: Buffer): number => {
      const end = chunk.indexOf('\r\n\r\n');
      if (end === -1) return 0;
      if (!chunk.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
        lose(chunk.toString('latin1', 0, end));
      }
      isUpgraded = true;
      send({ type: 'connection_init' });
      return end + 4;
    };
    const read = (arrived: Buffer): void => {
      const chunk = unread.length === 0 ? arrived : Buffer.concat([unread, arrived]);
      let at = isUpgraded ? 0 : upgrade(chunk);
      for (;;) {
        const next = isUpgraded ? readFrame(chunk, at) : null;
        if (next === null) break;
        const { opcode, start, end } = next;
        if (opcode === opcodes.text) receive(chunk.toString('latin1', start, end));
        else if (opcode === opcodes.ping) {
          socket.write(writeFrame(opcodes.pong, Buffer.from(chunk.subarray(start, end))));
        } else if (opcode !== opcodes.pong) {
          lose(`closed: ${chunk.toString('latin1', start + 2, end)}`);
        }
        at = end;
      }
      unread = at === chunk.length ? Buffer.alloc(0) : Buffer.from(chunk.subarray(at));
    };
    const socket = connect({
      host: '127.0.0.1',
      port,
      noDelay: true,
      onread: {
        buffer,
        callback: (size) => {
          read(buffer.subarray(0, size));
          return true;
        },
      },
    });
    socket.once('connect', () => {
      socket.write(
        `GET /graphql HTTP/1.1\r\nhost: 127.0.0.1:${String(port)}\r\nconnection: Upgrade\r\n` +
          `upgrade: websocket\r\nsec-websocket-version: 13\r\n` +
          `sec-websocket-key: ${randomBytes(16).toString('base64')}\r\n` +
          'sec-websocket-protocol: graphql-transport-ws\r\n\r\n',
      );
    });
    socket.once('error', ({ message }) => {
      lose(message);
    });
    socket.once('close', () => {
      lose('the gateway closed the socket');
    });
    const subscriber: Subscriber = {
      get count() {
        return count;
      },
      [Symbol.dispose]: () => {
        isOver = true;
        socket.destroy();
      },
    };
  });
}
