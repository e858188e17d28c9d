import type { Server } from 'node:http';

/** Starts listening; resolves with the origin. Port 0 takes a free one. */
export function listen(server: Server, port: number, host?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`port ${String(port)} is taken; set another one`) : error);
    });
    server.listen({ port, host: host ?? '::' }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host ?? 'localhost'}:${String(bound)}`);
    });
  });
}

/** Listens on a free loopback port that no other worker of a cluster shares. */
export function listenAlone(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(`http://127.0.0.1:${String(bound)}`);
    });
  });
}

/** Stops accepting and waits for running requests, at most for `graceMilliseconds`. */
export function drain(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMilliseconds);
    // Right after the loop has looked for connections: those that wait have been taken by then.
    setImmediate(() => {
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
    });
  });
}
