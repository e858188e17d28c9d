import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigurationError, readConfig, unusable, type Environment } from './config.ts';
import { startTracing, tracingVariables, type Tracing } from './tracing.ts';

/** What a program is given by the process that it runs in. */
export interface Host {
  /**
   * Aborts when the process has been told to stop. From then on the program says that it is not
   * ready, and serves on until it is disposed.
   */
  readonly stopping: AbortSignal;
  /** Null while tracing is off. */
  readonly tracing: Tracing | null;
}

/** A program that runs. */
export interface RunningProgram extends AsyncDisposable {
  /** Reads anew what may change while it runs; asked for by SIGHUP. */
  reload?(): Promise<void>;
}

/** A program of the product, as {@link runProgram} runs it. */
export interface Program<Config> {
  /** What its traces call it. */
  readonly name: string;
  /** Throws a {@link ConfigurationError} that names every problem. */
  readonly read: (env: Environment) => Config;
  /** Examines, for `--check-config`, what the configuration names; starts nothing. */
  readonly examine?: (config: Config) => Promise<void>;
  readonly start: (config: Config, host: Host) => Promise<RunningProgram>;
  /** What tells the process to stop; a worker leaves SIGINT to the process that started it. */
  readonly stopSignals?: readonly NodeJS.Signals[];
}

/** The variables that every process reads for itself. */
const processVariables = z.object({
  ...tracingVariables,
  DRAIN_DELAY_SECONDS: z.coerce.number().min(0).max(60).default(0.5),
});

/** Time to finish after the delay; who is not done then is ended all the same. */
const drainMilliseconds = 15_000;
/** Who is told to stop while starting has nothing to finish yet. */
const startedMilliseconds = 2_000;
/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const echoMilliseconds = 500;

/**
 * Runs a program until it is told to stop: the first signal makes it unready, after
 * DRAIN_DELAY_SECONDS it is disposed and the process ends by itself when nothing is left open. A
 * second signal, or a drain that takes too long, ends the process at once; so does a start that is
 * not done two seconds after the first signal. A start that fails says why in one line, without a
 * stack, and the process ends with code 1. With `--check-config` among the arguments the
 * configuration is only judged.
 */
export async function runProgram<Config>(program: Program<Config>): Promise<void> {
  try {
    if (process.argv.includes('--check-config')) await check(program);
    else await run(program);
  } catch (error) {
    process.exitCode = 1;
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `${error instanceof ConfigurationError ? reason : `Cannot run: ${reason}`}\n`,
    );
  }
}

async function check<Config>(program: Program<Config>): Promise<void> {
  const { config } = readAll(program);
  await program.examine?.(config);
  process.stdout.write('The configuration is usable.\n');
}

async function run<Config>(program: Program<Config>): Promise<void> {
  // Listened for from the beginning: who is told to stop while starting drains, too.
  const { stopping, told } = followSignals(program.stopSignals ?? ['SIGTERM', 'SIGINT']);
  const { config, settings } = readAll(program);
  // Disposed of last: what the program does while it ends is traced, too.
  await using tracing = await startTracing(program.name, settings);
  const bound = endAfter(told, startedMilliseconds, 'Stopped before it had started.');
  await using running = await program.start(config, { stopping, tracing });
  bound.lift();
  if (running.reload !== undefined) process.on('SIGHUP', () => void running.reload?.());
  await told;
  await pause(settings.DRAIN_DELAY_SECONDS * 1000);
  endAfter(Promise.resolve(), drainMilliseconds, 'Not everything has ended in time.');
}

/** Ends the process with 1 so long after `since`, unless it has ended by itself or this is lifted. */
function endAfter(since: Promise<unknown>, milliseconds: number, reason: string) {
  let isLifted = false;
  const end = (): void => {
    if (isLifted) return;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  };
  void since.then(() => setTimeout(end, milliseconds).unref());
  return {
    lift: (): void => {
      isLifted = true;
    },
  };
}

function followSignals(signals: readonly NodeJS.Signals[]) {
  const controller = new AbortController();
  const told = Promise.withResolvers<undefined>();
  let first = 0;
  const stop = () => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
      told.resolve(undefined);
    } else if (performance.now() - first > echoMilliseconds) process.exit(1);
  };
  for (const signal of signals) process.on(signal, stop);
  return { stopping: controller.signal, told: told.promise };
}

/** The program's configuration and the process's own; problems of both are reported at once. */
function readAll<Config>({ read }: Program<Config>) {
  const errors: ConfigurationError[] = [];
  const config = collecting(errors, () => read(process.env));
  const settings = collecting(errors, () => readConfig(processVariables, process.env));
  if (config !== null && settings !== null) {
    return { config: config.value, settings: settings.value };
  }
  const [first, second] = errors;
  throw first !== undefined && second === undefined
    ? first
    : unusable(errors.flatMap(({ problems }) => problems));
}

function collecting<Value>(
  errors: ConfigurationError[],
  read: () => Value,
): { readonly value: Value } | null {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    errors.push(error);
    return null;
  }
}
