import type { Workload } from './measure-requests.ts';
import { requirements } from './requirements.ts';
import { median } from './median.ts';
import type { Measured, Round } from './run-requests.ts';
import { percent, table } from './table.ts';

/** From here on the load and the subgraphs may have been what was slow. */
const saturated = 0.95;

/** The medians of one workload, a line per gateway. */
export function requestTable(workload: Workload, measured: readonly Measured[]): readonly string[] {
  const heads = ['', 'rps', 'p50 ms', 'p99 ms', 'CPU ms', 'calls', 'RSS MiB', 'cores'];
  return table(
    heads,
    measured
      .filter((one) => one.workload === workload)
      .map(({ gateway, rounds }) => {
        const calls = median(rounds, (round) => round.calls);
        const otherLoad = median(rounds, (round) => round.otherLoad);
        return [
          gateway.candidate.title,
          median(rounds, (round) => round.requestsPerSecond).toFixed(0),
          median(rounds, (round) => round.p50).toFixed(1),
          median(rounds, (round) => round.p99).toFixed(1),
          cpu(rounds).toFixed(3),
          calls.toFixed(calls < 1 ? 3 : 1),
          (median(rounds, (round) => round.residentBytes) / 2 ** 20).toFixed(0),
          `${percent(median(rounds, (round) => round.gatewayLoad))} ${percent(otherLoad)}` +
            (otherLoad > saturated ? ' *' : ''),
        ];
      }),
  );
}

/**
 * How this gateway compares with each other one, by requests a second and by CPU time: the medians of
 * the rounds' own ratios, because a machine's speed may change by half from one round to the next.
 */
export function ratioTable(measured: readonly Measured[]): readonly string[] {
  const rows = measured.flatMap(({ workload, gateway: { candidate }, rounds }) => {
    const ours = measured.find(
      (one) => one.workload === workload && one.gateway.candidate.name === 'ours',
    );
    if (ours === undefined || ['ours', 'canned'].includes(candidate.name)) return [];
    const pairs = pairRounds(ours.rounds, rounds);
    const byRequests = median(
      pairs,
      ([our, their]) => our.requestsPerSecond / their.requestsPerSecond,
    );
    const byCpu = median(pairs, ([our, their]) => their.cpuMilliseconds / our.cpuMilliseconds);
    const required = requirements.find(
      (one) => one.workload === workload.name && one.candidate === candidate.name,
    )?.atLeast;
    return [
      [
        `${workload.title} / ${candidate.title}`,
        `${byRequests.toFixed(2)}×`,
        `${byCpu.toFixed(2)}×`,
        required === undefined ? '' : `≥ ${String(required)}×`,
        required === undefined ? '' : byCpu >= required ? 'yes' : 'no',
      ],
    ];
  });
  return table(['this gateway /', 'by rps', 'by CPU', 'required', 'reached'], rows);
}

function pairRounds(
  ours: readonly Round[],
  theirs: readonly Round[],
): readonly (readonly [Round, Round])[] {
  return ours.flatMap((our) => {
    const their = theirs.find(({ number }) => number === our.number);
    return their === undefined ? [] : [[our, their] as const];
  });
}

function cpu(rounds: readonly Round[]): number {
  return median(rounds, (round) => round.cpuMilliseconds);
}
