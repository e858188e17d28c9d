import { ConfigurationError } from './config.ts';

/**
 * Runs a process until it is told to stop: SIGTERM or SIGINT disposes what `start` returned and
 * the process ends by itself when nothing is left open. A start that fails says why in one line,
 * without a stack, and the process ends with code 1.
 */
export async function runProcess(start: () => Promise<AsyncDisposable>): Promise<void> {
  try {
    const running = await start();
    const stopped = new Promise((resolve) => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
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
