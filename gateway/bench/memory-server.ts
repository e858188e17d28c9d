import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createMessageReader } from './message-reader.ts';

/** A server that answers every request it has seen before from memory. */
export interface MemoryServer extends AsyncDisposable {
  readonly port: number;
  /** Requests answered since the last call. */
  readonly takeCount: () => number;
}

/** Different requests that are remembered at most. */
const mostAnswers = 10_000;

/**
 * Serves JSON over HTTP/1.1. What is measured is the gateway, and it shares the machine with what it
 * asks: so each different request, by path and body, is computed once, and all that is left is a
 * socket server that does no more than the protocol demands. Null is answered with 404.
 */
export async function serveFromMemory(
  compute: (path: string, body: string) => Promise<object | null>,
  wantedPort = 0,
): Promise<MemoryServer> {
  const answers = new Map<string, Buffer>();
  const sockets = new Set<Socket>();
  let count = 0;

  const answer = (socket: Socket, startLine: string, body: string): void => {
    const path = startLine.slice(startLine.indexOf(' ') + 1, startLine.lastIndexOf(' '));
    const key = `${path} ${body}`;
    const known = answers.get(key);
    count += 1;
    if (known !== undefined) {
      socket.write(known);
      return;
    }
    compute(path, Buffer.from(body, 'latin1').toString()).then(
      (computed) => {
        const bytes = toResponse(computed);
        if (answers.size < mostAnswers) answers.set(key, bytes);
        socket.write(bytes);
      },
      () => socket.destroy(),
    );
  };
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    const read = createMessageReader(
      () => true,
      ({ startLine, body }) => {
        answer(socket, startLine, body ?? '');
      },
    );
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(wantedPort, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');

  return {
    port: address.port,
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

function toResponse(answer: object | null): Buffer {
  const text = JSON.stringify(answer);
  const status = answer === null ? '404 Not Found' : '200 OK';
  const length = String(Buffer.byteLength(text));
  return Buffer.from(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`,
  );
}
