import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFigures } from '../../bench/figures.ts';
import { describeMachine } from '../../bench/machine.ts';
import { otherCore } from './candidate.ts';
import { listCandidates } from './candidates.ts';
import { describePeers, installPeers } from './peers.ts';
import { fanOutTable, idleTable, liveRequirementTable } from './live-tables.ts';
import { workloads } from './measure-requests.ts';
import { help, readOptions, type Options } from './options.ts';
import { publicShape } from './public-shape.ts';
import { ratioTable, requestTable } from './request-tables.ts';
import { runFanOut, runIdleSockets } from './run-live.ts';
import { runRequests } from './run-requests.ts';
import type { Run } from './run.ts';
import { serveSubgraphs } from './subgraph-server.ts';
import { composeShape, writeSupergraph } from './supergraph.ts';

const fanOut = { name: 'fan-out', title: 'fan-out, 200 subscribers' };
const idle = { name: 'idle', title: 'idle subscribed sockets' };

const given = process.argv.slice(2);
// By way of `exit`, which ends what runs and removes what was written.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
try {
  if (given.includes('--help')) process.stdout.write(help);
  else await run(readOptions(given));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  const chosen = choose([...workloads, fanOut, idle], options.workloads);
  const candidates = choose(listCandidates(process.env['HIVE_ROUTER']), options.only);
  moveToOtherCore();
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true });
  });
  if (options.serve) {
    await serve(folder);
    return;
  }
  if (candidates.some(({ isPeer }) => isPeer)) installPeers(say);
  const failures: string[] = [];
  const lines = await measure({ options, candidates, folder, say, failures }, chosen);
  for (const line of ['', ...lines]) say(line);
  if (failures.length > 0) process.exitCode = 1;
  if (options.writes)
    writeFigures('gateway', [`${describeMachine()} ${describePeers()}`, '', ...lines]);
}

/** Everything that was asked for, as Markdown. */
async function measure(
  run: Run,
  chosen: readonly { readonly name: string }[],
): Promise<readonly string[]> {
  const lines: string[] = [];
  const wanted = workloads.filter((workload) => chosen.includes(workload));
  const requests = wanted.length === 0 ? [] : await runRequests(run, wanted);
  for (const workload of wanted) {
    lines.push(`**${heading(workload.title)}**`, '', ...requestTable(workload, requests), '');
  }
  const fannedOut = chosen.includes(fanOut) ? await runFanOut(run) : [];
  if (fannedOut.length > 0) {
    lines.push(`**${heading(fanOut.title)}**`, '', ...fanOutTable(fannedOut), '');
  }
  const idled = chosen.includes(idle) ? await runIdleSockets(run, run.options.sockets) : [];
  if (idled.length > 0) lines.push(`**${heading(idle.title)}**`, '', ...idleTable(idled), '');
  const reached = [ratioTable(requests), liveRequirementTable(fannedOut, idled)];
  for (const table of reached) {
    if (table.length > 0) lines.push('**What this gateway must reach**', '', ...table, '');
  }
  if (run.failures.length > 0) lines.push('**Not measured**', '');
  lines.push(...run.failures.map((failure) => `- \`${failure}\``));
  return lines;
}

/** Only the subgraphs, for who starts gateways by hand. */
async function serve(folder: string): Promise<void> {
  await using subgraphs = await serveSubgraphs(publicShape);
  const file = writeSupergraph(composeShape(publicShape, subgraphs.urlOf), folder);
  say(`The subgraphs are served until Ctrl-C. Their supergraph is ${file}`);
  await once(process, 'exit');
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

function heading(title: string): string {
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
