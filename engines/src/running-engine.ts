import type { Engine } from './engine.ts';

/** An engine that can be connected to; disposing it stops the server if this process is its owner. */
export interface RunningEngine extends AsyncDisposable {
  engine: Engine;
  url: string;
  /** How it came to be there, in a few words for the person who waits. */
  origin: string;
  /** From now on starts the server again when it ends, if this process is its owner. */
  keepRunning: (say: (line: string) => void) => void;
}

/** An engine that others look after. */
export function borrowedEngine(engine: Engine, url: string, origin: string): RunningEngine {
  return {
    engine,
    url,
    origin,
    keepRunning: () => undefined,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
