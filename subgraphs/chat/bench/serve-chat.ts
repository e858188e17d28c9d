import { once } from 'node:events';
import { systemClock } from '@skillswap/kit/clock';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import { startSubgraph } from '@skillswap/kit/server';
import { engineUrl, testLog, testSecret, uniqueName } from '@skillswap/kit/test/testkit';
import { collections } from '../src/collections.ts';
import { chatSubgraph } from '../src/subgraph.ts';
import { createTown } from '../test/town.ts';

/**
 * The subgraph in a process of its own, as it is run, without what tests need to look inside: tells
 * its address and ends when its parent lets go.
 */
const database = uniqueName('chat');
await using runtime = await openMongoRuntime({
  subgraph: 'chat',
  environment: 'development',
  mongodbUri: engineUrl('MONGODB_URI'),
  redisUrl: engineUrl('REDIS_URL'),
  collections,
  log: testLog,
  database,
  prefix: `${database}:`,
  clock: systemClock,
});
const { contacts } = createTown();
await using chat = await chatSubgraph(runtime, { contacts, translator: null, keepMonths: 24 });
await using running = await startSubgraph(chat, {
  port: 0,
  identitySecret: testSecret,
  log: testLog,
});
process.send?.({ url: running.url });
await once(process, 'disconnect');
await runtime.store.db.dropDatabase();
