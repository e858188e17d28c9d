import { defineConfig } from '@graphql-hive/gateway';

// What Hive Gateway offers for speed, with either planner; subgraphs are told who asks.
export const gatewayConfig = defineConfig({
  inboundInflightRequestDeduplication: true,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({
      authorization: request.headers.get('authorization'),
    }),
  },
  transportEntries: { '*.http': { options: { subscriptions: { kind: 'ws' } } } },
});
