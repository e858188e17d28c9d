import type { GraphQLSchema } from 'graphql';

// It reads this when it is loaded, and would report to its maker otherwise.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const { ApolloGateway } = await import('@apollo/gateway');

/**
 * Lets Apollo's gateway judge the supergraph, and answers what clients see of it. It serves nothing:
 * what it would do with an operation is done by our own engine. Throws when the supergraph is
 * unusable.
 */
export async function judgeSupergraph(supergraphSdl: string): Promise<GraphQLSchema> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: silent,
    buildService: () => ({
      process: () => Promise.reject(new Error('subgraphs are asked by our own executor')),
    }),
  });
  const { promise, resolve } = Promise.withResolvers<GraphQLSchema>();
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    resolve(apiSchema);
  });
  await gateway.load();
  await gateway.stop();
  return promise;
}

/** What is wrong is thrown; the rest is Apollo's announcement of itself. */
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
