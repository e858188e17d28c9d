import { isDeepStrictEqual } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningCandidate } from './candidate.ts';
import { events, joined, liveQuery } from './live-shape.ts';
import type { LiveSubgraph } from './live-subgraph.ts';
import { subscribe, type Subscriber } from './subscriber.ts';

/** Subscribers of one gateway who all listen to the same. */
export interface Audience extends Disposable {
  /** Events that have arrived, of all subscribers together. */
  deliveries(): number;
  /** Settles when so many deliveries have been made; rejects when none comes for long. */
  reaches(deliveries: number): Promise<void>;
}

/** Sockets that are opened at the same time. */
const atOnce = 100;
const patienceMilliseconds = 15_000;

/** Opens the sockets and makes sure that every one gets events, and the right ones. */
export async function gatherAudience(
  { candidate, port }: RunningCandidate,
  live: LiveSubgraph,
  size: number,
): Promise<Audience> {
  let deliveries = 0;
  let loss: string | null = null;
  let waiting: { readonly until: number; readonly resolve: () => void } | null = null;
  const subscribers: Subscriber[] = [];
  const onLoss = (reason: string): void => {
    loss ??= reason;
  };
  const count = (): void => {
    deliveries += 1;
    if (waiting !== null && deliveries >= waiting.until) waiting.resolve();
  };
  const check = (message: string): void => {
    count();
    const event: unknown = JSON.parse(Buffer.from(message, 'latin1').toString());
    const isKnown = events.some((known) =>
      isDeepStrictEqual(event, { id: '1', type: 'next', payload: joined(known) }),
    );
    if (!isKnown) onLoss(`another event than was sent: ${message}`);
  };
  const audience: Audience = {
    deliveries: () => deliveries,
    async reaches(until) {
      for (;;) {
        if (loss !== null) throw new Error(`${candidate.title} lost a subscriber: ${loss}`);
        if (deliveries >= until) return;
        const before = deliveries;
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          waiting = { until, resolve };
          timer = setTimeout(resolve, patienceMilliseconds);
        });
        clearTimeout(timer);
        waiting = null;
        if (deliveries < until && deliveries === before) {
          const [are, be] = [String(deliveries), String(until)];
          throw new Error(`${candidate.title} has made ${are} deliveries where ${be} were due`);
        }
      }
    },
    [Symbol.dispose]: () => {
      for (const subscriber of subscribers) subscriber[Symbol.dispose]();
    },
  };
  while (subscribers.length < size) {
    const batch = Array.from({ length: Math.min(atOnce, size - subscribers.length) }, (_, index) =>
      subscribe({
        port,
        query: liveQuery,
        // One of many is read: the others get the same text.
        onEvent: subscribers.length + index === 0 ? check : count,
        onLoss,
      }),
    );
    subscribers.push(...(await Promise.all(batch)));
  }
  await untilAllHear(live, subscribers, () => loss);
  return audience;
}

/** The protocol does not confirm a subscription; the first event does. */
async function untilAllHear(
  live: LiveSubgraph,
  subscribers: readonly Subscriber[],
  lossOf: () => string | null,
): Promise<void> {
  const [event] = events;
  const deaf = () => subscribers.filter(({ count }) => count === 0).length;
  const heard = () => subscribers.reduce((sum, { count }) => sum + count, 0);
  const giveUpAt = performance.now() + patienceMilliseconds * (1 + subscribers.length / 1_000);
  while (event !== undefined && deaf() > 0) {
    live.emit(event);
    // Until nothing of it is on its way any more.
    for (let before = -1; before !== heard();) {
      before = heard();
      await delay(300);
      const loss = lossOf();
      if (loss !== null) throw new Error(loss);
      if (performance.now() > giveUpAt)
        throw new Error(`${String(deaf())} subscribers hear nothing`);
    }
  }
}
