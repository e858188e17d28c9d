import { readClockOffset, resetClock, shiftClock } from '@skillswap/kit/clock';
import { Redis } from 'ioredis';
import { dataDir } from './checkout.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { findRunningSystem } from './running-system.ts';
import { reasonOf, StartupError } from './startup-error.ts';

const usage =
  'npm run clock -- +15d (days d, hours h, minutes m, seconds s; - goes back), --reset, or nothing to read it';

type Order = { kind: 'read' } | { kind: 'reset' } | { kind: 'shift'; milliseconds: number };

try {
  console.log(await obey(readOrder(process.argv.slice(2))));
} catch (error) {
  process.exitCode = 1;
  console.error(reasonOf(error));
}

async function obey(order: Order): Promise<string> {
  const redis = await openRedis(requireDevelopment());
  try {
    if (order.kind === 'read') return describe(await readClockOffset(redis));
    const { offsetMilliseconds, followers, moved } =
      order.kind === 'reset'
        ? await resetClock(redis)
        : await shiftClock(redis, order.milliseconds);
    if (moved < followers) {
      throw new StartupError(
        `${describe(offsetMilliseconds)}, but only ${String(moved)} of ${String(followers)} processes ` +
          'have followed: see .data/logs, or restart the system.',
      );
    }
    return `${describe(offsetMilliseconds)}; ${String(moved)} processes have followed`;
  } finally {
    redis.disconnect();
  }
}

/** Where the running system's Redis is; production's time is not to be touched. */
function requireDevelopment(): string {
  const system = findRunningSystem(dataDir);
  if (process.env['SKILLSWAP_ENV'] === 'production' || system?.environment === 'production') {
    throw new StartupError('The clock cannot be moved while SKILLSWAP_ENV is production.');
  }
  if (system === null)
    throw new StartupError('Nothing runs here: start the system with npm start.');
  return system.redisUrl;
}

function readOrder(args: readonly string[]): Order {
  const [first, ...more] = args;
  if (first === undefined) return { kind: 'read' };
  if (first === '--reset' && more.length === 0) return { kind: 'reset' };
  const milliseconds = more.length === 0 ? parseDuration(first) : null;
  if (milliseconds === null) throw new StartupError(`Usage: ${usage}.`);
  return { kind: 'shift', milliseconds };
}

async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await redis.connect().catch((error: unknown) => {
    throw new StartupError(
      `The system's Redis does not answer (${reasonOf(error)}): restart the system.`,
    );
  });
  return redis;
}

function describe(offset: number): string {
  const now = new Date(Date.now() + offset).toISOString();
  return offset === 0 ? `${now} (real time)` : `${now} (real time ${formatDuration(offset)})`;
}
