import { createInternalClient } from '@skillswap/kit/internal-client';
import { createLog } from '@skillswap/kit/log';
import { openMongoRuntime } from '@skillswap/kit/mongo-runtime';
import type { Host } from '@skillswap/kit/process';
import { startSubgraph } from '@skillswap/kit/server';
import { collections } from './collections.ts';
import type { SessionsConfig } from './config.ts';
import { createPeople } from './people.ts';
import { createSkills } from './skills.ts';
import { sessionsSubgraph } from './subgraph.ts';

/** Opens the stores and serves the subgraph; disposing stops serving first. */
export async function startSessions(config: SessionsConfig, host: Host): Promise<AsyncDisposable> {
  const { environment, mongodbUri, redisUrl, identitySecret, port, smtp } = config;
  const { appUrl, mailAddress } = config;
  const log = createLog('sessions', config.logLevel);
  const ask = (subgraph: string, url: string) =>
    createInternalClient({ self: 'sessions', subgraph, url, secret: identitySecret, log });

  await using starting = new AsyncDisposableStack();
  const runtime = starting.use(
    await openMongoRuntime({
      ...{ subgraph: 'sessions', environment, mongodbUri, redisUrl, collections, log },
      tracing: host.tracing,
      ...(smtp && { smtp }),
    }),
  );
  const subgraph = await sessionsSubgraph(runtime, {
    people: createPeople(ask('users', config.usersUrl)),
    skills: createSkills(ask('skills', config.skillsUrl)),
    appUrl,
    mailAddress,
  });
  starting.use(await startSubgraph(subgraph, { port, identitySecret, log, ...host }));
  return starting.move();
}
