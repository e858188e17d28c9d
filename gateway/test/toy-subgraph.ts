import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { ResolverMap } from '@skillswap/kit/server';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';

/** How a toy subgraph is described. */
export interface ToyDefinition {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: ResolverMap;
  /** Plain HTTP endpoints by path. */
  readonly routes?: Readonly<Record<string, (request: ToyRequest) => ToyResponse>>;
}

/** A request as the toy subgraph saw it. */
export interface ToyRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a route answers. */
export interface ToyResponse {
  readonly status: number;
  readonly body: string;
  readonly type: string;
  readonly location?: string;
}

/** A subgraph in this process whose behaviour tests steer. */
export interface ToySubgraph extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  readonly schema: GraphQLSchema;
  /** GraphQL requests in the order they came. */
  readonly requests: ToyRequest[];
  /** Identities that came with subscribe messages. */
  readonly subscribed: unknown[];
  /** Replaces the answer to GraphQL requests; null goes back to normal. */
  answerWith: ((request: ToyRequest, response: ServerResponse) => void) | null;
  /** Cuts all WebSocket connections. */
  cutSockets(): void;
  /** Open WebSocket connections. */
  socketCount(): number;
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});

/** Starts a toy subgraph, on a free port unless one is wanted. */
export async function startToySubgraph(
  definition: ToyDefinition,
  wantedPort = 0,
): Promise<ToySubgraph> {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(definition.sdl), resolvers: definition.resolvers },
  ]);
  const requests: ToyRequest[] = [];
  const subscribed: unknown[] = [];
  const toy: Pick<ToySubgraph, 'answerWith'> = { answerWith: null };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = request.url ?? '';
    const route = definition.routes?.[path];
    if (route !== undefined) {
      const answer = route({ path, headers: request.headers, body, query: '', variables: {} });
      if (answer.location !== undefined) response.setHeader('location', answer.location);
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
      return;
    }
    const { query, variables } = requestSchema.parse(JSON.parse(body.toString()));
    const seen = { path, headers: request.headers, body, query, variables };
    requests.push(seen);
    if (toy.answerWith !== null) {
      toy.answerWith(seen, response);
      return;
    }
    const result = await execute({ schema, document: parse(query), variableValues: variables });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };

  const http = createServer((request, response) => void handle(request, response));
  const sockets = new WebSocketServer({ server: http, path: '/graphql' });
  useServer(
    {
      schema,
      onSubscribe: (_context, _id, { extensions }) => {
        subscribed.push(extensions);
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => http.listen(wantedPort, '127.0.0.1', resolve));
  const { port } = addressOf(http.address());
  return Object.assign(toy, {
    name: definition.name,
    url: `http://127.0.0.1:${String(port)}/graphql`,
    schema,
    requests,
    subscribed,
    cutSockets: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    socketCount: () => sockets.clients.size,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise<void>((resolve) => {
        http.close(() => {
          resolve();
        });
      });
    },
  });
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new TypeError('the server does not listen on a port');
}
