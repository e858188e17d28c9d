import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, loadCodegenConfig } from '@graphql-codegen/cli';
import { composeSupergraph } from './compose-supergraph.ts';
import { readSubgraphs } from './subgraphs.ts';

const root = join(import.meta.dirname, '..');

/** Composition's files that differ from what the subgraphs compose to. */
function findStaleComposition(): string[] {
  const { files, problems } = composeSupergraph(readSubgraphs(join(root, 'subgraphs')));
  if (problems !== undefined) return problems.map((line) => `composition: ${line}`);
  return [...files]
    .filter(([file, content]) => committed(file) !== content)
    .map(([file]) => `${file} (npm run compose)`);
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

const stale = [...findStaleComposition(), ...(await findStaleTypes())];
if (stale.length > 0) {
  console.error(`Generated files are not current:\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
}
