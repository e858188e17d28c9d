import type { Duplex } from 'node:stream';
import { frameSize, writeFrame, type OutgoingMessage } from './frames.ts';
import type { AfterTurn } from './turns.ts';

/** Events of one subscription that wait for their client, at most. */
const mostEvents = 256;
/** Bytes that wait for one client, at most, before events are refused and nothing more is read. */
const mostBytes = 1024 * 1024;
/** Bytes that are handed to the socket at a time. */
const chunkBytes = 64 * 1024;

/** One subscription's place in its client's outbox. */
export interface Lane {
  /** What precedes each of its events. */
  readonly start: Buffer;
  /** Its events that wait. */
  queued: number;
}

/** What waits to be written to one client. */
export interface Outbox {
  /** Queues a message that must not be left out. */
  send(text: string): void;
  /** Queues an event; false, and not queued, when its client reads too slowly. */
  offer(lane: Lane, event: Buffer): boolean;
  /** Calls back once, when nothing waits any more. */
  whenEmpty(callback: () => void): void;
  /** Writes what the socket takes, now. */
  flush(): void;
}

/** How an outbox works with its socket. */
export interface OutboxOptions {
  readonly socket: Duplex;
  readonly afterTurn: AfterTurn;
  /** More waits than a client should leave unread: true until it has been written. */
  readonly onFull: (isFull: boolean) => void;
  /** The client has taken something. */
  readonly onProgress: () => void;
}

interface Waiting extends OutgoingMessage {
  readonly lane: Lane | null;
}

const nothing = Buffer.alloc(0);

/**
 * Collects the messages of a turn and writes them together. A socket that takes no more is left
 * alone until it drains, so that what waits is counted here and not out of sight in its buffers.
 */
export function createOutbox({ socket, afterTurn, onFull, onProgress }: OutboxOptions): Outbox {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let isBlocked = false;
  let isFull = false;
  let whenEmpty: (() => void)[] = [];

  const queue = (message: Waiting): void => {
    if (waiting.length === 0) afterTurn(flush);
    waiting.push(message);
    bytes += message.start.length + message.rest.length;
  };

  const tell = (full: boolean): void => {
    if (isFull !== full) onFull(full);
    isFull = full;
  };

  const flush = (): void => {
    let sent = 0;
    while (sent < waiting.length && !isBlocked && socket.writable) {
      const end = endOfChunk(waiting, sent);
      const chunk = waiting.slice(sent, end);
      sent = end;
      for (const { start, rest, lane } of chunk) {
        bytes -= start.length + rest.length;
        if (lane !== null) lane.queued -= 1;
      }
      isBlocked = !socket.write(encode(chunk));
    }
    waiting = sent === waiting.length ? [] : waiting.slice(sent);
    if (waiting.length > 0) return;
    tell(false);
    const callbacks = whenEmpty;
    whenEmpty = [];
    for (const callback of callbacks) callback();
  };

  socket.on('drain', () => {
    isBlocked = false;
    onProgress();
    flush();
  });

  return {
    send(text) {
      queue({ start: nothing, rest: Buffer.from(text), lane: null });
      if (bytes > mostBytes) tell(true);
    },
    offer(lane, event) {
      const hasRoom = () => lane.queued < mostEvents && bytes + event.length <= mostBytes;
      // A burst within one turn is not yet a slow client.
      if (!hasRoom()) flush();
      if (!hasRoom() && waiting.length > 0) return false;
      lane.queued += 1;
      queue({ start: lane.start, rest: event, lane });
      return true;
    },
    whenEmpty(callback) {
      if (waiting.length === 0) callback();
      else whenEmpty.push(callback);
    },
    flush,
  };
}

/** The index after the messages that fit into a chunk together, at least one. */
function endOfChunk(messages: readonly Waiting[], from: number): number {
  let size = 0;
  let end = from;
  for (let message = messages[end]; message !== undefined; message = messages[end]) {
    size += frameSize(message);
    if (size > chunkBytes && end > from) break;
    end += 1;
  }
  return end;
}

function encode(messages: readonly OutgoingMessage[]): Buffer {
  const size = messages.reduce((sum, message) => sum + frameSize(message), 0);
  const chunk = Buffer.allocUnsafe(size);
  messages.reduce((at, message) => writeFrame(message, chunk, at), 0);
  return chunk;
}
