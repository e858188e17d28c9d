import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { answerProbe, type GatewayState } from '../internal-server.ts';
import type { ClusterFigures } from './cluster-figures.ts';

/** What {@link createClusterDoor} needs. */
export interface ClusterDoorOptions {
  readonly figures: ClusterFigures;
  readonly state: () => GatewayState;
  /** The internal addresses of the workers that serve. */
  readonly serving: ReadonlyMap<unknown, string | null>;
}

/**
 * The internal server of a cluster: probes and figures are those of all workers, anything else is
 * passed on to one of them.
 */
export function createClusterDoor({ figures, state, serving }: ClusterDoorOptions): Server {
  return createServer((request, response) => {
    answerProbe({ metrics: figures, state }, request, response)
      .then((isAnswered) => {
        const [worker = null] = serving.values();
        if (isAnswered) return;
        if (worker === null) unavailable(response);
        else passOn(worker, request, response);
      })
      .catch(() => {
        unavailable(response);
      });
  });
}

function passOn(worker: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const asked = ask(new URL(request.url ?? '/', worker), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.once('error', () => {
    unavailable(response);
  });
  request.pipe(asked);
}

function unavailable(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else {
    response.writeHead(503, { 'content-type': 'application/json; charset=utf-8' });
    response.end('{"error":"This is not available right now."}');
  }
}
