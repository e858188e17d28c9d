import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { z } from 'zod';
import type { Endpoint, Person } from '../journey/person.ts';

/** An event as its reader got it. */
export interface Received {
  readonly seq: number;
  readonly text: string;
}

/** Somebody who follows a conversation as an app does, on a new socket whenever one is lost. */
export interface Reader {
  readonly received: readonly Received[];
  /** How many sockets it took. */
  readonly sockets: number;
  /** Breaks the socket as a telephone does that loses its network. */
  cut(): void;
  /** Settles when the last event is there. */
  readonly done: Promise<void>;
}

/** How somebody reads. */
export interface ReaderOptions {
  readonly person: Person;
  /** Each new socket goes to the next of them. */
  readonly nodes: readonly Endpoint[];
  readonly conversationId: string;
  readonly count: number;
  /** Asked after every event; the socket takes nothing until it answers. */
  readonly pace?: (seq: number) => Promise<void> | null;
}

const followQuery = `subscription ($id: ID!, $afterSeq: Int) {
  conversationEvents(conversationId: $id, afterSeq: $afterSeq) { seq message { text } }
}`;

const answer = z.object({
  conversationEvents: z.object({ seq: z.number(), message: z.object({ text: z.string() }) }),
});

function toReceived(data: unknown): Received {
  const { seq, message } = answer.parse(data).conversationEvents;
  return { seq, text: message.text };
}

/** Begins to read from the beginning. */
export function startReader(options: ReaderOptions): Reader {
  const { person, nodes, conversationId, count, pace } = options;
  const received: Received[] = [];
  let sockets = 0;
  let open: WebSocket | null = null;

  const readOn = async (node: Endpoint) => {
    const client = createClient({
      url: node.graphql.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: person.headers['authorization'] },
      retryAttempts: 0,
      on: {
        opened: (socket) => {
          open = socket instanceof WebSocket ? socket : null;
        },
      },
    });
    const variables = { id: conversationId, afterSeq: received.at(-1)?.seq ?? 0 };
    try {
      for await (const { data } of client.iterate({ query: followQuery, variables })) {
        const event = toReceived(data);
        received.push(event);
        if (received.length >= count) return;
        const waiting = pace?.(event.seq) ?? null;
        if (waiting === null) continue;
        open?.pause();
        await waiting;
        open?.resume();
      }
    } catch {
      // The socket was lost or there was none: the reader opens another and reads on.
      await pause(50);
    } finally {
      open = null;
      await client.dispose();
    }
  };
  const read = async () => {
    while (received.length < count) {
      const node = nodes[sockets % nodes.length];
      sockets += 1;
      if (node !== undefined) await readOn(node);
    }
  };
  const done = read();
  return {
    received,
    get sockets() {
      return sockets;
    },
    cut: () => open?.terminate(),
    done,
  };
}
