import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { engineUrl, uniqueName } from '@skillswap/kit/test/testkit';
import { createThrottles } from '../src/throttles.ts';

const limited = { extensions: { code: 'RATE_LIMITED' } };

describe('counting attempts', () => {
  it('is shared by all instances', async () => {
    const redis = new Redis(engineUrl('REDIS_URL'));
    // Until the connection stands each instance counts for itself.
    await redis.ping();
    const prefix = `${uniqueName('users')}:`;
    const instances = [createThrottles(redis, prefix), createThrottles(redis, prefix)] as const;
    for (let failure = 0; failure < 5; failure += 1) {
      await instances[failure % 2 === 0 ? 0 : 1].admitLogIn('ada@example.org', null);
    }
    for (const throttles of instances) {
      await expect(throttles.admitLogIn('ada@example.org', null)).rejects.toMatchObject(limited);
    }
    redis.disconnect();
  });

  it('goes on in each instance while Redis is away', async () => {
    const redis = new Redis('redis://127.0.0.1:1', { lazyConnect: true, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    const throttles = createThrottles(redis, uniqueName('users'));
    for (let failure = 0; failure < 5; failure += 1) {
      await throttles.admitLogIn('ada@example.org', '203.0.113.1');
    }
    const refused = throttles.admitLogIn('ada@example.org', '203.0.113.1');
    await expect(refused).rejects.toMatchObject(limited);
    redis.disconnect();
  });
});
