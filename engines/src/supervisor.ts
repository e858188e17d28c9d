import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { toScreen } from './log-line.ts';
import { deathsInARow, restartDelay } from './restart-delay.ts';
import type { Service } from './service.ts';

export interface SupervisorOptions {
  checkout: string;
  logDir: string;
  /** Called with a line for the person who watches. */
  say: (line: string) => void;
  /** Called whenever a process has been started. */
  onSpawn: () => void;
}

const patience = 10_000;

/** A service that is started again whenever it ends, until it is stopped. Its log is `<logDir>/<name>.log`. */
export class SupervisedService {
  readonly service: Service;
  /** How often it has ended without being asked to. */
  deaths = 0;
  /** The last thing it had to say to the person who watches. */
  lastWords = '';
  readonly #options: SupervisorOptions;
  readonly #log: WriteStream;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #deathsInARow = 0;
  #intent: 'run' | 'restart' | 'stop' = 'run';

  constructor(service: Service, options: SupervisorOptions) {
    this.service = service;
    this.#options = options;
    this.#log = createWriteStream(join(options.logDir, `${service.name}.log`));
    this.#start();
  }

  /** The process that runs now, if one does. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends the process in good order; another takes its place at once. */
  restart(): void {
    if (this.#child === undefined || this.#intent !== 'run') return;
    this.#intent = 'restart';
    this.#child.kill('SIGTERM');
  }

  /** Ends the process in good order, and kills it when it has not gone in ten seconds. */
  async stop(): Promise<void> {
    this.#intent = 'stop';
    clearTimeout(this.#timer);
    if (this.#child !== undefined) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      const timer = setTimeout(() => {
        this.kill();
      }, patience);
      await ended;
      clearTimeout(timer);
    }
    this.#log.end();
  }

  /** Kills the process without waiting. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** In a process group of its own: on Ctrl-C the supervisor decides who ends first. */
  #start(): void {
    const { checkout, onSpawn } = this.#options;
    const begin = performance.now();
    const child = spawn(process.execPath, [join(checkout, this.service.entry)], {
      cwd: checkout,
      env: { ...this.service.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#follow(child.stdout);
    this.#follow(child.stderr);
    child.once('exit', (code, signal) => {
      this.#ended(signal ?? `code ${String(code)}`, performance.now() - begin);
    });
    onSpawn();
  }

  #ended(how: string, livedMilliseconds: number): void {
    this.#child = undefined;
    if (this.#intent === 'stop') return;
    if (this.#intent === 'restart') {
      this.#intent = 'run';
      this.#start();
      return;
    }
    this.deaths += 1;
    const earlier = deathsInARow(this.#deathsInARow, livedMilliseconds);
    this.#deathsInARow = earlier + 1;
    const wait = restartDelay(earlier);
    this.#options.say(
      `${this.service.name} ended (${how}); starting it again in ${String(wait / 1000)} s`,
    );
    this.#timer = setTimeout(() => {
      this.#start();
    }, wait);
  }

  #follow(stream: Readable): void {
    createInterface({ input: stream }).on('line', (line) => {
      if (this.#log.writable) this.#log.write(`${line}\n`);
      const words = toScreen(line);
      if (words === null) return;
      this.lastWords = words;
      this.#options.say(`${this.service.name.padEnd(9)} ${words}`);
    });
  }
}
