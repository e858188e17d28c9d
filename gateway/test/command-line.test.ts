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

function run(...args: readonly string[]): Promise<Outcome> {
  return runWith(process.env, args);
}

interface Outcome {
  readonly code: unknown;
  readonly output: string;
  readonly complaint: string;
}

function runWith(
  variables: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<Outcome> {
  const { NODE_COMPILE_CACHE } = process.env;
  const env = { NODE_COMPILE_CACHE, ...variables, INIT_CWD: folder };
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

test('the program judges a supergraph without serving it', async () => {
  const check = (file: string) => run('--check-config', '--supergraph', file);
  expect(await check('good.graphql')).toMatchObject({
    code: 0,
    output: 'The configuration is usable.\n',
  });
  expect(await check('torn.graphql')).toMatchObject({ code: 1, output: '' });
  expect(await check('guarded.graphql')).toMatchObject({ code: 1, output: '' });
});

test('the program judges its variables: all problems at once, by name and without values', async () => {
  const secret = join(folder, 'secret');
  writeFileSync(secret, `${'s'.repeat(32)}\n`);
  const usable = { REDIS_URL: 'redis://127.0.0.1:1', INTERNAL_IDENTITY_SECRET_FILE: secret };
  expect(await runWith(usable, ['--check-config'])).toMatchObject({ code: 0 });

  const unusable = {
    SKILLSWAP_ENV: 'production',
    PORT: 'hunter2',
    CORS_ORIGINS: 'https://app.example, *',
    INTERNAL_IDENTITY_SECRET: 'development-only-internal-identity-secret',
    DRAIN_DELAY_SECONDS: 'swordfish',
  };
  const { code, complaint } = await runWith(unusable, ['--check-config']);
  expect(code).toBe(1);
  expect(complaint.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
    'The configuration is not usable',
    ...['PORT', 'REDIS_URL', 'INTERNAL_IDENTITY_SECRET', 'CORS_ORIGINS', 'DRAIN_DELAY_SECONDS'],
    '',
  ]);
  expect(complaint).not.toMatch(/hunter2|app\.example|development-only|swordfish/);
});
