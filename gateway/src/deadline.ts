import { createCancellation, type Cancellation } from './cancellation.ts';

/** How long a request may take, and whether anybody still waits for it. */
export interface Deadline {
  /** On `performance.now()`'s scale. */
  readonly at: number;
  readonly signal: Cancellation;
  hasPassed(): boolean;
  elapsedSeconds(): number;
  /** The client has left: whatever still runs for it stops. */
  readonly leave: () => void;
  /** The answer is there; nothing is aborted any more. */
  end(): void;
}

/** Starts the clock of one request. */
export function startDeadline(milliseconds: number): Deadline {
  const started = performance.now();
  const signal = createCancellation();
  let passed = false;
  let ended = false;
  const timer = setTimeout(() => {
    passed = true;
    signal.abort(new DOMException('the request took too long', 'TimeoutError'));
  }, milliseconds);
  return {
    at: started + milliseconds,
    signal,
    hasPassed: () => passed,
    elapsedSeconds: () => (performance.now() - started) / 1000,
    leave: () => {
      clearTimeout(timer);
      if (!ended) signal.abort(new DOMException('the client has left', 'AbortError'));
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
