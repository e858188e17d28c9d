import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listen } from '../src/listen.ts';
import { composeToys } from './toy-supergraph.ts';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
const { supergraphSdl: guarded } = composeToys([
  {
    name: 'a',
    sdl: `
      extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
      type Query { a: String @authenticated }
    `,
  },
]);
const { supergraphSdl } = composeToys([{ name: 'a', sdl: 'type Query { a: String }' }]);
writeFileSync(join(folder, 'good.graphql'), supergraphSdl);
writeFileSync(join(folder, 'guarded.graphql'), guarded);
writeFileSync(join(folder, 'torn.graphql'), supergraphSdl.slice(0, -3));
writeFileSync(join(folder, 'schema.graphql'), 'type Query { a: String }');

function run(
  ...args: readonly string[]
): Promise<{ code: unknown; output: string; complaint: string }> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (error, output, complaint) => {
      resolve({ code: error === null ? 0 : error.code, output, complaint });
    });
  });
}

test('the program says how it is used', async () => {
  const { code, output } = await run('--help');
  expect(code).toBe(0);
  expect(output).toContain('--supergraph <file>');
});

test.each([
  ['an option that there is not', ['--fast'], /'--fast'/],
  ['no supergraph', ['--port', '0'], /--supergraph/],
  ['a missing file', ['--supergraph', 'none.graphql'], /none\.graphql cannot be read/],
  ['a torn file', ['--supergraph', 'torn.graphql'], /torn\.graphql is not a supergraph.*Syntax/],
  ['a plain schema', ['--supergraph', 'schema.graphql'], /names no subgraphs/],
  ['a guarded graph', ['--supergraph', 'guarded.graphql'], /restricts access by @authenticated/],
  [
    'an unknown subgraph',
    ['--supergraph', 'good.graphql', '--subgraph', 'b=http://localhost:1'],
    /no subgraph b; it has a/,
  ],
  ['a subgraph without URL', ['--supergraph', 'good.graphql', '--subgraph', 'a'], /not a \(see/],
  ['a wrong port', ['--supergraph', 'good.graphql', '--port', '99999'], /not 99999/],
])('the program refuses %s in one sentence', async (_what, args, reason) => {
  const { code, complaint } = await run(...args);
  expect({ code, lines: complaint.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 });
  expect(complaint).toMatch(reason);
});

test('the program refuses a taken port in one sentence', async () => {
  const other = createServer();
  const { port } = new URL(await listen(other, 0));
  const { code, complaint } = await run('--supergraph', 'good.graphql', '--port', port);
  other.close();
  expect({ code, complaint }).toEqual({
    code: 1,
    complaint: `Cannot run: port ${port} is taken; set another one\n`,
  });
});
