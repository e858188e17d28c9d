const bounce = 1000;

/**
 * The first SIGINT or SIGTERM aborts the signal that is returned, a later one calls `force`. One Ctrl-C
 * can arrive twice, from the terminal and from npm, so what follows within a second is the same request.
 */
export function stopSignal(force: () => void): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const receive = () => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort(new Error('stopped'));
    } else if (performance.now() - first > bounce) force();
  };
  process.on('SIGINT', receive);
  process.on('SIGTERM', receive);
  process.on('SIGHUP', receive);
  return stop.signal;
}
