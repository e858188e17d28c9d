import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../graph.ts';

const deadlineMilliseconds = 60_000;

/** Repeats what went wrong on the other side, as an app does with what is in its outbox. */
export async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(50);
    }
  }
}

/** The data of an answer; errors throw. */
export async function answered(
  ...request: Parameters<typeof ask>
): Promise<Readonly<Record<string, unknown>>> {
  const { data, errors } = await ask(...request);
  if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}
