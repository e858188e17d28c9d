import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { gatherAudience } from './audience.ts';
import type { RunningCandidate } from './candidate.ts';
import type { LiveSubgraph } from './live-subgraph.ts';
import { readUsage } from './process-usage.ts';

/** What sockets cost on which nothing happens. */
export interface IdleFigures {
  readonly sockets: number;
  /** Resident memory that a subscribed socket adds to the gateway. */
  readonly bytesEach: number;
  /** Resident memory of the gateway with all of them. */
  readonly residentBytes: number;
}

/** Opens so many subscribed sockets; every one has heard an event before memory is read. */
export async function measureIdleSockets(
  gateway: RunningCandidate,
  live: LiveSubgraph,
  sockets: number,
): Promise<IdleFigures> {
  demandFiles(sockets);
  // A few first, so that what the code itself takes is not counted as theirs.
  using few = await gatherAudience(gateway, live, 50);
  await few.reaches(50);
  // What is there only for the start must not be taken for what was there before the sockets.
  await delay(8_000);
  const before = readUsage(gateway.pid);
  using all = await gatherAudience(gateway, live, sockets);
  await all.reaches(sockets);
  await delay(3_000);
  const { residentBytes } = readUsage(gateway.pid);
  return { sockets, bytesEach: (residentBytes - before.residentBytes) / sockets, residentBytes };
}

/** A gateway that does not share upstream subscriptions may need two files for a socket. */
function demandFiles(sockets: number): void {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  const needed = sockets + 1_000;
  if (limit !== 'unlimited' && Number(limit) < needed) {
    throw new Error(
      `${String(sockets)} sockets need ${String(needed)} open files; ulimit -Hn says ${limit}.`,
    );
  }
}
