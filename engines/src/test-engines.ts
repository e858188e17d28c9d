import { chmodSync, mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { TestProject } from 'vitest/node';
import { endEngines } from './end-engines.ts';
import { identityOf, isStillThere } from './process-identity.ts';
import { startEngines } from './start-engines.ts';
import type { Engines } from './start-engines.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
    databaseUrl: string;
    redisUrl: string;
  }
}

const prefix = 'skillswap-test-';
const isOurs = (name: string) => /^skillswap-test-\d+@\d*-\w+$/.test(name);
let running: Engines | undefined;
let folder: string | undefined;

/**
 * Engines for a test run, as vitest's `globalSetup`: those of MONGODB_URI, DATABASE_URL and REDIS_URL,
 * and otherwise some of its own in a temporary folder. Tests find the addresses in these variables and
 * under `inject`.
 */
export async function setup(project: TestProject): Promise<void> {
  const { MONGODB_URI: mongodbUri, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
  if (mongodbUri && databaseUrl && redisUrl) {
    provide(project, { mongodbUri, databaseUrl, redisUrl });
    return;
  }
  await sweepLeftOvers();
  folder = mkdtempSync(join(tmpdir(), `${prefix}${identityOf(process.pid)}-`));
  chmodSync(folder, 0o755);
  running = await startEngines({ dataDir: folder, env: process.env });
  await keepWhatExpires(running.mongodbUri);
  provide(project, running);
}

/** Stops what `setup` started and removes its data. */
export async function teardown(): Promise<void> {
  await running?.[Symbol.asyncDispose]();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  running = undefined;
  folder = undefined;
}

function provide(project: TestProject, engines: Omit<Engines, keyof AsyncDisposable>): void {
  const { mongodbUri, databaseUrl, redisUrl } = engines;
  project.provide('mongodbUri', mongodbUri);
  project.provide('databaseUrl', databaseUrl);
  project.provide('redisUrl', redisUrl);
  Object.assign(process.env, {
    MONGODB_URI: mongodbUri,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  });
}

/**
 * Tests move time by hand, and begin on a day that is long gone for MongoDB: what it removes by the
 * machine's time would vanish at any moment.
 */
async function keepWhatExpires(mongodbUri: string): Promise<void> {
  await using client = new MongoClient(mongodbUri);
  await client.db('admin').command({ setParameter: 1, ttlMonitorEnabled: false });
}

/** A run that was killed leaves engines behind; adopting them is the way to end them. */
async function sweepLeftOvers(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter(isOurs)) {
    const left = join(tmpdir(), name);
    if (isStillThere(name.slice(prefix.length).split('-', 1)[0] ?? '')) continue;
    await endEngines(left);
    await rm(left, { recursive: true, force: true });
  }
}
