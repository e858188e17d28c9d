import { startVitest } from 'vitest/node';

/**
 * Runs every test and closes with one line that machines read, `N passed, N failed`. Arguments go to
 * the runner as file filters. Running no test at all counts as a failure.
 */
const vitest = await startVitest(process.argv.slice(2), { watch: false });
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const module of vitest.state.getTestModules()) {
  if (module.errors().length > 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state !== 'pending') counts[state] += 1;
  }
}
counts.failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

const skipped = counts.skipped > 0 ? `, ${String(counts.skipped)} skipped` : '';
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
process.stdout.write(
  `\n${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}\n`,
);
