import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { markFailed, type Tracing } from '@skillswap/kit/tracing';
import type { Engine } from './engine.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Makes a span of every request to a subgraph, below which the subgraph's own spans appear. */
export function traceFetches(client: SubgraphClient, { tracer }: Tracing): SubgraphClient {
  return {
    ...client,
    async send(subgraph, operation, body, caller) {
      const attributes = { 'skillswap.subgraph': subgraph, 'graphql.operation.type': operation };
      const parent = caller.trace ?? ROOT_CONTEXT;
      const options = { kind: SpanKind.CLIENT, attributes };
      const span = tracer.startSpan(`fetch ${subgraph}`, options, parent);
      try {
        const below = { ...caller, trace: trace.setSpan(parent, span) };
        return await client.send(subgraph, operation, body, below);
      } catch (cause) {
        markFailed(span, cause);
        throw cause;
      } finally {
        span.end();
      }
    },
  };
}

/**
 * Makes a trace of every event of a subscription that is completed: it happens on behalf of an event
 * and not of the request that subscribed, which may have been days ago.
 */
export function traceEvents(engine: Engine, { tracer }: Tracing): Engine {
  return {
    ...engine,
    async complete(admitted, event, caller) {
      const name = admitted.operation.name?.slice(0, 100);
      const attributes = {
        'graphql.operation.type': 'subscription',
        ...(name !== undefined && { 'graphql.operation.name': name }),
      };
      const span = tracer.startSpan('graphql event', { attributes }, ROOT_CONTEXT);
      try {
        const below = { ...caller, trace: trace.setSpan(ROOT_CONTEXT, span) };
        return await engine.complete(admitted, event, below);
      } catch (cause) {
        markFailed(span, cause);
        throw cause;
      } finally {
        span.end();
      }
    },
  };
}
