import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createMessageReader, type Message } from './message-reader.ts';

/** A load on one gateway: every connection sends its next request when the last one is answered. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  /** The JSON of the GraphQL request. */
  readonly body: string;
  /** Whether every request comes from somebody else, as its Authorization header says. */
  readonly users: 'distinct' | 'one';
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** What every answer must be, byte for byte; the bodies of a sample are compared. */
  readonly expected: string;
  /** Called when the measured time begins, and when it ends. */
  readonly begin: () => void;
  readonly end: () => void;
}

/** What a load has measured. */
export interface LoadFigures {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How busy this process was, which also serves the subgraphs; 1 is a whole core. */
  readonly ownLoad: number;
}

/** Of so many answers one is compared; all of the others by status and length. */
const sampleEvery = 1_000;
const patienceMilliseconds = 15_000;

/** Shared by all connections: what is read is used up before the next one reads. */
const buffer = Buffer.allocUnsafe(256 * 1024);

let lastUser = 0;

/** Runs a load to its end. Throws for an answer that is not the expected one. */
export async function runLoad(load: Load): Promise<LoadFigures> {
  let measured: number[] | null = null;
  let isOver = false;
  const connections = Array.from({ length: load.connections }, (_, index) =>
    drive(load, index, {
      isOver: () => isOver,
      answered: (milliseconds) => measured?.push(milliseconds),
    }),
  );
  const ended = Promise.all(connections.map((connection) => connection.ended));
  try {
    await Promise.race([delay(load.warmUpSeconds * 1_000), ended]);
    load.begin();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const latencies: number[] = [];
    measured = latencies;
    await Promise.race([delay(load.seconds * 1_000), ended]);
    measured = null;
    load.end();
    return summarize(latencies, (performance.now() - start) / 1_000, process.cpuUsage(cpu));
  } finally {
    isOver = true;
    await Promise.race([ended, unanswered()]);
  }
}

async function unanswered(): Promise<never> {
  await delay(patienceMilliseconds, undefined, { ref: false });
  throw new Error('requests stay unanswered');
}

function summarize(
  latencies: readonly number[],
  seconds: number,
  { user, system }: NodeJS.CpuUsage,
): LoadFigures {
  const sorted = Float64Array.from(latencies).sort();
  const percentile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return {
    requests: sorted.length,
    seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    ownLoad: (user + system) / 1e6 / seconds,
  };
}

interface Connection {
  /** Settles when the connection has sent its last request; rejects when an answer is wrong. */
  readonly ended: Promise<void>;
}

function drive(
  load: Load,
  index: number,
  { isOver, answered }: { isOver: () => boolean; answered: (milliseconds: number) => void },
): Connection {
  const { request, nameUser } = writeRequest(load);
  const length = Buffer.byteLength(load.expected);
  let count = index;
  let sentAt = 0;
  const ended = new Promise<void>((resolve, reject) => {
    const fail = (reason: string): void => {
      socket.destroy();
      reject(new Error(reason));
    };
    const send = (): void => {
      if (load.users === 'distinct') nameUser();
      sentAt = performance.now();
      socket.write(request);
    };
    const receive = ({ startLine, bytes, body }: Message): void => {
      answered(performance.now() - sentAt);
      if (!startLine.startsWith('HTTP/1.1 200')) fail(`answered ${startLine}`);
      else if (bytes !== length || (body !== null && body !== load.expected)) {
        fail(
          `answered ${String(bytes)} bytes that are not the answer: ${body?.slice(0, 300) ?? ''}`,
        );
      } else if (isOver()) {
        socket.destroy();
        resolve();
      } else send();
    };
    const read = createMessageReader(() => {
      count += 1;
      return count % sampleEvery === 0;
    }, receive);
    const socket = connect({
      host: '127.0.0.1',
      port: load.port,
      noDelay: true,
      onread: {
        buffer,
        callback: (size) => {
          read(buffer.subarray(0, size));
          return true;
        },
      },
    });
    socket.once('connect', send);
    socket.once('error', (error) => {
      fail(error.message);
    });
    socket.once('close', () => {
      fail('closed the connection');
    });
  });
  return { ended };
}

/** The bytes of a request, and how to write the next user's name into them. */
function writeRequest({ port, body }: Load): { request: Buffer; nameUser: () => void } {
  const head =
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${String(port)}\r\n` +
    'content-type: application/json\r\naccept: application/json\r\n' +
    `content-length: ${String(Buffer.byteLength(body))}\r\nauthorization: Bearer `;
  const digits = 10;
  const request = Buffer.from(`${head}${'0'.repeat(digits)}\r\n\r\n${body}`);
  const nameUser = (): void => {
    lastUser += 1;
    request.write(String(lastUser).padStart(digits, '0'), head.length, 'latin1');
  };
  return { request, nameUser };
}
