import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Gives somebody roles as an operator does; they hold with the next log-in. */
export async function grantRoles(
  mongodbUri: string,
  email: string,
  roles: readonly string[],
): Promise<void> {
  const program = new URL('../subgraphs/users/src/grant-roles.ts', import.meta.url).pathname;
  await promisify(execFile)(process.execPath, [program, email, ...roles], {
    env: { ...process.env, MONGODB_URI: mongodbUri },
  });
}
