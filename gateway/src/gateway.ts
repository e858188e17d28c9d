import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followSharedClock, systemClock } from '@skillswap/kit/clock';
import { createLog, type Log } from '@skillswap/kit/log';
import { openRedis } from '@skillswap/kit/redis';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { readAccessRules } from './access-rules.ts';
import type { Config } from './config.ts';
import { serve, type RunningGateway } from './serve.ts';

const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

/** Where users announces log-ins that have ended. */
const revocationChannel = 'auth-session-revoked';

const revocationSchema = z.object({ userId: z.string(), authSessionId: z.string().nullable() });

/** Starts SkillSwap's gateway on the committed supergraph. */
export async function startGateway(config: Config): Promise<RunningGateway> {
  const log = createLog('gateway', config.logLevel);
  await using opened = new AsyncDisposableStack();
  const redis = openRedis(config.redisUrl, log);
  opened.defer(() => {
    redis.disconnect();
  });
  const clock = config.isDevelopment ? opened.use(await followSharedClock(redis)) : systemClock;
  const gateway = opened.use(
    await serve(config, {
      supergraphSdl: readFileSync(join(schemaFolder, 'supergraph.graphql'), 'utf8'),
      contracts: {
        mobile: readFileSync(join(schemaFolder, 'contracts', 'mobile.graphql'), 'utf8'),
        partner: readFileSync(join(schemaFolder, 'contracts', 'partner.graphql'), 'utf8'),
      },
      accessRules: readAccessRules(readFileSync(join(schemaFolder, 'authorization.json'), 'utf8')),
      clock,
      mailbox: config.isDevelopment ? redis : null,
      log,
    }),
  );
  opened.use(await followRevocations(redis, gateway, log));
  const running = opened.move();
  return { ...gateway, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function followRevocations(
  redis: Redis,
  gateway: RunningGateway,
  log: Log,
): Promise<AsyncDisposable> {
  const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
  subscriber.on('error', () => undefined);
  subscriber.on('message', (_channel, message) => {
    const revoked = revocationSchema.safeParse(parseJson(message));
    if (revoked.success) gateway.revoke(revoked.data);
    else log.warn('a revocation is not readable');
  });
  await subscriber.subscribe(revocationChannel);
  return {
    [Symbol.asyncDispose]: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
