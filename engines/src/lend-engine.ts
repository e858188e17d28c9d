import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { startEngine } from './start-engine.ts';

/**
 * A server of one's own, which is gone with its data when it is disposed. With `keepRunning` it is
 * started again when it ends.
 */
export async function lendEngine(
  engine: Engine,
  { keepRunning = false }: { readonly keepRunning?: boolean } = {},
): Promise<LentEngine> {
  await using undo = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'skillswap-lent-'));
  undo.defer(() => rm(dataDir, { recursive: true, force: true }));
  // PostgreSQL may run as another person than the one who starts it.
  await chmod(dataDir, 0o755);
  await mkdir(join(dataDir, 'logs'));
  const signal = AbortSignal.timeout(60_000);
  const running = undo.use(
    await startEngine(engine, dataDir, { progress: () => undefined, signal }),
  );
  if (keepRunning) running.keepRunning(() => undefined);
  const stack = undo.move();
  return { url: running.url, dataDir, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** See {@link lendEngine}. */
export interface LentEngine extends AsyncDisposable {
  readonly url: string;
  /** Where the server keeps its data, in a folder of the engine's name. */
  readonly dataDir: string;
}
