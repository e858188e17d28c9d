import { execFile } from 'node:child_process';
import { chown, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { EngineCommand, SystemUser } from './engine.ts';
import { StartupError } from './startup-error.ts';

const run = promisify(execFile);

/** Makes an empty data folder that PostgreSQL's programs will accept as their own. */
export async function givePostgresUser(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!isRoot()) return;
  const { uid, gid } = await systemUser();
  await chown(folder, uid, gid);
}

/**
 * PostgreSQL refuses to run as root, so root hands over to the data folder's owner. That user may not be
 * able to enter the folders above (a checkout under /root, say): `setpriv` lets the program keep the one
 * capability it needs for that. Where capabilities are not to be had, the plain change of user has to do.
 */
export async function asPostgresUser(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<EngineCommand> {
  if (!isRoot()) return { file: program, args };
  const { uid, gid } = await stat(folder);
  const privileges = [
    ...[`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups'],
    ...[
      '--securebits=+no_setuid_fixup',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
  ];
  const works = await run('setpriv', [...privileges, program, '--version']).then(
    () => true,
    () => false,
  );
  if (works) return { file: 'setpriv', args: [...privileges, program, ...args] };
  await run(program, ['--version'], { uid, gid, cwd: '/' }).catch(() => {
    throw new StartupError(
      `PostgreSQL cannot run as root, and user ${String(uid)} may not enter ${dirname(folder)}: ` +
        'move the checkout to a folder that everybody may enter, or set DATABASE_URL.',
    );
  });
  return { file: program, args, user: { uid, gid } };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account `postgres` where there is one, else `nobody`; the programs need one that has a name. */
async function systemUser(): Promise<SystemUser> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(
      () => null,
    );
    if (ids !== null) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new StartupError(
    'PostgreSQL cannot run as root and this machine has neither a user postgres nor nobody: ' +
      'start as another user, or set DATABASE_URL.',
  );
}
