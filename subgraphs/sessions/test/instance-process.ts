import { createManualClock } from '@skillswap/kit/clock';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import { startSubgraph } from '@skillswap/kit/server';
import { engineUrl, testLog, testSecret } from '@skillswap/kit/test/testkit';
import { z } from 'zod';
import { collections } from '../src/collections.ts';
import { sessionsSubgraph } from '../src/subgraph.ts';
import { createTown } from './town.ts';

/**
 * An instance of the subgraph in a process of its own, that a test can kill. It shares the stores
 * that its argument names, knows everybody as an active member, and tells its parent its address.
 */
const given = z.object({ database: z.string(), prefix: z.string(), now: z.coerce.date() });
const { database, prefix, now } = given.parse(JSON.parse(process.argv[2] ?? ''));

const runtime = await openMongoRuntime({
  subgraph: 'sessions',
  environment: 'development',
  mongodbUri: engineUrl('MONGODB_URI'),
  redisUrl: engineUrl('REDIS_URL'),
  collections,
  log: testLog,
  clock: createManualClock(now),
  ...{ database, prefix },
});
const { people, skills } = createTown();
const everybody = {
  ...people,
  findByIds: (ids: readonly string[]) =>
    Promise.resolve(
      ids.map((id) => ({
        ...{ id, state: 'ACTIVE', timeZone: 'UTC', contactableBy: 'EVERYONE' },
        ...{ email: null, preferredLanguage: null, displayName: 'Somebody' },
      })),
    ),
};
const subgraph = await sessionsSubgraph(runtime, {
  ...{ people: everybody, skills, appUrl: 'http://localhost:4000' },
  mailAddress: 'no-reply@skillswap.example',
});
const { url } = await startSubgraph(subgraph, {
  ...{ port: 0, identitySecret: testSecret, log: testLog },
});
process.send?.({ url });
