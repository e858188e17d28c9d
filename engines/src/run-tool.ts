import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkout, dataDir } from './checkout.ts';
import { developmentSettings } from './development-settings.ts';
import { givenVariables } from './given-variables.ts';
import { readPorts } from './ports.ts';
import { findRunningSystem } from './running-system.ts';
import { sandboxVariables, usesSandbox } from './stripe-sandbox.ts';

/**
 * Runs an operator's program, named by its path in the checkout, on the system that runs from this
 * checkout unless the environment names another one's stores.
 */
export async function runTool(...path: readonly string[]): Promise<void> {
  const given = givenVariables(checkout);
  const system = findRunningSystem(dataDir);
  const ofSystem =
    system === null
      ? {}
      : {
          ...(system.environment === 'production' ? {} : developmentSettings),
          ...(usesSandbox(checkout, { SKILLSWAP_ENV: system.environment, ...given })
            ? sandboxVariables(readPorts([], given))
            : {}),
          SKILLSWAP_ENV: system.environment,
          MONGODB_URI: system.mongodbUri,
          DATABASE_URL: system.databaseUrl,
          REDIS_URL: system.redisUrl,
          GATEWAY_INTERNAL_URL: system.internalOrigin,
        };
  const child = spawn(process.execPath, [join(checkout, ...path), ...process.argv.slice(2)], {
    cwd: process.env['INIT_CWD'] ?? checkout,
    env: { ...ofSystem, ...given },
    stdio: 'inherit',
  });
  await once(child, 'close');
  process.exitCode = child.exitCode ?? 1;
}
