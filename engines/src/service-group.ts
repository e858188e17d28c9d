import { join } from 'node:path';
import { identityOf } from './process-identity.ts';
import { recordRunningSystem } from './running-system.ts';
import type { RunningSystem } from './running-system.ts';
import type { Service } from './service.ts';
import { SupervisedService } from './supervisor.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import { watchSources } from './watch-sources.ts';

export interface ServiceGroupOptions {
  checkout: string;
  dataDir: string;
  /** Kept up to date, on disk too, with the processes that run. */
  record: RunningSystem;
  /** Called with a line for the person who watches. */
  say: (line: string) => void;
  /** Restarts a service when its sources change. */
  watch: boolean;
}

/** The processes of a system. They are stopped in the opposite order of their start. */
export class ServiceGroup implements AsyncDisposable {
  readonly #options: ServiceGroupOptions;
  readonly #stack = new AsyncDisposableStack();
  readonly #services: SupervisedService[] = [];

  constructor(options: ServiceGroupOptions) {
    this.#options = options;
  }

  /** Starts services that may also be stopped together. */
  start(services: readonly Service[]): void {
    const { checkout, dataDir, say } = this.#options;
    const logDir = join(dataDir, 'logs');
    const onSpawn = () => {
      this.#record();
    };
    const started = services.map(
      (service) => new SupervisedService(service, { checkout, logDir, say, onSpawn }),
    );
    this.#services.push(...started);
    this.#record();
    this.#stack.defer(async () => {
      await Promise.all(started.map((service) => service.stop()));
    });
    if (this.#options.watch) for (const service of started) this.#watch(service);
  }

  /** Waits until all can work; when one cannot, the wait is over for the others too. */
  async untilReady(signal: AbortSignal): Promise<void> {
    const failure = new AbortController();
    const either = AbortSignal.any([signal, failure.signal]);
    try {
      await Promise.all(this.#services.map((service) => waitUntilReady(service, either)));
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  }

  /** Kills all processes without waiting for them. */
  kill(): void {
    for (const service of this.#services) service.kill();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }

  #record(): void {
    const { record, dataDir } = this.#options;
    record.services = Object.fromEntries(
      this.#services.flatMap(({ pid, service }) =>
        pid === undefined ? [] : [[service.name, identityOf(pid)]],
      ),
    );
    recordRunningSystem(dataDir, record);
  }

  #watch(supervised: SupervisedService): void {
    const { checkout, say } = this.#options;
    const { name, folder } = supervised.service;
    const folders = [join(checkout, folder), join(checkout, 'kit', 'src')];
    this.#stack.use(
      watchSources(folders, () => {
        say(`${name} has changed; restarting it`);
        supervised.restart();
      }),
    );
  }
}
