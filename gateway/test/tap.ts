import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test can hold up, as a server that hangs would. */
export interface Tap extends AsyncDisposable {
  readonly port: number;
  /** Nothing comes back until it is opened again. */
  close(): void;
  open(): void;
  /** All connections end and none opens, until it is mended. */
  cut(): void;
  mend(): void;
}

/** Listens on a free port and passes everything on to `port` of this machine. */
export async function startTap(port: number): Promise<Tap> {
  const answers = new Set<Socket>();
  const sockets = new Set<Socket>();
  let isOpen = true;
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
        sockets.delete(socket);
      });
    }
    answers.add(upstream);
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => client.write(bytes));
    if (!isOpen) upstream.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      isOpen = false;
      for (const upstream of answers) upstream.pause();
    },
    open: () => {
      isOpen = true;
      for (const upstream of answers) upstream.resume();
    },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
