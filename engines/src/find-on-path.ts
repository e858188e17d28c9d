import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first executable file with one of these names in the folders of PATH. */
export async function findOnPath(
  path: string | undefined,
  names: readonly string[],
): Promise<string | null> {
  for (const folder of (path ?? '').split(delimiter).filter((entry) => entry !== '')) {
    for (const name of names) {
      const file = join(folder, name);
      if (await isExecutable(file)) return file;
    }
  }
  return null;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
