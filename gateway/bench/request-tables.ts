import type { RunningCandidate } from './candidate.ts';
import type { RequestFigures, Workload } from './measure-requests.ts';
import { requirements } from './requirements.ts';
import { table } from './table.ts';

/** All rounds of one candidate with one workload. */
export interface Measured {
  readonly workload: Workload;
  readonly gateway: RunningCandidate;
  readonly rounds: RequestFigures[];
}

/** From here on a core was the limit. */
const saturated = 0.97;

/** The medians of one workload, a line per candidate. */
export function requestTable(measured: readonly Measured[]): readonly string[] {
  const heads = ['', 'rps', 'p50 ms', 'p99 ms', 'CPU ms', 'calls', 'RSS MiB', 'cores'];
  return table(
    heads,
    measured.map(({ gateway, rounds }) => {
      const figures = medians(rounds);
      return [
        gateway.candidate.title,
        figures.requestsPerSecond.toFixed(0),
        figures.p50.toFixed(1),
        figures.p99.toFixed(1),
        figures.cpuMilliseconds.toFixed(3),
        figures.calls.toFixed(figures.calls < 1 ? 3 : 1),
        (figures.residentBytes / 2 ** 20).toFixed(0),
        `${percent(figures.gatewayLoad)} ${percent(figures.otherLoad)}${figures.otherLoad > saturated ? ' *' : ''}`,
      ];
    }),
  );
}

/** How this gateway compares with each other one, by requests a second and by CPU time. */
export function ratioTable(measured: readonly Measured[]): readonly string[] {
  const rows = measured.flatMap(({ workload, gateway, rounds }) => {
    const ours = measured.find(
      (m) => m.workload === workload && m.gateway.candidate.name === 'ours',
    );
    if (ours === undefined || gateway.candidate.name === 'ours') return [];
    const [own, other] = [medians(ours.rounds), medians(rounds)];
    const byCpu = other.cpuMilliseconds / own.cpuMilliseconds;
    const required = requirements.find(
      (requirement) =>
        requirement.workload === workload.name && requirement.candidate === gateway.candidate.name,
    );
    return [
      [
        `${workload.title} / ${gateway.candidate.title}`,
        `${(own.requestsPerSecond / other.requestsPerSecond).toFixed(2)}×`,
        `${byCpu.toFixed(2)}×`,
        required === undefined ? '' : `≥ ${String(required.atLeast)}×`,
        required === undefined ? '' : byCpu >= required.atLeast ? 'yes' : 'no',
      ],
    ];
  });
  return table(['this gateway /', 'by rps', 'by CPU', 'required', 'reached'], rows);
}

function medians(rounds: readonly RequestFigures[]): RequestFigures {
  const median = (figure: keyof RequestFigures): number => {
    const sorted = rounds.map((round) => round[figure]).sort((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  };
  return {
    requestsPerSecond: median('requestsPerSecond'),
    p50: median('p50'),
    p99: median('p99'),
    cpuMilliseconds: median('cpuMilliseconds'),
    calls: median('calls'),
    residentBytes: median('residentBytes'),
    gatewayLoad: median('gatewayLoad'),
    otherLoad: median('otherLoad'),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
