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
