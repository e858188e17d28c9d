import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { testSecret } from '@skillswap/kit/test/testkit';
import { identityHeader, signIdentity, type Viewer } from '@skillswap/kit/viewer';
import WebSocket from 'ws';

/**
 * Speaks to the subgraph with as little work of its own as there can be, because the load shares the
 * cores with what it measures: identities are signed once, and answers are text that nobody parses.
 */
export interface PlainClient extends Disposable {
  /** Runs an operation of somebody and answers the body. */
  post(identity: string, body: string): Promise<string>;
  /** Calls `hear` with each event of a subscription, from when it is open. */
  follow(viewer: Viewer, payload: object, hear: (event: string) => void): Promise<void>;
}

/** What proves to the subgraph who asks, for a minute. */
export const identityOf = (viewer: Viewer) => signIdentity(testSecret, 'chat', viewer);

/** Opens a client that keeps its connections. */
export function openPlainClient(url: string): PlainClient {
  const agent = new Agent({ keepAlive: true });
  const sockets: WebSocket[] = [];
  return {
    post: (identity, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          [identityHeader]: identity,
        };
        const sent = request(url, { method: 'POST', agent, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            resolve(text);
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    async follow(viewer, payload, hear) {
      const identity = await identityOf({ kind: 'service', name: 'gateway' });
      const extensions = { identity: await identityOf(viewer) };
      const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
        perMessageDeflate: false,
      });
      sockets.push(socket);
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'connection_init', payload: { identity } }));
      await once(socket, 'message');
      socket.on('message', (frame: Buffer) => {
        hear(frame.toString());
      });
      socket.send(
        JSON.stringify({ type: 'subscribe', id: '1', payload: { ...payload, extensions } }),
      );
    },
    [Symbol.dispose]() {
      for (const socket of sockets) socket.terminate();
      agent.destroy();
    },
  };
}
