import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { markFailed, type Tracing } from '@skillswap/kit/tracing';
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
