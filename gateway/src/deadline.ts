/** How long a request may take, and whether anybody still waits for it. */
export interface Deadline {
  /** On `performance.now()`'s scale. */
  readonly at: number;
  readonly signal: AbortSignal;
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
  const controller = new AbortController();
  let passed = false;
  let ended = false;
  const timer = setTimeout(() => {
    passed = true;
    controller.abort(new DOMException('the request took too long', 'TimeoutError'));
  }, milliseconds);
  return {
    at: started + milliseconds,
    signal: controller.signal,
    hasPassed: () => passed,
    elapsedSeconds: () => (performance.now() - started) / 1000,
    leave: () => {
      clearTimeout(timer);
      if (!ended) controller.abort(new DOMException('the client has left', 'AbortError'));
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
