/**
 * The operator's change of the key that signs access tokens:
 * `MONGODB_URI=… node subgraphs/users/src/rotate-signing-key.ts`
 */
import { z } from 'zod';
import { systemClock } from '@skillswap/kit/clock';
import { mongodbUri, readConfig } from '@skillswap/kit/config';
import { openMongo } from '@skillswap/kit/mongo';
import { rotateKey } from './stored-keys.ts';

async function rotate(): Promise<string> {
  const variables = z.object({ MONGODB_URI: mongodbUri, JWT_PRIVATE_KEY: z.string().optional() });
  const { MONGODB_URI, JWT_PRIVATE_KEY } = readConfig(variables, process.env);
  if (JWT_PRIVATE_KEY !== undefined) {
    throw new Error(
      'JWT_PRIVATE_KEY holds the keys: add the new one as the last of the set, make it the first ' +
        'after ten minutes, and take the old one out ten minutes after that',
    );
  }
  await using store = await openMongo(MONGODB_URI, 'users', 'users-rotate-signing-key');
  const rotation = await rotateKey(store, systemClock.now());
  if (rotation === null) throw new Error('a new key is published already and waits to sign');
  return `key ${rotation.kid} is published and signs from ${rotation.signsFrom.toISOString()}`;
}

try {
  process.stdout.write(`${await rotate()}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
