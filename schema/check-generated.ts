import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { clients, generateManifest, manifestFile } from './clients.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { judgeCommitted } from './judge-committed.ts';
import { readManifests } from './registered-operations.ts';
import { readSubgraphs } from './subgraphs.ts';

const root = join(import.meta.dirname, '..');

/** Composition's files that differ from what the subgraphs compose to. */
function findStaleComposition(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([file, content]) => committed(file) !== content)
    .map(([file]) => `${file} (npm run compose)`);
}

/** Manifests that differ from what their clients' documents say. */
async function findStaleManifests(): Promise<string[]> {
  const manifests = await Promise.all(
    clients.map(async (client) => [manifestFile(client), await generateManifest(client)] as const),
  );
  return manifests
    .filter(([file, content]) => committed(file) !== content)
    .map(([file]) => `${file} (npm run operations)`);
}

/** Types that differ from what codegen makes of the schemas that exist. */
async function findStaleTypes(): Promise<string[]> {
  const { config } = await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') });
  const generates = Object.fromEntries(
    Object.entries(config.generates).filter(
      ([, block]) =>
        Array.isArray(block) ||
        typeof block.schema !== 'string' ||
        committed(block.schema) !== null,
    ),
  );
  if (Object.keys(generates).length === 0) return [];
  const options = { ...config, generates, cwd: root, silent: true, errorsOnly: true };
  const outputs: unknown = await generate(options, false);
  return (Array.isArray(outputs) ? outputs : [])
    .filter(isOutput)
    .filter(({ filename, content }) => committed(filename) !== content)
    .map(({ filename }) => `${filename} (npm run codegen)`);
}

function isOutput(output: unknown): output is { filename: string; content: string } {
  return (
    typeof output === 'object' && output !== null && 'filename' in output && 'content' in output
  );
}

function committed(file: string): string | null {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function report(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.error(`${title}:\n  ${lines.join('\n  ')}`);
  process.exitCode = 1;
}

const { files, problems } = composeSupergraph(readSubgraphs(join(root, 'subgraphs')));
report('The subgraphs do not compose', problems ?? []);
const judged = files === undefined ? [] : judgeCommitted(root, files, readManifests(root));
report(
  'Operations that clients have in use would break',
  judged.flatMap((audience) => audience.problems),
);
report('Generated files are not current', [
  ...(files === undefined ? [] : findStaleComposition(files)),
  ...judged
    .filter((audience) => audience.problems.length === 0 && audience.record !== audience.recorded)
    .map(({ file }) => `${file} (npm run operations)`),
  ...(await findStaleManifests()),
  ...(await findStaleTypes()),
]);
for (const line of judged.flatMap(({ overdue }) => overdue)) console.log(line);
