import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const alsoAsFile = ['MONGODB_URI', 'DATABASE_URL', 'REDIS_URL'];

/** The process's variables and, where they say nothing, those of `.env`; addresses may also come as files. */
export function givenVariables(checkout: string): Environment {
  const file = join(checkout, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const env = { ...process.env };
  for (const name of alsoAsFile) {
    const path = env[`${name}_FILE`] ?? '';
    if (path !== '') env[name] = readSecret(name, path);
  }
  return env;
}

function readSecret(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new StartupError(`${name}_FILE names a file that cannot be read: correct or unset it.`);
  }
}
