import { sendJson, type Route } from './route.ts';
import type { SubgraphMetrics } from './subgraph-metrics.ts';

/** What {@link probes} tells of. */
export interface ProbeOptions {
  /** Aborts when the process has been told to stop; it is not ready from then on. */
  readonly stopping: AbortSignal;
  /** Rejects while it cannot work. */
  readonly ready: () => Promise<void>;
  readonly metrics: SubgraphMetrics;
}

/**
 * What tells operators whether a process lives, whether it has started, whether it can work, and
 * how it does. Living and having started do not depend on anybody else: nothing is gained by
 * restarting a process because its store is away.
 */
export function probes({
  stopping,
  ready,
  metrics,
}: ProbeOptions): Readonly<Record<string, Route>> {
  return {
    'GET /livez': (_request, response) => {
      sendJson(response, 200, { live: true });
      return Promise.resolve();
    },
    'GET /startupz': (_request, response) => {
      sendJson(response, 200, { started: true });
      return Promise.resolve();
    },
    'GET /readyz': async (_request, response) => {
      const isReady = await ready().then(
        () => !stopping.aborted,
        () => false,
      );
      sendJson(response, isReady ? 200 : 503, { ready: isReady, draining: stopping.aborted });
    },
    'GET /metrics': async (_request, response) => {
      response.writeHead(200, { 'content-type': metrics.contentType });
      response.end(await metrics.print());
    },
  };
}
