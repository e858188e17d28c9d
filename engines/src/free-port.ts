import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 by IANA). */
const OFFERED = { from: 15_000, below: 32_768, attempts: 50 };

/**
 * A TCP port that is free on the loopback address at this moment; `preferred` when that one is.
 * It is one that no outgoing connection is given by chance, so that a server which stops finds it
 * free again at its next start.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  for (let attempt = 0; attempt < OFFERED.attempts; attempt += 1) {
    const port = randomInt(OFFERED.from, OFFERED.below);
    if (await isPortFree(port)) return port;
  }
  return listenOnce(0);
}

/** Whether a server could listen on this port of the loopback address now. */
export async function isPortFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return address.port;
}
