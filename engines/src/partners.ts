import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkout, dataDir } from './checkout.ts';
import { developmentSettings } from './development-settings.ts';
import { givenVariables } from './given-variables.ts';
import { findRunningSystem } from './running-system.ts';

/**
 * Runs the program that keeps partners, on the system that runs from this checkout unless the
 * environment names another one's stores.
 */
const given = givenVariables(checkout);
const system = findRunningSystem(dataDir);
const ofSystem =
  system === null
    ? {}
    : {
        ...(system.environment === 'production' ? {} : developmentSettings),
        SKILLSWAP_ENV: system.environment,
        MONGODB_URI: system.mongodbUri,
        REDIS_URL: system.redisUrl,
        GATEWAY_INTERNAL_URL: system.internalOrigin,
      };
const program = join(checkout, 'subgraphs', 'users', 'src', 'partners.ts');
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? checkout,
  env: { ...ofSystem, ...given },
  stdio: 'inherit',
});
await once(child, 'close');
process.exitCode = child.exitCode ?? 1;
