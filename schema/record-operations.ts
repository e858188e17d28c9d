import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clients, generateManifest, manifestFile } from './clients.ts';
import { composeSupergraph } from './compose-supergraph.ts';
import { judgeCommitted } from './judge-committed.ts';
import { readManifests, type Manifests } from './registered-operations.ts';
import { readSubgraphs } from './subgraphs.ts';

const root = join(import.meta.dirname, '..');
const isAccepted = process.argv.includes('--accept');

/** Writes what is registered and what it uses, unless that breaks a registered operation. */
function record(composed: ReadonlyMap<string, string>, generated: Manifests): void {
  const judged = judgeCommitted(root, composed, new Map([...readManifests(root), ...generated]));
  const invalid = judged.flatMap((audience) => audience.invalid);
  const problems = judged.flatMap((audience) => audience.problems);
  if (invalid.length > 0) {
    console.error(`Registered operations would no longer run:\n${list(invalid)}`);
    console.error('Nothing is recorded. Change the client and register a new version of it.');
    process.exitCode = 1;
    return;
  }
  if (problems.length > 0 && !isAccepted) {
    console.error(`Registered operations would break:\n${list(problems)}`);
    console.error('Nothing is recorded. npm run operations -- --accept records it nevertheless.');
    process.exitCode = 1;
    return;
  }
  const files = [
    ...generated,
    ...judged.map(({ file, record: text }): [string, string] => [file, text]),
  ];
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  console.log(`Recorded ${files.map(([file]) => file).join(', ')}`);
  if (problems.length > 0) console.log(`Accepted:\n${list(problems)}`);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

const { files, problems } = composeSupergraph(readSubgraphs(join(root, 'subgraphs')));
if (problems !== undefined) {
  console.error(`The subgraphs do not compose:\n${list(problems)}`);
  process.exitCode = 1;
} else {
  const generated = new Map<string, string>();
  for (const client of clients) generated.set(manifestFile(client), await generateManifest(client));
  record(files, generated);
}
