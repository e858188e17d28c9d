/**
 * The operator's way to the first administrator, and the seed's to its staff:
 * `MONGODB_URI=… node subgraphs/users/src/grant-roles.ts <e-mail> <ROLE>…`
 */
import { z } from 'zod';
import { systemClock } from '@skillswap/kit/clock';
import { mongodbUri, readConfig } from '@skillswap/kit/config';
import { createTransact, openMongo } from '@skillswap/kit/mongo';
import { normaliseEmail } from './email-address.ts';
import { createRevocationRepository } from './revocation-repository.ts';
import { isRole, type Role } from './roles.ts';
import { setRoles } from './set-roles.ts';
import { createUserRepository } from './user-repository.ts';

async function grantRoles(address: string, granted: readonly Role[]): Promise<string> {
  const { MONGODB_URI } = readConfig(z.object({ MONGODB_URI: mongodbUri }), process.env);
  await using store = await openMongo(MONGODB_URI, 'users', 'users-grant-roles');
  const users = createUserRepository(store);
  // The running subgraph publishes what this leaves in the outbox.
  const transact = createTransact(
    store,
    () => systemClock.now(),
    () => undefined,
  );
  // Gateways look into the store by themselves.
  const announceRevocations = () => Promise.resolve();
  const revocations = createRevocationRepository(store, () => systemClock.now());

  const user = await users.findByEmail(normaliseEmail(address) ?? '');
  if (user === null) throw new Error(`nobody has an account under ${address}`);
  const change = { byId: null, userId: user.id, roles: [...user.roles, ...granted] };
  const { done } = await setRoles({ transact, users, revocations, announceRevocations }, change);
  if (done === null) throw new Error(`the account of ${address} is closed`);
  return `${address} is ${done.roles.join(', ')} with the next tokens`;
}

const [address, ...names] = process.argv.slice(2);
const granted = names.filter(isRole);
try {
  if (address === undefined || names.length === 0 || granted.length < names.length) {
    throw new Error('usage: grant-roles.ts <e-mail> <ROLE>…, with roles as the schema names them');
  }
  process.stdout.write(`${await grantRoles(address, granted)}\n`);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
