import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { markFailed, type Tracing } from '@skillswap/kit/tracing';
import type { Engine } from './engine.ts';

/**
 * Makes a span of planning, and a trace of every event of a subscription that is completed: it
 * happens on behalf of an event and not of the request that subscribed, which may have been days ago.
 */
export function traceEngine(engine: Engine, { tracer }: Tracing): Engine {
  return {
    ...engine,
    async execute(admitted, caller) {
      const span = tracer.startSpan('plan', {}, caller.trace ?? ROOT_CONTEXT);
      // The plan is kept, so it is not made twice; running the operation tells what is wrong with it.
      await Promise.resolve(engine.planOf(admitted)).catch((cause: unknown) => {
        markFailed(span, cause);
      });
      span.end();
      return engine.execute(admitted, caller);
    },
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
