import { ApolloServer } from '@apollo/server';
import { ApolloGateway } from '@apollo/gateway';

/** Apollo's own gateway in front of the same subgraphs, to compare with. */
export interface StockGateway extends AsyncDisposable {
  /** The data that it answers, null when there is none. */
  dataOf(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Starts Apollo's gateway in this process, where it listens to nobody else. */
export async function startStockGateway(supergraphSdl: string): Promise<StockGateway> {
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
  const server = new ApolloServer({ gateway, logger: silent });
  await server.start();
  return {
    async dataOf(query, variables) {
      const { body } = await server.executeOperation({ query, variables: { ...variables } });
      return body.kind === 'single' ? (body.singleResult.data ?? null) : null;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
