import type { RunningCandidate } from './candidate.ts';
import {
  checkedAnswer,
  measureRequests,
  type RequestFigures,
  type Workload,
} from './measure-requests.ts';
import { publicShape } from './public-shape.ts';
import { attempt, startAll, type Run } from './run.ts';
import { serveSubgraphs } from './subgraph-server.ts';
import { composeShape, writeSupergraph } from './supergraph.ts';

/** All rounds of one gateway with one workload. */
export interface Measured {
  readonly workload: Workload;
  readonly gateway: RunningCandidate;
  readonly rounds: Round[];
}

/** What a gateway did in one round; those with the same number were measured one after the other. */
export interface Round extends RequestFigures {
  readonly number: number;
}

/** Until what is compiled while it runs has been; afterwards a moment is enough. */
const firstWarmUpSeconds = 3;

/** Measures all candidates with the workloads, in turns. */
export async function runRequests(
  run: Run,
  workloads: readonly Workload[],
): Promise<readonly Measured[]> {
  const { seconds, rounds } = run.options;
  await using stack = new AsyncDisposableStack();
  const subgraphs = stack.use(await serveSubgraphs(publicShape));
  const supergraph = composeShape(publicShape, subgraphs.urlOf);
  const gateways = await startAll(
    run,
    run.candidates,
    writeSupergraph(supergraph, run.folder),
    stack,
  );
  const measured = workloads.flatMap((workload) =>
    gateways.map((gateway): Measured => ({ workload, gateway, rounds: [] })),
  );
  for (let number = 1; number <= rounds; number += 1) {
    // There and back, so that no gateway always follows the same one.
    const turn = number % 2 === 1 ? measured : measured.toReversed();
    for (const { workload, gateway, rounds: own } of turn) {
      const title = `${gateway.candidate.title}, ${workload.title}`;
      const figures = await attempt(run, title, async () =>
        measureRequests(gateway, workload, subgraphs, {
          alone: await checkedAnswer(gateway, subgraphs, supergraph.schema, workload.query),
          warmUpSeconds: number === 1 ? firstWarmUpSeconds : seconds / 4,
          seconds,
        }),
      );
      if (figures === null) continue;
      own.push({ ...figures, number });
      run.say(
        `${String(number)}/${String(rounds)}  ${workload.title.padEnd(32)} ` +
          `${gateway.candidate.title.padEnd(34)} ${figures.requestsPerSecond.toFixed(0).padStart(6)} rps ` +
          `${figures.cpuMilliseconds.toFixed(3).padStart(8)} ms CPU`,
      );
    }
  }
  return measured.filter((one) => one.rounds.length > 0);
}
