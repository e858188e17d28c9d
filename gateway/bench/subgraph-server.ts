import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { createMessageReader } from './message-reader.ts';
import type { BenchSubgraph } from './public-shape.ts';

/** Subgraphs that answer from memory, each at its own path of one origin. */
export interface SubgraphServer extends AsyncDisposable {
  readonly port: number;
  readonly urlOf: (subgraph: string) => string;
  /** Requests answered since the last call. */
  takeCount(): number;
}

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/** Different requests that are remembered at most. */
const mostAnswers = 10_000;

/**
 * Serves the subgraphs from one socket server. What is measured is the gateway, and it shares the
 * machine with its subgraphs: so each different request is answered by graphql-js once, and then
 * from memory by a server that does no more than HTTP/1.1 demands.
 */
export async function serveSubgraphs(subgraphs: readonly BenchSubgraph[]): Promise<SubgraphServer> {
  const schemas = new Map(
    subgraphs.map(({ name, sdl, resolvers }) => [
      `/${name}`,
      buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    ]),
  );
  const answers = new Map<string, Buffer>();
  const sockets = new Set<Socket>();
  let count = 0;

  const compute = async (path: string, body: string): Promise<Buffer> => {
    const schema = schemas.get(path);
    const answer = schema === undefined ? null : await answerOf(schema, body);
    const text = JSON.stringify(answer);
    return Buffer.from(
      `HTTP/1.1 ${answer === null ? '404 Not Found' : '200 OK'}\r\n` +
        `content-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`,
    );
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const read = createMessageReader(
      () => true,
      ({ startLine, body }) => {
        const path = startLine.slice(startLine.indexOf(' ') + 1, startLine.lastIndexOf(' '));
        const key = `${path} ${body ?? ''}`;
        const known = answers.get(key);
        count += 1;
        if (known !== undefined) {
          socket.write(known);
          return;
        }
        compute(path, body ?? '').then(
          (answer) => {
            if (answers.size < mostAnswers) answers.set(key, answer);
            socket.write(answer);
          },
          () => socket.destroy(),
        );
      },
    );
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  const { port } = address;

  return {
    port,
    urlOf: (subgraph) => `http://127.0.0.1:${String(port)}/${subgraph}`,
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answerOf(schema: GraphQLSchema, body: string): Promise<object> {
  const { query, variables } = requestSchema.parse(
    JSON.parse(Buffer.from(body, 'latin1').toString()),
  );
  return await execute({ schema, document: parse(query), variableValues: variables ?? {} });
}
