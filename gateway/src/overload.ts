import { refuse, type Refusal } from './refusal.ts';

/** Places for requests; a gateway that has too much to do refuses at once what it cannot take. */
export interface Places extends Disposable {
  /** Takes a place; answers how to leave it. Throws a {@link Refusal} when there is none. */
  enter(): () => void;
}

/** When there is too much to do. */
export interface OverloadLimits {
  /** Requests that run at the same time. */
  readonly requests: number;
  /** How late the event loop may be before some of the requests are refused. */
  readonly delayMilliseconds: number;
  /** Requests that run in any case, however late the loop is. */
  readonly undisturbed: number;
}

/** What holds unless a test asks for less. */
export const defaultOverloadLimits: OverloadLimits = {
  requests: 2_000,
  delayMilliseconds: 100,
  undisturbed: 64,
};

const sampleMilliseconds = 20;

/**
 * Bounds what runs at the same time by number, and by how late the event loop is: slow subgraphs
 * keep many requests waiting at no expense, and few requests can be too much for one core. The later
 * the loop, the larger the share that is refused, so that it works at its limit and not beyond.
 */
export function createPlaces(
  limits: OverloadLimits,
  { now, random }: { now: () => number; random: () => number } = {
    now: () => performance.now(),
    random: () => Math.random(),
  },
): Places {
  let running = 0;
  let delay = 0;
  let expected = now() + sampleMilliseconds;
  const sampling = setInterval(() => {
    delay = (delay + Math.max(0, now() - expected)) / 2;
    expected = now() + sampleMilliseconds;
  }, sampleMilliseconds).unref();

  const isFull = (): boolean => {
    if (running >= limits.requests) return true;
    if (running < limits.undisturbed) return false;
    return (
      delay > limits.delayMilliseconds &&
      random() < (delay - limits.delayMilliseconds) / limits.delayMilliseconds
    );
  };

  return {
    enter() {
      if (isFull()) throw overloaded();
      running += 1;
      let hasLeft = false;
      return () => {
        if (!hasLeft) running -= 1;
        hasLeft = true;
      };
    },
    [Symbol.dispose]() {
      clearInterval(sampling);
    },
  };
}

function overloaded(): Refusal {
  return refuse(503, 'SERVICE_UNAVAILABLE', 'There is too much to do right now. Try again soon.', {
    'retry-after': '1',
  });
}
