import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph } from './compose-supergraph.ts';
import { describeChanges } from './contract-changes.ts';
import { contractFile, contractNames } from './contracts.ts';
import { judgeCommitted } from './judge-committed.ts';
import { readManifests } from './registered-operations.ts';
import { readSubgraphs } from './subgraphs.ts';

const root = join(import.meta.dirname, '..');
const contracts = ['schema/api.graphql', ...contractNames.map(contractFile)];

/** Tells what changes for whom, before it is written. */
function announce(files: ReadonlyMap<string, string>): void {
  for (const file of contracts) {
    const path = join(root, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const changes = before === '' ? [] : describeChanges(before, files.get(file) ?? '');
    print(`${file} changes`, changes);
  }
  const judged = judgeCommitted(root, files, readManifests(root));
  print(
    'Operations that clients have in use would break',
    judged.flatMap(({ problems }) => problems),
  );
  print(
    'Operations that clients have in use rely on what may go',
    judged.flatMap(({ overdue }) => overdue),
  );
}

function print(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

const subgraphs = readSubgraphs(join(root, 'subgraphs'));
const { files, problems } = composeSupergraph(subgraphs);

if (problems !== undefined) {
  console.error(`The subgraphs do not compose:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
} else {
  announce(files);
  for (const [file, content] of files) writeFileSync(join(root, file), content);
  console.log(
    `Composed ${String(subgraphs.length)} subgraphs into ${[...files.keys()].join(', ')}`,
  );
}
