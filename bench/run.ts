import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm run bench -- <name> [arguments]` runs the file `<name>.bench.ts` of any package's folder
 * `bench`; without a name it lists them. The listing is the registry.
 */
const [name, ...args] = process.argv.slice(2);
const files = globSync('{*,subgraphs/*}/bench/*.bench.ts');
const names = new Map(files.sort().map((file) => [basename(file, '.bench.ts'), file]));
const file = names.get(name ?? '');
if (file === undefined) {
  process.exitCode = name === undefined ? 0 : 1;
  process.stdout.write('Benchmarks:\n');
  for (const [known, path] of names) {
    process.stdout.write(`  npm run bench -- ${known.padEnd(12)} ${path}\n`);
  }
} else {
  // In this process, so that whoever ends it ends the benchmark.
  process.argv = [process.execPath, resolve(file), ...args];
  await import(pathToFileURL(file).href);
}
