import { rm } from 'node:fs/promises';
import { areEnginesOwned, endEngines } from './end-engines.ts';
import { engines } from './engine-list.ts';
import { findRunningSystem } from './running-system.ts';
import { StartupError } from './startup-error.ts';

/** Throws all data away, so that the next start begins anew. Servers that others run are left alone. */
export async function removeData(
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const given = engines.filter(({ variable }) => (env[variable] ?? '') !== '');
  if (given.length > 0) {
    throw new StartupError(
      `--fresh only empties servers that are started here: unset ${given.map(({ variable }) => variable).join(', ')}, ` +
        'or empty those servers yourself.',
    );
  }
  if (findRunningSystem(dataDir) !== null || areEnginesOwned(dataDir)) {
    throw new StartupError(
      'The data is in use by a system that runs: stop it before you begin anew.',
    );
  }
  await endEngines(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
