import { collectDefaultMetrics, Registry } from 'prom-client';
import { sendJson, type Route } from './route.ts';

/** What tells operators whether a process lives, whether it can work, and how it does. */
export function probes(ready: () => Promise<void>): Readonly<Record<string, Route>> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    'GET /livez': (_request, response) => {
      sendJson(response, 200, { live: true });
      return Promise.resolve();
    },
    'GET /readyz': async (_request, response) => {
      const isReady = await ready().then(
        () => true,
        () => false,
      );
      sendJson(response, isReady ? 200 : 503, { ready: isReady });
    },
    'GET /metrics': async (_request, response) => {
      response.writeHead(200, { 'content-type': registry.contentType });
      response.end(await registry.metrics());
    },
  };
}
