import type { GraphQLSchema } from 'graphql';
import type { Log } from '@skillswap/kit/log';

// It reads this when it is loaded, and would report to its maker otherwise.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const { ApolloGateway } = await import('@apollo/gateway');

/** A supergraph that `@apollo/gateway` accepts. */
export interface LoadedSupergraph {
  /** What clients see of it. */
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
}

/**
 * Lets Apollo's gateway judge the supergraph and build the client schema. It serves nothing: what
 * it would do with an operation is done by our own engine. Throws when the supergraph is unusable.
 */
export async function loadSupergraph(supergraphSdl: string, log: Log): Promise<LoadedSupergraph> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    buildService: () => ({
      process: () => Promise.reject(new Error('subgraphs are asked by our own executor')),
    }),
  });
  const { promise, resolve } = Promise.withResolvers<LoadedSupergraph>();
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    resolve({ schema: apiSchema, supergraphSdl: coreSupergraphSdl });
  });
  await gateway.load();
  await gateway.stop();
  return promise;
}

/** Apollo announces itself at level info; what matters is warnings. */
function quiet(log: Log) {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message?: unknown) => {
      log.warn({ message }, 'apollo');
    },
    error: (message?: unknown) => {
      log.error({ message }, 'apollo');
    },
  };
}
