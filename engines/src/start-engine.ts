import { join } from 'node:path';
import { endLeftOver } from './end-engines.ts';
import { readEngineRecord } from './engine-state.ts';
import type { Engine, Preparation } from './engine.ts';
import { freePort } from './free-port.ts';
import { launchServer } from './launch-server.ts';
import { OwnedEngine } from './owned-engine.ts';
import { isStillThere } from './process-identity.ts';
import { isServerOf } from './process-of.ts';
import { borrowedEngine } from './running-engine.ts';
import type { RunningEngine } from './running-engine.ts';
import { untilReady } from './until-ready.ts';

/** Uses the server that already runs for this data folder, or starts one there. */
export async function startEngine(
  engine: Engine,
  dataDir: string,
  preparation: Preparation,
): Promise<RunningEngine> {
  const reused = await reuse(engine, dataDir);
  if (reused !== null) return reused;
  await endLeftOver(engine, dataDir);
  const port = await freePort(readEngineRecord(dataDir, engine.name)?.port);
  const pid = await launchServer(engine, dataDir, port, preparation);
  return new OwnedEngine({ engine, dataDir, port, pid }, `started on port ${String(port)}`);
}

/** A server whose owner is gone belongs to whoever finds it; one with a live owner is only borrowed. */
async function reuse(engine: Engine, dataDir: string): Promise<RunningEngine | null> {
  const folder = join(dataDir, engine.name);
  const known = readEngineRecord(dataDir, engine.name);
  if (known === undefined) return null;
  const { pid, port, owner } = known;
  if (pid === null || !isServerOf(pid, folder)) return null;
  const isReady = await untilReady(engine, port, () => isServerOf(pid, folder)).then(
    () => true,
    () => false,
  );
  if (!isReady) return null;
  const origin = 'already running';
  if (isStillThere(owner)) return borrowedEngine(engine, engine.urlAt(port), origin);
  return new OwnedEngine({ engine, dataDir, port, pid }, origin);
}
