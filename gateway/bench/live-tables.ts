import { subscribers } from './measure-fan-out.ts';
import type { FannedOut, Idled } from './run-live.ts';
import { liveRequirements } from './requirements.ts';
import { median } from './median.ts';
import { percent, table } from './table.ts';

/** The medians of fan-out, a line per gateway. */
export function fanOutTable(measured: readonly FannedOut[]): readonly string[] {
  const heads = ['', 'deliveries/s', 'CPU µs', 'upstreams', 'calls', 'RSS MiB', 'cores'];
  return table(
    heads,
    measured.map(({ gateway, rounds }) => [
      gateway.candidate.title,
      median(rounds, (round) => round.deliveriesPerSecond).toFixed(0),
      median(rounds, (round) => round.cpuMicroseconds).toFixed(1),
      median(rounds, (round) => round.upstreams).toFixed(0),
      median(rounds, (round) => round.calls).toFixed(1),
      (median(rounds, (round) => round.residentBytes) / 2 ** 20).toFixed(0),
      `${percent(median(rounds, (round) => round.gatewayLoad))} ${percent(median(rounds, (round) => round.otherLoad))}`,
    ]),
  );
}

/** What idle sockets cost, a line per gateway. */
export function idleTable(measured: readonly Idled[]): readonly string[] {
  return table(
    ['', 'sockets', 'kB each', 'RSS MiB'],
    measured.map(({ gateway, figures }) => [
      gateway.candidate.title,
      String(figures.sockets),
      (figures.bytesEach / 1_000).toFixed(1),
      (figures.residentBytes / 2 ** 20).toFixed(0),
    ]),
  );
}

/** This gateway's figures beside what they are to be. */
export function liveRequirementTable(
  fannedOut: readonly FannedOut[],
  idled: readonly Idled[],
): readonly string[] {
  const fanOut = fannedOut.find(({ gateway }) => gateway.candidate.name === 'ours')?.rounds ?? [];
  const idle = idled.find(({ gateway }) => gateway.candidate.name === 'ours')?.figures;
  const { deliveriesPerSecond, cpuMicroseconds, upstreams, socketBytes, residentBytes } =
    liveRequirements;
  const rows: string[][] = [];
  if (fanOut.length > 0) {
    const figures = [
      median(fanOut, (round) => round.deliveriesPerSecond),
      median(fanOut, (round) => round.cpuMicroseconds),
      median(fanOut, (round) => round.upstreams),
    ] as const;
    rows.push(
      atLeast(
        `deliveries/s to ${String(subscribers)} subscribers`,
        figures[0],
        deliveriesPerSecond,
      ),
      atMost('CPU µs a delivery', figures[1], cpuMicroseconds),
      atMost('upstream subscriptions', figures[2], upstreams),
    );
  }
  if (idle !== undefined) {
    rows.push(
      atMost('kB an idle socket', idle.bytesEach / 1_000, socketBytes / 1_000),
      atMost('RSS with idle sockets, MB', idle.residentBytes / 1e6, residentBytes / 1e6),
    );
  }
  return table(['this gateway', 'measured', 'required', 'reached'], rows);
}

function atLeast(title: string, measured: number, required: number): string[] {
  return [title, short(measured), `≥ ${short(required)}`, measured >= required ? 'yes' : 'no'];
}

function atMost(title: string, measured: number, required: number): string[] {
  return [title, short(measured), `≤ ${short(required)}`, measured <= required ? 'yes' : 'no'];
}

function short(figure: number): string {
  return figure.toFixed(Number.isInteger(figure) || figure >= 1_000 ? 0 : 1);
}
