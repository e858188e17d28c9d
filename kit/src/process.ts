import { ConfigurationError } from './config.ts';

/**
 * Runs a process until it is told to stop: SIGTERM or SIGINT disposes what `start` returned and
 * the process ends by itself when nothing is left open. A start that fails says why in one line,
 * without a stack, and the process ends with code 1.
 */
export async function runProcess(start: () => Promise<AsyncDisposable>): Promise<void> {
  // Listened for from the beginning: who is told to stop while starting drains, too.
  const stopped = new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  try {
    const running = await start();
    await stopped;
    await running[Symbol.asyncDispose]();
  } catch (error) {
    process.exitCode = 1;
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `${error instanceof ConfigurationError ? reason : `Cannot run: ${reason}`}\n`,
    );
  }
}
