import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { Engine, Preparation } from './engine.ts';
import { exists } from './exists.ts';
import { lastLine } from './last-line.ts';
import { asPostgresUser, givePostgresUser } from './postgres-user.ts';
import { isServerOf } from './process-of.ts';
import { postgresPrograms } from './postgres-programs.ts';

const run = promisify(execFile);

/** PostgreSQL out of the npm package; whatever `postgres` is on PATH may be any version or wrapper. */
export const postgresEngine: Engine = {
  name: 'postgres',
  title: 'PostgreSQL',
  variable: 'DATABASE_URL',
  protocols: ['postgres:', 'postgresql:'],
  pidFile: 'postmaster.pid',
  // The fast shutdown: ends sessions, then writes everything down.
  stopSignal: 'SIGINT',
  async prepare(folder, preparation) {
    const { postgres: program, initdb } = postgresPrograms();
    if (!(await exists(join(folder, 'PG_VERSION'))))
      await createCluster(initdb, folder, preparation);
    await removeStalePid(folder);
    return program;
  },
  command: (program, folder, port) =>
    asPostgresUser(folder, program, [
      ...['-D', folder, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=200'],
    ]),
  urlAt: (port) => `postgres://postgres:postgres@127.0.0.1:${String(port)}/postgres`,
  becomeReady: (port) => connectOnce(postgresEngine.urlAt(port)),
  checkUrl: connectOnce,
  reasonIn: (log) => lastLine(log, /FATAL|DETAIL|PANIC|error/i),
};

/** Builds the cluster beside its final folder and renames it, so that an interrupted start leaves no half. */
async function createCluster(
  initdb: string,
  folder: string,
  preparation: Preparation,
): Promise<void> {
  preparation.progress('PostgreSQL  creating a new database cluster …');
  const scratch = `${folder}.new`;
  await rm(scratch, { recursive: true, force: true });
  await givePostgresUser(scratch);
  const { file, args } = await asPostgresUser(scratch, initdb, [
    ...['--pgdata', scratch, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8'],
    ...[
      '--locale-provider',
      'builtin',
      '--builtin-locale',
      'C.UTF-8',
      '--locale',
      'C',
      '--no-sync',
    ],
  ]);
  await run(file, args, { cwd: '/', signal: preparation.signal });
  await rm(folder, { recursive: true, force: true });
  await rename(scratch, folder);
}

/** After a crash the process id may belong to another program, which PostgreSQL would take for a server. */
async function removeStalePid(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (!Number.isNaN(pid) && !isServerOf(pid, folder)) await rm(file, { force: true });
}

async function connectOnce(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`/* readiness */ select 1`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
