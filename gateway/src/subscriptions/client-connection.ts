import type { Duplex } from 'node:stream';
import { CloseCode, MessageType, parseMessage, type Message } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Authenticate, Credential } from '../authentication.ts';
import type { Engine } from '../engine.ts';
import { getOwn, isObject } from '../execution/json.ts';
import type { OpenSocket, OpenSockets } from './open-sockets.ts';
import { createOutbox } from './outbox.ts';
import { createRunningOperations } from './running-operations.ts';
import type { SocketClient, SocketOperationOptions } from './socket-operations.ts';
import type { AfterTurn } from './turns.ts';

/** What {@link serveConnection} needs. */
export interface ConnectionOptions extends SocketOperationOptions {
  /** Decides also whether a socket is opened without a token; throws when not. */
  readonly authenticate: Authenticate;
  readonly openSockets: OpenSockets;
  /** How long a client may take to initialise its socket. */
  readonly initTimeoutMilliseconds: number;
  readonly afterTurn: AfterTurn;
}

/** A client's socket as it was opened. */
export interface ClientSocket {
  readonly ws: WebSocket;
  /** What `ws` reads and writes. */
  readonly stream: Duplex;
  readonly opening: Opening;
}

/** What is kept of the request that opened a socket. */
export type Opening = Pick<SocketClient, 'clientAddress' | 'acceptLanguage' | 'headers'>;

/** A socket whose client has said who it is. */
interface InitialisedSocket extends OpenSocket, SocketClient {
  credential: Credential;
}

/** A client's socket that is served. */
export interface ClientConnection {
  /** Nothing runs and nothing is written on it any more. */
  readonly close: (code: number, reason: string) => void;
  /** Asks for a sign of life, and cuts the client off when it gave none since the last time. */
  readonly checkLife: () => void;
  /** True when an operation on it runs on this engine. */
  readonly uses: (engine: Engine) => boolean;
}

/** Serves one client by graphql-transport-ws. */
export function serveConnection(
  options: ConnectionOptions,
  { ws, stream, opening }: ClientSocket,
): ClientConnection {
  const { authenticate, openSockets, metrics, log } = options;
  let stage: 'new' | 'initialising' | 'ready' | 'closing' = 'new';
  let opened: InitialisedSocket | null = null;
  let isAlive = true;
  const noteLife = (): void => {
    isAlive = true;
  };

  const outbox = createOutbox({
    socket: stream,
    afterTurn: options.afterTurn,
    onFull: (isFull) => {
      if (isFull) ws.pause();
      else ws.resume();
    },
    onProgress: noteLife,
  });
  const send = (message: Message): void => {
    outbox.send(JSON.stringify(message));
  };
  const close = (code: number, reason: string): void => {
    if (stage === 'closing') return;
    end();
    outbox.flush();
    ws.close(code, reason);
    // The client's good-bye is still to be read.
    ws.resume();
  };
  const operations = createRunningOperations(options, outbox, () => {
    close(1012, 'Resume from your cursor');
  });
  const end = (): void => {
    stage = 'closing';
    stopInitTimer();
    operations.stopAll();
  };
  let initTimer: NodeJS.Timeout | undefined = setTimeout(() => {
    close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
  }, options.initTimeoutMilliseconds);
  const stopInitTimer = (): void => {
    clearTimeout(initTimer);
    initTimer = undefined;
  };

  const initialise = async (parameters: unknown): Promise<void> => {
    stage = 'initialising';
    stopInitTimer();
    const credential = await authenticateBy(authenticate, parameters);
    // The client may have left while its token was looked at.
    if (isClosing()) return;
    if (credential === null) {
      close(CloseCode.Forbidden, 'Forbidden');
      return;
    }
    const socket: InitialisedSocket = { ...opening, credential, close };
    if (!openSockets.add(socket)) {
      close(CloseCode.TooManyInitialisationRequests, 'Too many sockets');
      return;
    }
    opened = socket;
    stage = 'ready';
    metrics.countSockets(1);
    send({ type: MessageType.ConnectionAck });
  };
  const isClosing = (): boolean => stage === 'closing';

  const answerPing = async (payload: unknown): Promise<void> => {
    if (opened !== null && tokenIn(payload) !== undefined) {
      const fresh = await authenticateBy(authenticate, payload);
      if (fresh === null || !isOfTheSame(fresh, opened.credential)) {
        close(CloseCode.Forbidden, 'Forbidden');
        return;
      }
      opened.credential = fresh;
    }
    if (!isClosing()) send({ type: MessageType.Pong });
  };

  const receive = (message: Message): void => {
    switch (message.type) {
      case MessageType.ConnectionInit:
        if (stage === 'new') void initialise(message.payload);
        else close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
        return;
      case MessageType.Ping:
        void answerPing(message.payload);
        return;
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        if (opened === null) {
          close(CloseCode.Unauthorized, 'Unauthorized');
          return;
        }
        if (!operations.start(message.id, message.payload, opened)) {
          close(CloseCode.SubscriberAlreadyExists, 'Subscriber already exists');
        }
        return;
      case MessageType.Complete:
        operations.complete(message.id);
        return;
      case MessageType.ConnectionAck:
      case MessageType.Next:
      case MessageType.Error:
        close(CloseCode.BadRequest, 'Invalid message received');
    }
  };

  ws.on('pong', noteLife);
  ws.on('error', (error) => {
    // ws closes the socket with the code that fits: 1009 for a frame beyond the limit, and so on.
    log.info({ err: error }, 'a client broke the WebSocket protocol');
  });
  ws.on('message', (data, isBinary) => {
    noteLife();
    if (isClosing()) return;
    const message = readMessage(data, isBinary);
    if (message === null) close(CloseCode.BadRequest, 'Invalid message received');
    else receive(message);
  });
  ws.once('close', () => {
    end();
    if (opened === null) return;
    openSockets.remove(opened);
    metrics.countSockets(-1);
  });

  return {
    close,
    checkLife: () => {
      if (!isAlive) {
        ws.terminate();
        return;
      }
      isAlive = false;
      if (ws.readyState === ws.OPEN) ws.ping();
    },
    uses: (engine) => operations.use(engine),
  };
}

/** Null for what is no message of the protocol. */
function readMessage(data: RawData, isBinary: boolean): Message | null {
  if (isBinary || !Buffer.isBuffer(data)) return null;
  try {
    return parseMessage(data.toString());
  } catch {
    return null;
  }
}

function tokenIn(parameters: unknown): string | undefined {
  const authorization = isObject(parameters) ? getOwn(parameters, 'authorization') : undefined;
  return typeof authorization === 'string' ? authorization : undefined;
}

/** Null when the parameters name nobody who may open a socket. */
function authenticateBy(
  authenticate: Authenticate,
  parameters: unknown,
): Promise<Credential | null> {
  return authenticate(tokenIn(parameters)).catch(() => null);
}

/** What runs was admitted for a person with these rights, so a fresh token may change neither. */
function isOfTheSame({ viewer: fresh }: Credential, { viewer: known }: Credential): boolean {
  return (
    fresh.kind === 'member' &&
    known.kind === 'member' &&
    fresh.id === known.id &&
    new Set(fresh.scopes).symmetricDifference(new Set(known.scopes)).size === 0 &&
    new Set(fresh.roles).symmetricDifference(new Set(known.roles)).size === 0
  );
}
