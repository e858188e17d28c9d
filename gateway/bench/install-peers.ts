import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peersFolder } from './candidates.ts';

/** Installs the other gateways' packages, as their own lockfile says, unless they are there. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(join(peersFolder, 'node_modules/.package-lock.json'))) return;
  say('installing the other gateways; this happens once and takes some minutes');
  const { status } = spawnSync('npm', ['ci'], { cwd: peersFolder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci has failed in ${peersFolder}`);
}
