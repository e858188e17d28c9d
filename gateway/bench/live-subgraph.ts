import { once } from 'node:events';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { executeSync, parse, type DocumentNode } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { live, type ReviewAdded } from './live-shape.ts';

/** A subgraph that sends events to whoever has subscribed, over graphql-transport-ws. */
export interface LiveSubgraph extends AsyncDisposable {
  readonly url: string;
  /** Subscriptions that were ever opened: some gateways let go of theirs late. */
  subscriptionsBegun(): number;
  emit(event: ReviewAdded): void;
}

const messageSchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  payload: z.object({ query: z.string().optional() }).nullish(),
});

/** Starts it. An event's text is made once per document that subscribes and then remembered. */
export async function serveLiveSubgraph(): Promise<LiveSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(live.sdl) }]);
  const http = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const subscriptions = new Map<WebSocket, Map<string, string>>();
  let begun = 0;
  const documents = new Map<string, { document: DocumentNode; texts: Map<string, string> }>();

  const textOf = (query: string, event: ReviewAdded): string => {
    const known = documents.get(query) ?? {
      document: parse(query),
      texts: new Map<string, string>(),
    };
    documents.set(query, known);
    const { document, texts } = known;
    const rootValue = { reviewAdded: event };
    const text =
      texts.get(event.id) ?? JSON.stringify(executeSync({ schema, document, rootValue }));
    texts.set(event.id, text);
    return text;
  };
  sockets.on('connection', (socket) => {
    const own = new Map<string, string>();
    subscriptions.set(socket, own);
    socket.on('close', () => subscriptions.delete(socket));
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('message', (data: Buffer) => {
      const { type, id = '', payload } = messageSchema.parse(JSON.parse(data.toString()));
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      else if (type === 'ping') socket.send('{"type":"pong"}');
      else if (type === 'subscribe') {
        begun += 1;
        own.set(id, payload?.query ?? '');
      } else if (type === 'complete') own.delete(id);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');

  return {
    url: `http://127.0.0.1:${String(address.port)}/live`,
    subscriptionsBegun: () => begun,
    emit: (event) => {
      for (const [socket, own] of subscriptions) {
        for (const [id, query] of own) {
          socket.send(`{"id":"${id}","type":"next","payload":${textOf(query, event)}}`);
        }
      }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      http.close();
      await once(http, 'close');
    },
  };
}
