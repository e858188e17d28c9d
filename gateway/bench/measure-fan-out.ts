import { gatherAudience } from './audience.ts';
import type { RunningCandidate } from './candidate.ts';
import { events } from './live-shape.ts';
import type { LiveSubgraph } from './live-subgraph.ts';
import { readUsage } from './process-usage.ts';
import type { SubgraphServer } from './subgraph-server.ts';

/** How a gateway brings each event to everybody who listens. */
export interface FanOutFigures {
  readonly deliveriesPerSecond: number;
  /** CPU time of the gateway for a delivery, in microseconds. */
  readonly cpuMicroseconds: number;
  /** Subscriptions at the subgraph that events come from. */
  readonly upstreams: number;
  /** Calls to the subgraph that events are joined with, for an event. */
  readonly calls: number;
  readonly residentBytes: number;
  /** How busy the gateway's core and the other one were; 1 is wholly. */
  readonly gatewayLoad: number;
  readonly otherLoad: number;
}

/** Who listens. */
export const subscribers = 200;
/** Events that are on their way at a time: enough to keep the gateway busy, and no burst. */
const window = 32;

/** Sends the fifty events again and again for so many seconds. */
export async function measureFanOut(
  gateway: RunningCandidate,
  live: LiveSubgraph,
  catalog: SubgraphServer,
  { warmUpSeconds, seconds }: { warmUpSeconds: number; seconds: number },
): Promise<FanOutFigures> {
  const begunBefore = live.subscriptionsBegun();
  using audience = await gatherAudience(gateway, live, subscribers);
  const upstreams = live.subscriptionsBegun() - begunBefore;
  const send = async (forSeconds: number): Promise<number> => {
    const start = performance.now();
    const heard = audience.deliveries();
    let sent = 0;
    while (performance.now() - start < forSeconds * 1_000) {
      for (const event of events) {
        live.emit(event);
        sent += 1;
        await audience.reaches(heard + (sent - window) * subscribers);
      }
    }
    await audience.reaches(heard + sent * subscribers);
    return sent;
  };
  await send(warmUpSeconds);
  catalog.takeCount();
  const before = readUsage(gateway.pid);
  const own = process.cpuUsage();
  const start = performance.now();
  const sent = await send(seconds);
  const elapsed = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const after = readUsage(gateway.pid);
  const cpuMilliseconds = after.cpuMilliseconds - before.cpuMilliseconds;
  const deliveries = sent * subscribers;
  return {
    deliveriesPerSecond: deliveries / elapsed,
    cpuMicroseconds: (cpuMilliseconds * 1_000) / deliveries,
    upstreams,
    calls: catalog.takeCount() / sent,
    residentBytes: after.residentBytes,
    gatewayLoad: cpuMilliseconds / 1_000 / elapsed,
    otherLoad: (user + system) / 1e6 / elapsed,
  };
}
