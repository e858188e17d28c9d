import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{kit,engines,gateway,schema,tests}/**/*.test.ts', 'subgraphs/*/**/*.test.ts'],
    globalSetup: ['engines/src/test-engines.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
