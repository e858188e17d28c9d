import { defineConfig } from 'vitest/config';

// As Node resolves a package's main file; index.mjs would be a second copy of graphql.
const resolve = { extensions: ['.js', '.mjs', '.json'] };
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          ...patience,
          name: 'parts',
          include: ['{kit,engines,gateway,schema}/**/*.test.ts', 'subgraphs/*/**/*.test.ts'],
          globalSetup: ['engines/src/test-engines.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          ...patience,
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
