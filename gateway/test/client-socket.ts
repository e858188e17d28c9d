import { WebSocket } from 'ws';
import { z } from 'zod';

/** How long a test waits for something that must happen. */
const patienceMilliseconds = 5_000;

const messageSchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  payload: z.unknown().optional(),
});

/** A message of graphql-transport-ws. */
export type Message = z.infer<typeof messageSchema>;

/** A client's socket that tests write and read message by message. */
export interface ClientSocket extends Disposable {
  send(message: Message): void;
  sendText(text: string): void;
  sendBinary(bytes: Buffer): void;
  /** Stops reading, as a client does whose network is slow. */
  pause(): void;
  resume(): void;
  /** Says good-bye. */
  close(): void;
  /** The next message that is not answered already. */
  next(): Promise<Message>;
  /** The code with which the server closed. */
  readonly closed: Promise<number>;
}

/** How a test opens a socket. */
export interface SocketOptions {
  readonly origin?: string;
  readonly protocol?: string | null;
  /** False plays a peer that is no longer there. */
  readonly autoPong?: boolean;
  /** What the client says it is. */
  readonly clientName?: string;
}

/** Opens a socket without initialising it. */
export async function openSocket(
  url: string,
  { origin, protocol = 'graphql-transport-ws', autoPong = true, clientName }: SocketOptions = {},
): Promise<ClientSocket> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), protocol ?? [], {
    autoPong,
    ...(origin !== undefined && { origin }),
    ...(clientName !== undefined && { headers: { 'apollographql-client-name': clientName } }),
  });
  const arrived: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  socket.on('message', (data) => {
    const message = messageSchema.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''));
    const reader = waiting.shift();
    if (reader === undefined) arrived.push(message);
    else reader(message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return {
    send: (message) => {
      socket.send(JSON.stringify(message));
    },
    sendText: (text) => {
      socket.send(text);
    },
    sendBinary: (bytes) => {
      socket.send(bytes);
    },
    pause: () => {
      socket.pause();
    },
    resume: () => {
      socket.resume();
    },
    close: () => {
      socket.close();
    },
    next: () => {
      const message = arrived.shift();
      if (message !== undefined) return Promise.resolve(message);
      return inTime(new Promise((resolve) => waiting.push(resolve)));
    },
    closed: inTime(closed),
    [Symbol.dispose]: () => {
      socket.terminate();
    },
  };
}

/** Opens a socket and initialises it with a token. */
export async function connect(
  url: string,
  token: string,
  options?: SocketOptions,
): Promise<ClientSocket> {
  const socket = await openSocket(url, options);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  const { type } = await socket.next();
  if (type !== 'connection_ack') throw new Error(`answered ${type} instead of connection_ack`);
  return socket;
}

/** Rejects when it takes longer than a test should wait. */
export function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('it did not happen in time'));
  }, patienceMilliseconds);
  const result = Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
  result.catch(() => undefined);
  return result;
}

/** Resolves when the condition holds; looked at whenever the event loop is free. */
export function until(condition: () => boolean): Promise<void> {
  return inTime(
    new Promise((resolve) => {
      const look = () => {
        if (condition()) resolve();
        else setImmediate(look);
      };
      look();
    }),
  );
}
