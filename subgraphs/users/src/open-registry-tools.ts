import { z } from 'zod';
import { systemClock } from '@skillswap/kit/clock';
import { mongodbUri, readConfig, subgraphVariables } from '@skillswap/kit/config';
import { createLog } from '@skillswap/kit/log';
import { createTransact, openMongo } from '@skillswap/kit/mongo';
import { openRedis } from '@skillswap/kit/redis';
import { createAnnounceRegistry } from './announce-registry.ts';
import type { Dependencies } from './dependencies.ts';
import { createJudgeOperations } from './judge-operations.ts';
import { createPartnerKeyRepository } from './partner-key-repository.ts';
import { createPartnerRepository } from './partner-repository.ts';
import { createRegisteredOperationRepository } from './registered-operation-repository.ts';
import { createRegistryRepository } from './registry-repository.ts';
import { createUseRepository } from './use-repository.ts';

/** What an operator works with at the terminal: the use cases' own parts, without anybody's log-in. */
export type RegistryTools = Pick<
  Dependencies,
  | 'clock'
  | 'transact'
  | 'partners'
  | 'partnerKeys'
  | 'registeredOperations'
  | 'registry'
  | 'uses'
  | 'judgeOperations'
  | 'announceRegistry'
>;

const variables = z.object({
  ...subgraphVariables,
  MONGODB_URI: mongodbUri,
  GATEWAY_INTERNAL_URL: z.url().default('http://127.0.0.1:4001'),
});

/** Opens the stores that the environment names. */
export async function openRegistryTools(
  env: Readonly<Record<string, string | undefined>>,
): Promise<RegistryTools & AsyncDisposable> {
  const config = readConfig(variables, env);
  const log = createLog('partners', 'error');
  await using opening = new AsyncDisposableStack();
  const store = opening.use(await openMongo(config.MONGODB_URI, 'users', 'users-partners'));
  const redis = openRedis(config.REDIS_URL, log);
  opening.defer(() => {
    redis.disconnect();
  });
  const registry = createRegistryRepository(store);
  await registry.prepare();
  const tools = opening.move();
  return {
    clock: systemClock,
    transact: createTransact(
      store,
      () => systemClock.now(),
      () => undefined,
    ),
    partners: createPartnerRepository(store),
    partnerKeys: createPartnerKeyRepository(store),
    registeredOperations: createRegisteredOperationRepository(store),
    registry,
    uses: createUseRepository(store),
    judgeOperations: createJudgeOperations({
      gatewayUrl: config.GATEWAY_INTERNAL_URL,
      identitySecret: config.INTERNAL_IDENTITY_SECRET,
      log,
    }),
    announceRegistry: createAnnounceRegistry(redis, '', log),
    [Symbol.asyncDispose]: () => tools.disposeAsync(),
  };
}
