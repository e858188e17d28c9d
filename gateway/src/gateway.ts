import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { followSharedClock, systemClock } from '@skillswap/kit/clock';
import { unusable } from '@skillswap/kit/config';
import { createLog } from '@skillswap/kit/log';
import type { Host, RunningProgram } from '@skillswap/kit/process';
import { openRedis } from '@skillswap/kit/redis';
import { readAccessRules } from './access-rules.ts';
import { createBudgets } from './budgets/budgets.ts';
import { createLocalBuckets } from './budgets/local-buckets.ts';
import { openRedisBuckets } from './budgets/redis-buckets.ts';
import { createSteadyBuckets } from './budgets/steady-buckets.ts';
import { startCluster } from './cluster/primary.ts';
import type { Config } from './config.ts';
import { createIdentities } from './identity.ts';
import { createQuotas } from './partners/quotas.ts';
import { createAskUsers } from './registry/ask-users.ts';
import { followChanges } from './registry/follow-changes.ts';
import { followRegistry } from './registry/follow-registry.ts';
import { createUses } from './registry/uses.ts';
import { followRevocations } from './revocations/follow-revocations.ts';
import { createRevocations } from './revocations/revocations.ts';
import { examineGraph } from './graph.ts';
import { serve, type RunningGateway } from './serve.ts';

const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

/** How long an operation waits for its budget in Redis before it is counted here. */
const bucketPatienceMilliseconds = 50;

/** Judges the committed supergraph and its access rules; throws a ConfigurationError. */
export async function examineProduct(): Promise<void> {
  const examined = await examineGraph(readGraphFiles()).catch((error: unknown) => {
    throw unusable([problemWith('schema/supergraph.graphql', error)]);
  });
  await examined[Symbol.asyncDispose]();
}

/** Starts SkillSwap's gateway on the committed supergraph. */
export async function startGateway(
  config: Config,
  host: Host,
): Promise<RunningProgram & Pick<RunningGateway, 'url' | 'internalUrl'>> {
  const graphFiles = readGraphFiles();
  const log = createLog('gateway', config.logLevel);
  await using opened = new AsyncDisposableStack();
  const redis = openRedis(config.redisUrl, log);
  opened.defer(() => {
    redis.disconnect();
  });
  const clock = config.isDevelopment ? opened.use(await followSharedClock(redis)) : systemClock;
  const askUsers = createAskUsers(
    config.subgraphUrls.get('users') ?? '',
    createIdentities(config.identitySecret),
  );
  const registry = opened.use(await followRegistry({ askUsers, log }));
  opened.use(followChanges(redis, () => void registry.refresh()));
  const revocations = createRevocations(clock);
  opened.use(await followRevocations({ revocations, askUsers, redis, log }));
  const uses = opened.use(createUses(askUsers, clock));
  const shared = opened.use(openRedisBuckets(redis, 'gateway:budget:', bucketPatienceMilliseconds));
  const buckets = createSteadyBuckets(shared, createLocalBuckets(), log);
  const quotas = createQuotas(buckets);
  const gateway = opened.use(
    await serve(config, {
      ...graphFiles,
      clock,
      mailbox: config.isDevelopment ? redis : null,
      budgets: createBudgets(buckets),
      clients: {
        registry: () => registry.current(),
        count: (id) => {
          uses.count(id);
        },
        admit: (partner) => quotas.admit(partner),
      },
      revocations,
      log,
      ...host,
    }),
  );
  const running = opened.move();
  return {
    ...gateway,
    // `npm run compose` has written the files anew; what is wrong with them is for the log.
    reload: async () => {
      try {
        await gateway.replaceGraph(readGraphFiles());
      } catch (error) {
        log.error({ err: error }, 'the supergraph is refused, the one before is served on');
      }
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Starts it as several processes that share the port. */
export function startGatewayCluster(
  { internalPort, logLevel }: Config,
  workers: number,
  host: Host,
): Promise<RunningProgram> {
  const log = createLog('gateway', logLevel);
  const serving = (url: string, internalUrl: string | null): void => {
    log.info({ url, internalUrl, workers }, 'serving');
  };
  return startCluster({ workers, internalPort, serving, log }, host);
}

/** What composition wrote; throws a ConfigurationError when it is not there or not readable. */
function readGraphFiles() {
  const problems: string[] = [];
  const read = <Content>(file: string, parse: (text: string) => Content): Content | null => {
    try {
      return parse(readFileSync(join(schemaFolder, file), 'utf8'));
    } catch (error) {
      problems.push(problemWith(`schema/${file}`, error));
      return null;
    }
  };
  const supergraphSdl = read('supergraph.graphql', (text) => text);
  const mobile = read('contracts/mobile.graphql', (text) => text);
  const partner = read('contracts/partner.graphql', (text) => text);
  const accessRules = read('authorization.json', readAccessRules);
  const isWhole = supergraphSdl !== null && mobile !== null && partner !== null;
  if (!isWhole || accessRules === null) throw unusable(problems);
  return { supergraphSdl, contracts: { mobile, partner }, accessRules };
}

function problemWith(file: string, error: unknown): string {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${file}: ${reason}`;
}
