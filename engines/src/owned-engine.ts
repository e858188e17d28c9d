import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { writeEngineRecord } from './engine-state.ts';
import type { Engine } from './engine.ts';
import { launchServer } from './launch-server.ts';
import { identityOf } from './process-identity.ts';
import { endServer, isServerOf } from './process-of.ts';
import { deathsInARow, restartDelay } from './restart-delay.ts';
import type { RunningEngine } from './running-engine.ts';
import { reasonOf } from './startup-error.ts';

const lookEvery = 250;

/** What an owner knows of its engine's server. */
export interface OwnedServer {
  engine: Engine;
  dataDir: string;
  port: number;
  pid: number;
}

/** An engine whose server this process started or took over: it stops it, and may keep it running. */
export class OwnedEngine implements RunningEngine {
  readonly engine: Engine;
  readonly url: string;
  readonly origin: string;
  readonly #server: OwnedServer;
  readonly #stop = new AbortController();
  #keeping: Promise<void> = Promise.resolve();

  constructor(server: OwnedServer, origin: string) {
    this.engine = server.engine;
    this.url = server.engine.urlAt(server.port);
    this.origin = origin;
    this.#server = server;
    const { dataDir, port, pid } = server;
    writeEngineRecord(dataDir, server.engine.name, { port, pid, owner: identityOf(process.pid) });
  }

  keepRunning(say: (line: string) => void): void {
    this.#keeping = this.#keep(say);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#keeping;
    const { engine, dataDir, port, pid } = this.#server;
    await endServer(pid, join(dataDir, engine.name), engine.stopSignal);
    writeEngineRecord(dataDir, engine.name, { port, pid: null, owner: identityOf(process.pid) });
  }

  async #keep(say: (line: string) => void): Promise<void> {
    const { engine, dataDir } = this.#server;
    const folder = join(dataDir, engine.name);
    let deaths = 0;
    let since = performance.now();
    while (!this.#stop.signal.aborted) {
      if (isServerOf(this.#server.pid, folder)) {
        await this.#pause(lookEvery);
        continue;
      }
      deaths = deathsInARow(deaths, performance.now() - since);
      const wait = restartDelay(deaths);
      deaths += 1;
      say(`${engine.title} ended; starting it again in ${String(wait / 1000)} s`);
      await this.#pause(wait);
      await this.#relaunch(say);
      since = performance.now();
    }
  }

  async #relaunch(say: (line: string) => void): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    try {
      const { engine, dataDir, port } = this.#server;
      this.#server.pid = await launchServer(engine, dataDir, port, { progress: say, signal });
      say(`${engine.title} is back`);
    } catch (error) {
      if (!this.#stop.signal.aborted) say(reasonOf(error));
    }
  }

  /** Keeps no process alive, and ends early when the engine is to stop. */
  async #pause(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.#stop.signal, ref: false }).catch(
      () => null,
    );
  }
}
