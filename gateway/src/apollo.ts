import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Log } from '@skillswap/kit/log';
import type { OperationContext } from './http/graphql.ts';

// It reads this when it is loaded, and would report to its maker otherwise.
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const { ApolloGateway } = await import('@apollo/gateway');

/** A gateway that has not loaded its supergraph yet, and what it will have loaded. */
export interface LoadingGateway {
  readonly gateway: InstanceType<typeof ApolloGateway>;
  readonly loaded: Promise<{ readonly schema: GraphQLSchema; readonly supergraphSdl: string }>;
}

/**
 * Apollo's gateway: it reads supergraphs and builds the client schema. It asks no subgraph itself;
 * its executor is replaced.
 */
export function createGateway(supergraphSdl: string, log: Log): LoadingGateway {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet(log),
    buildService: () => ({
      process: () => Promise.reject(new Error('subgraphs are asked by our own executor')),
    }),
  });
  const { promise, resolve } = Promise.withResolvers<Awaited<LoadingGateway['loaded']>>();
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    resolve({ schema: apiSchema, supergraphSdl: coreSupergraphSdl });
  });
  return { gateway, loaded: promise };
}

/**
 * Apollo Server around the gateway. Documents arrive read and validated, so it finds every one of
 * them in its document store.
 */
export function createApolloServer(
  gateway: GatewayInterface,
  documentOf: (hash: string) => Promise<DocumentNode | undefined>,
  log: Log,
): ApolloServer<OperationContext> {
  return new ApolloServer<OperationContext>({
    gateway,
    logger: quiet(log),
    introspection: true,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    documentStore: {
      // The key ends with the text's SHA-256.
      get: (key) => documentOf(key.slice(-64)),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    },
    plugins: [ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
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
