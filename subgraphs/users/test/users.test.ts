import { defineSubgraphSuite } from '@skillswap/kit/test/subgraph-suite';
import { startTown } from './start-town.ts';

defineSubgraphSuite('users', async () => {
  const town = await startTown();
  return { ...town.running, [Symbol.asyncDispose]: () => town[Symbol.asyncDispose]() };
});
