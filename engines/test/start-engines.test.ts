import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readEngineRecord, writeEngineRecord } from '../src/engine-state.ts';
import { freePort } from '../src/free-port.ts';
import { identityOf } from '../src/process-identity.ts';
import { startEngines } from '../src/start-engines.ts';
import { createDataFolder, serversOf } from './data-folder.ts';
import { readWords, writeWord } from './stores.ts';

const own = { env: {} };
const everywhere = (word: string) => ({
  mongodbUri: [word],
  databaseUrl: [word],
  redisUrl: [word],
});

/** A connection of some other program may hold the port for a moment. */
async function takePort(port: number | undefined): Promise<Server> {
  return vi.waitFor(async () => {
    const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }, 10_000);
}

describe('engines', { timeout: 120_000 }, () => {
  test('keep their data and their ports from one start to the next, and move when those are taken', async () => {
    const dataDir = await createDataFolder();
    const first = await startEngines({ dataDir, ...own });
    await writeWord(first, 'kept');
    await first[Symbol.asyncDispose]();
    expect(serversOf(dataDir)).toEqual([]);

    const second = await startEngines({ dataDir, ...own });
    expect(second.mongodbUri).toBe(first.mongodbUri);
    expect(await readWords(second)).toEqual(everywhere('kept'));
    await second[Symbol.asyncDispose]();

    const squatter = await takePort(readEngineRecord(dataDir, 'mongodb')?.port);
    await using third = await startEngines({ dataDir, ...own });
    squatter.close();
    expect(third.mongodbUri).not.toBe(first.mongodbUri);
    expect(await readWords(third)).toEqual(everywhere('kept'));
  });

  test('are borrowed while another start holds them', async () => {
    const dataDir = await createDataFolder();
    await using owner = await startEngines({ dataDir, ...own });
    const guest = await startEngines({ dataDir, ...own });
    expect(guest.redisUrl).toBe(owner.redisUrl);
    await guest[Symbol.asyncDispose]();
    expect(serversOf(dataDir)).toHaveLength(3);
  });

  test('are taken over after their owner was killed, and come back with their data after they were', async () => {
    const dataDir = await createDataFolder();
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-engines.ts'), dataDir]);
    await once(holder.stdout, 'data');
    const orphans = serversOf(dataDir);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(serversOf(dataDir)).toEqual(orphans);

    const heir = await startEngines({ dataDir, ...own });
    expect(serversOf(dataDir)).toEqual(orphans);
    await writeWord(heir, 'survived');
    for (const pid of serversOf(dataDir)) process.kill(pid, 'SIGKILL');
    await expect.poll(() => serversOf(dataDir)).toEqual([]);

    await using second = await startEngines({ dataDir, ...own });
    expect(await readWords(second)).toEqual(everywhere('survived'));
  });

  test('are started again, where they were, when they are to be kept running', async () => {
    const dataDir = await createDataFolder();
    const said: string[] = [];
    const progress = (line: string) => said.push(line);
    await using engines = await startEngines({ dataDir, ...own, progress, keepRunning: true });
    await writeWord(engines, 'again');
    for (const pid of serversOf(dataDir)) process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => said.filter((line) => line.endsWith('is back')), { timeout: 30_000 })
      .toHaveLength(3);
    expect(await readWords(engines)).toEqual(everywhere('again'));
    await engines[Symbol.asyncDispose]();
    expect(serversOf(dataDir)).toEqual([]);
  });

  test('start although the record names a process that is something else', async () => {
    const dataDir = await createDataFolder();
    const owner = identityOf(process.pid);
    writeEngineRecord(dataDir, 'mongodb', { port: await freePort(), pid: process.pid, owner });
    await mkdir(join(dataDir, 'redis'), { recursive: true });
    await writeFile(join(dataDir, 'redis', 'server.pid'), String(process.pid));
    const first = await startEngines({ dataDir, ...own });
    await first[Symbol.asyncDispose]();
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${String(process.pid)}\n`);
    await using engines = await startEngines({ dataDir, ...own });
    await writeWord(engines, 'there');
    expect(await readWords(engines)).toEqual(everywhere('there'));
  });

  test('replace a server that runs although the record was lost', async () => {
    const dataDir = await createDataFolder();
    await startEngines({ dataDir, ...own });
    const before = serversOf(dataDir);
    await writeFile(join(dataDir, 'engines.json'), 'damaged');
    await startEngines({ dataDir, ...own });
    const after = serversOf(dataDir);
    expect(after).toHaveLength(3);
    expect(after.filter((pid) => before.includes(pid))).toEqual([]);
  });
});

describe('a start that cannot succeed', { timeout: 120_000 }, () => {
  const refused = [
    [
      'MONGODB_URI',
      'postgres://localhost/x',
      /MONGODB_URI must be a mongodb:\/\/ or mongodb\+srv:\/\/ URL/,
    ],
    [
      'MONGODB_URI',
      'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500',
      /MongoDB cannot be used at .* MONGODB_URI/,
    ],
    ['DATABASE_URL', 'localhost', /DATABASE_URL must be a postgres:\/\/ or postgresql:\/\/ URL/],
    [
      'DATABASE_URL',
      'postgres://ada:sesame@127.0.0.1:1/x',
      /PostgreSQL cannot be used at .* DATABASE_URL/,
    ],
    ['REDIS_URL', 'http://localhost:6379', /REDIS_URL must be a redis:\/\/ or rediss:\/\/ URL/],
    ['REDIS_URL', 'redis://127.0.0.1:1', /Redis cannot be used at .* REDIS_URL/],
  ] as const;
  test.for(refused)(
    'says what is wrong with %s=%s and leaves nothing running',
    async ([name, url, sentence]) => {
      const dataDir = await createDataFolder();
      const start = startEngines({ dataDir, env: { [name]: url } });
      await expect(start).rejects.toThrow(sentence);
      await expect(start).rejects.not.toThrow(/sesame/);
      expect(serversOf(dataDir)).toEqual([]);
    },
  );

  test('names the log and the way out when a data folder is of another version', async () => {
    const dataDir = await createDataFolder();
    const first = await startEngines({ dataDir, ...own });
    await first[Symbol.asyncDispose]();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '9\n');
    const start = startEngines({ dataDir, ...own });
    await expect(start).rejects.toThrow(
      /PostgreSQL does not start \(.*version 9.*postgres\.log.*--fresh/,
    );
    expect(serversOf(dataDir)).toEqual([]);
  });

  test('stops at once when it is told to', async () => {
    const dataDir = await createDataFolder();
    const stop = new AbortController();
    const start = startEngines({
      dataDir,
      ...own,
      signal: stop.signal,
      progress: () => {
        stop.abort();
      },
    });
    await expect(start).rejects.toThrow(/abort/);
    expect(serversOf(dataDir)).toEqual([]);
  });
});
