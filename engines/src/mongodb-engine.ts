import { mkdir } from 'node:fs/promises';
import { MongoClient, MongoServerError } from 'mongodb';
import type { Engine } from './engine.ts';
import { lastLine } from './last-line.ts';
import { findMongod } from './mongod-program.ts';

const replicaSet = 'rs0';
const notYetInitialized = 94;
const invalidReplicaSetConfig = 93;

/** A replica set of one node: transactions and change streams need a replica set. */
export const mongodbEngine: Engine = {
  name: 'mongodb',
  title: 'MongoDB',
  variable: 'MONGODB_URI',
  protocols: ['mongodb:', 'mongodb+srv:'],
  pidFile: 'mongod.lock',
  stopSignal: 'SIGTERM',
  async prepare(folder, preparation) {
    await mkdir(folder, { recursive: true });
    return findMongod(preparation);
  },
  command: (program, folder, port) =>
    Promise.resolve({
      file: program,
      args: [
        ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'],
        ...['--replSet', replicaSet, '--wiredTigerCacheSizeGB', '0.25', '--quiet'],
        // Sockets in /tmp would collide between checkouts that use the same port one after the other.
        ...['--nounixsocket', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
        // What a process that was killed had begun to write is locked for others until then.
        ...['--setParameter', 'transactionLifetimeLimitSeconds=5'],
      ],
    }),
  urlAt: (port) =>
    `mongodb://127.0.0.1:${String(port)}/?replicaSet=${replicaSet}&directConnection=true`,
  async becomeReady(port) {
    await using client = directClient(port);
    await ensureMember(client, `127.0.0.1:${String(port)}`);
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['isWritablePrimary'] !== true) throw new Error('no primary yet');
  },
  async checkUrl(url) {
    await using client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
      throw new Error('it is not a replica set: start it with --replSet and run rs.initiate()');
    }
  },
  reasonIn(log) {
    const line = lastLine(log, /"s":"[FE]"/);
    return /"error":"([^"]+)"/.exec(line)?.[1] ?? /"msg":"([^"]+)"/.exec(line)?.[1] ?? line;
  },
};

function directClient(port: number): MongoClient {
  return new MongoClient(`mongodb://127.0.0.1:${String(port)}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2000,
  });
}

/** Creates the replica set, or tells an existing one that its only node has moved to another port. */
async function ensureMember(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  try {
    await admin.command({ replSetGetStatus: 1 });
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    if (error.code === notYetInitialized) {
      await admin.command({ replSetInitiate: { _id: replicaSet, members } });
    } else if (error.code === invalidReplicaSetConfig) {
      const config = { _id: replicaSet, version: 1, members };
      await admin.command({ replSetReconfig: config, force: true });
    } else throw error;
  }
}
