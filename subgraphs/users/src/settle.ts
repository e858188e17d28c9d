import type { Dependencies } from './dependencies.ts';

type Needs = Pick<Dependencies, 'relay' | 'log'>;

const settleMilliseconds = 1_500;

/**
 * Waits until the other subgraphs have applied a change of who may be seen or met; null is none.
 * Decisions that must not be stale ask here anyway, so a consumer that is away delays the rest and
 * stops nothing.
 */
export async function settle({ relay, log }: Needs, eventId: string | null): Promise<void> {
  if (eventId === null) return;
  const settled = await relay.settled(eventId, settleMilliseconds).catch(() => false);
  if (!settled) log.warn({ event: eventId }, 'a change is not applied everywhere yet');
}
