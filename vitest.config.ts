import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Starting a process is mostly compiling; what was compiled once is kept from one run to the next.
process.env['NODE_COMPILE_CACHE'] ??= join(
  import.meta.dirname,
  'node_modules/.cache/compiled-for-tests',
);

// As Node resolves a package's main file; index.mjs would be a second copy of graphql.
const resolve = { extensions: ['.js', '.mjs', '.json'] };
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };
// What the files of both projects run with.
const shared = {
  ...patience,
  // Apollo's gateway, which ours is compared with, would report its use.
  env: { APOLLO_TELEMETRY_DISABLED: '1' },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          ...shared,
          name: 'parts',
          include: ['{kit,engines,gateway,schema}/**/*.test.ts', 'subgraphs/*/**/*.test.ts'],
          globalSetup: ['engines/src/test-engines.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          ...shared,
          name: 'stories',
          include: ['tests/**/*.test.ts'],
          globalSetup: ['tests/start-supergraph.ts'],
          // Stories share one system and move its clock: one file at a time.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
