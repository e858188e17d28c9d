import type { RunningCandidate } from './candidate.ts';
import { catalog, live } from './live-shape.ts';
import { serveLiveSubgraph, type LiveSubgraph } from './live-subgraph.ts';
import { measureFanOut, type FanOutFigures } from './measure-fan-out.ts';
import { measureIdleSockets, type IdleFigures } from './measure-idle-sockets.ts';
import { attempt, startAll, type Run } from './run.ts';
import { serveSubgraphs, type SubgraphServer } from './subgraph-server.ts';
import { composeShape, writeSupergraph } from './supergraph.ts';

/** All rounds of fan-out of one gateway. */
export interface FannedOut {
  readonly gateway: RunningCandidate;
  readonly rounds: FanOutFigures[];
}

/** One gateway with idle sockets. */
export interface Idled {
  readonly gateway: RunningCandidate;
  readonly figures: IdleFigures;
}

/** Measures fan-out of every candidate that has subscriptions, in turns. */
export async function runFanOut(run: Run): Promise<readonly FannedOut[]> {
  const { seconds, rounds } = run.options;
  await using stack = new AsyncDisposableStack();
  const { events, names, supergraphFile } = await serveLiveShape(run, stack);
  const candidates = run.candidates.filter(({ subscribes }) => subscribes);
  const gateways = await startAll(run, candidates, supergraphFile, stack);
  const measured = gateways.map((gateway): FannedOut => ({ gateway, rounds: [] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { gateway, rounds: own } of measured) {
      const figures = await attempt(run, `${gateway.candidate.title}, fan-out`, () =>
        measureFanOut(gateway, events, names, {
          warmUpSeconds: round === 1 ? seconds : seconds / 4,
          seconds,
        }),
      );
      if (figures === null) continue;
      own.push(figures);
      run.say(
        `${String(round)}/${String(rounds)}  fan-out ${gateway.candidate.title.padEnd(34)} ` +
          `${figures.deliveriesPerSecond.toFixed(0).padStart(6)} deliveries/s ` +
          `${figures.cpuMicroseconds.toFixed(1).padStart(6)} µs CPU`,
      );
    }
  }
  return measured.filter((one) => one.rounds.length > 0);
}

/** Measures idle sockets of every candidate that has subscriptions, each freshly started. */
export async function runIdleSockets(run: Run, sockets: number): Promise<readonly Idled[]> {
  await using stack = new AsyncDisposableStack();
  const { events, supergraphFile } = await serveLiveShape(run, stack);
  const measured: Idled[] = [];
  for (const candidate of run.candidates.filter(({ subscribes }) => subscribes)) {
    await using one = new AsyncDisposableStack();
    for (const gateway of await startAll(run, [candidate], supergraphFile, one)) {
      const figures = await attempt(run, `${candidate.title}, idle sockets`, () =>
        measureIdleSockets(gateway, events, sockets),
      );
      if (figures === null) continue;
      measured.push({ gateway, figures });
      run.say(
        `${String(sockets)} idle sockets  ${candidate.title.padEnd(34)} ` +
          `${(figures.bytesEach / 1_000).toFixed(1)} kB each`,
      );
    }
  }
  return measured;
}

async function serveLiveShape(
  { folder }: Run,
  stack: AsyncDisposableStack,
): Promise<{ events: LiveSubgraph; names: SubgraphServer; supergraphFile: string }> {
  const names = stack.use(await serveSubgraphs([catalog]));
  const events = stack.use(await serveLiveSubgraph());
  const urlOf = (name: string) => (name === live.name ? events.url : names.urlOf(name));
  const supergraph = composeShape([live, catalog], urlOf);
  return { events, names, supergraphFile: writeSupergraph(supergraph, folder) };
}
