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
  { port }: RunningCandidate,
  live: LiveSubgraph,
  size: number,
): Promise<Audience> {
  using opened = new DisposableStack();
  const subscribers: Subscriber[] = [];
  let deliveries = 0;
  let loss: string | null = null;
  let goal = Infinity;
  let wake = (): void => undefined;

  const onLoss = (reason: string): void => {
    loss ??= reason;
    wake();
  };
  const count = (): void => {
    deliveries += 1;
    if (deliveries >= goal) wake();
  };
  const check = (message: string): void => {
    count();
    if (!isKnown(message)) onLoss(`another event than was sent: ${message}`);
  };
  const reaches = async (wanted: number): Promise<void> => {
    while (loss === null && deliveries < wanted) {
      const before = deliveries;
      goal = wanted;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMilliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (deliveries === before) onLoss(`${String(wanted - before)} deliveries have not come`);
    }
    if (loss !== null) throw new Error(loss);
  };
  while (subscribers.length < size) {
    const next = Math.min(atOnce, size - subscribers.length);
    const isFirst = subscribers.length === 0;
    // One of many is read: the others get the same text.
    const batch = Array.from({ length: next }, (_, index) =>
      subscribe({
        port,
        query: liveQuery,
        onEvent: isFirst && index === 0 ? check : count,
        onLoss,
      }),
    );
    for (const subscriber of await Promise.all(batch)) subscribers.push(opened.use(subscriber));
  }
  await untilAllHear(live, subscribers, () => loss);
  const kept = opened.move();
  return {
    deliveries: () => deliveries,
    reaches,
    [Symbol.dispose]: () => {
      kept.dispose();
    },
  };
}

function isKnown(message: string): boolean {
  const event: unknown = JSON.parse(Buffer.from(message, 'latin1').toString());
  return events.some((known) =>
    isDeepStrictEqual(event, { id: '1', type: 'next', payload: joined(known) }),
  );
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
  const untilStill = async (read: () => number): Promise<void> => {
    for (let before = -1; before !== read();) {
      before = read();
      await delay(300);
      const loss = lossOf();
      if (loss !== null) throw new Error(loss);
      const isLate = performance.now() > giveUpAt;
      if (isLate) throw new Error(`${String(deaf())} subscribers hear nothing`);
    }
  };
  // Who comes after a subscription's first event may have to be given one of their own.
  await untilStill(() => live.subscriptionsBegun());
  while (event !== undefined && deaf() > 0) {
    live.emit(event);
    // Until nothing of it is on its way any more.
    await untilStill(heard);
  }
}
