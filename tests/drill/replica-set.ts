import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { freePort } from '../../engines/src/free-port.ts';
import { findMongod } from '../../engines/src/mongod-program.ts';
import { mongodbEngine } from '../../engines/src/mongodb-engine.ts';

/** A node of a replica set. */
interface Node {
  readonly port: number;
  readonly folder: string;
  process: ChildProcess;
}

const name = 'rs0';

/** Three nodes that hold data, on loopback; they are gone with their data when it is disposed. */
export async function startReplicaSet() {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'skillswap-replicas-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  const preparation = { progress: () => undefined, signal: AbortSignal.timeout(120_000) };
  const program = await findMongod(preparation);
  const launch = async (port: number, at: string) => {
    const { file, args } = await mongodbEngine.command(program, at, port);
    return spawn(file, [...args], { stdio: 'ignore' });
  };
  const nodes: Node[] = [];
  for (const place of [0, 1, 2]) {
    const [port, at] = [await freePort(), join(folder, String(place))];
    await mkdir(at);
    const node = { port, folder: at, process: await launch(port, at) };
    undo.defer(() => end(node));
    nodes.push(node);
  }
  const hosts = nodes.map(({ port }) => `127.0.0.1:${String(port)}`);
  const members = hosts.map((host, _id) => ({ _id, host }));
  await insist(() =>
    askNode(nodes[0]?.port ?? 0, { replSetInitiate: { _id: name, members } }).catch(
      (error: unknown) => {
        if (!String(error).includes('already initialized')) throw error;
      },
    ),
  );
  const findPrimary = () =>
    insist(async () => {
      for (const node of nodes) {
        const hello = await askNode(node.port, { hello: 1 }).catch(() => null);
        if (hello?.['isWritablePrimary'] === true) return node;
      }
      throw new Error('there is no primary');
    });
  await findPrimary();
  const stack = undo.move();
  return {
    url: `mongodb://${hosts.join(',')}/?replicaSet=${name}`,
    /** Kills the primary without warning. */
    async killPrimary(): Promise<void> {
      const node = await findPrimary();
      node.process.kill('SIGKILL');
      await once(node.process, 'exit');
    },
    /** Starts the nodes again that are dead. */
    async revive(): Promise<void> {
      for (const node of nodes) {
        if (node.process.exitCode === null && node.process.signalCode === null) continue;
        node.process = await launch(node.port, node.folder);
        await insist(async () => {
          const hello = await askNode(node.port, { hello: 1 });
          if (hello['secondary'] !== true && hello['isWritablePrimary'] !== true) {
            throw new Error('it has not caught up');
          }
        });
      }
    },
    /** Makes the primary step down in good order. */
    async stepDown(): Promise<void> {
      const { port } = await findPrimary();
      await askNode(port, { replSetStepDown: 30, secondaryCatchUpPeriodSecs: 10 });
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function end(node: Node): Promise<void> {
  if (node.process.exitCode !== null || node.process.signalCode !== null) return;
  node.process.kill('SIGKILL');
  await once(node.process, 'exit');
}

async function askNode(port: number, command: Record<string, unknown>) {
  const uri = `mongodb://127.0.0.1:${String(port)}/?directConnection=true`;
  await using client = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  return await client.db('admin').command(command);
}

async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(200);
    }
  }
}
