import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the npm packages of the other gateways are installed; they are no part of the product. */
export const peersFolder = join(import.meta.dirname, 'peers');

const lockfile = join(peersFolder, 'package-lock.json');
const installed = join(peersFolder, 'node_modules/.package-lock.json');
const manifest = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

/** Installs the other gateways' packages, as their own lockfile says, unless they are there. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(installed) && statSync(installed).mtime >= statSync(lockfile).mtime) return;
  say('installing the other gateways; this happens once and takes some minutes');
  const { status } = spawnSync('npm', ['ci'], { cwd: peersFolder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci has failed in ${peersFolder}`);
}

/** One sentence with the versions of the other gateways. */
export function describePeers(): string {
  const { packages } = manifest.parse(JSON.parse(readFileSync(lockfile, 'utf8')));
  const names = [
    '@apollo/gateway',
    '@apollo/server',
    '@graphql-hive/gateway',
    '@graphql-hive/router-runtime',
  ];
  const versions = names.map(
    (name) => `${name} ${packages[`node_modules/${name}`]?.version ?? 'unknown'}`,
  );
  return `Other gateways: ${versions.join(', ')}.`;
}
