import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm run drill -- <name>` runs the file `<name>.drill.ts` of this folder; without a name it lists
 * them. A drill breaks an engine under load, writes what it measured to docs/drills.md, and fails
 * when something that was acknowledged is lost or was done twice.
 */
const name = process.argv[2];
const files = globSync('*.drill.ts', { cwd: import.meta.dirname }).sort();
const file = files.find((known) => basename(known, '.drill.ts') === name);
if (file === undefined) {
  process.exitCode = name === undefined ? 0 : 1;
  process.stdout.write('Drills:\n');
  for (const known of files) {
    process.stdout.write(`  npm run drill -- ${basename(known, '.drill.ts')}\n`);
  }
} else {
  // The driver is corrected while it is loaded, so before anything that loads it by itself.
  await import('../../subgraphs/payments/src/postgres-driver.ts');
  await import(pathToFileURL(resolve(import.meta.dirname, file)).href);
}
