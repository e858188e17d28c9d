import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from './compose-supergraph.ts';
import { readSubgraphs } from './subgraphs.ts';

const root = join(import.meta.dirname, '..');
const subgraphs = readSubgraphs(join(root, 'subgraphs'));
const { files, problems } = composeSupergraph(subgraphs);

if (problems !== undefined) {
  console.error(`The subgraphs do not compose:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
} else {
  for (const [file, content] of files) writeFileSync(join(root, file), content);
  console.log(
    `Composed ${String(subgraphs.length)} subgraphs into ${[...files.keys()].join(', ')}`,
  );
}
