import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { otherCore, startCandidate, type RunningCandidate } from './candidate.ts';
import { candidates } from './candidates.ts';
import { checkedAnswer, measureRequests, workloads } from './measure-requests.ts';
import { help, readOptions, type Options } from './options.ts';
import { installPeers } from './install-peers.ts';
import { publicShape } from './public-shape.ts';
import { ratioTable, requestTable, type Measured } from './request-tables.ts';
import { serveSubgraphs } from './subgraph-server.ts';
import { writeSupergraph } from './supergraph.ts';

const given = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
try {
  if (given.includes('--help')) process.stdout.write(help);
  else await run(readOptions(given));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  moveToOtherCore();
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true });
  });
  await using stack = new AsyncDisposableStack();
  const subgraphs = stack.use(await serveSubgraphs(publicShape));
  const supergraph = writeSupergraph(publicShape, subgraphs.urlOf, folder);
  if (options.serve) {
    say(`The subgraphs are served until Ctrl-C. Their supergraph is ${supergraph.file}`);
    await once(process, 'exit');
  }
  const running = await start(options, { supergraphFile: supergraph.file, folder }, stack);
  const measured = choose(workloads, options.workloads).flatMap((workload) =>
    running.map((gateway): Measured => ({ workload, gateway, rounds: [] })),
  );
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const { workload, gateway, rounds } of measured) {
      const figures = await measureRequests(gateway, workload, subgraphs, {
        expected: await checkedAnswer(gateway, supergraph, workload.query),
        warmUpSeconds: round === 1 ? options.seconds : options.seconds / 4,
        seconds: options.seconds,
      });
      rounds.push(figures);
      say(
        `${String(round)}/${String(options.rounds)}  ${workload.title.padEnd(32)} ` +
          `${gateway.candidate.title.padEnd(34)} ${figures.requestsPerSecond.toFixed(0).padStart(6)} rps ` +
          `${figures.cpuMilliseconds.toFixed(3).padStart(8)} ms CPU`,
      );
    }
  }
  for (const workload of workloads) {
    const rows = measured.filter((one) => one.workload === workload);
    if (rows.length > 0) say(`\n${workload.title}\n\n${requestTable(rows).join('\n')}`);
  }
  say(`\n${ratioTable(measured).join('\n')}`);
}

/** Gateways have a core of their own: this process, load and subgraphs, keeps to the other one. */
function moveToOtherCore(): void {
  const args = ['--all-tasks', '--cpu-list', '--pid', String(otherCore), String(process.pid)];
  try {
    execFileSync('taskset', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error('The benchmark needs Linux with two cores and taskset.', { cause: error });
  }
}

async function start(
  options: Options,
  setting: { supergraphFile: string; folder: string },
  stack: AsyncDisposableStack,
): Promise<readonly RunningCandidate[]> {
  const running: RunningCandidate[] = [];
  const chosen = choose(candidates, options.only);
  if (chosen.some(({ isPeer }) => isPeer)) installPeers(say);
  for (const candidate of chosen) {
    say(`starting ${candidate.title}`);
    running.push(stack.use(await startCandidate(candidate, setting)));
  }
  return running;
}

/** Those that were asked for, all when none was; throws for a name that there is not. */
function choose<Named extends { readonly name: string }>(
  all: readonly Named[],
  wanted: ReadonlySet<string> | null,
): readonly Named[] {
  const names = all.map(({ name }) => name);
  for (const name of wanted ?? []) {
    if (!names.includes(name)) throw new Error(`there is no ${name}, but ${names.join(', ')}`);
  }
  return all.filter(({ name }) => wanted?.has(name) ?? true);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
