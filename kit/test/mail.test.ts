import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redis } from 'ioredis';
import { createMailbox, readMailbox } from '../src/mail.ts';
import { openRedis } from '../src/redis.ts';
import { engineUrl, testLog } from './testkit.ts';

let redis: Redis;
beforeAll(async () => {
  // The mailbox has one name; a database of its own keeps it from the other tests.
  const url = new URL(engineUrl('REDIS_URL'));
  url.pathname = '/6';
  redis = openRedis(url.href, testLog);
  await redis.flushdb();
});
afterAll(async () => {
  await redis.flushdb();
  redis.disconnect();
});

describe('the development mailbox', () => {
  it('shows mails newest first, with their links, and their text harmless as HTML', async () => {
    const send = createMailbox(redis, () => new Date('2026-03-02T10:00:00.000Z'));
    const mail = { kind: 'VERIFY_EMAIL', to: 'ada@example.org', subject: 'Welcome' };
    await send({ ...mail, text: 'Hello' });
    const link = 'http://localhost:4000/verify?token=a&b=c';
    await send({ ...mail, text: `Hello <script>alert("x")</script>\n\n${link}\n` });
    const entries = (await readMailbox(redis)).map((text): unknown => JSON.parse(text));
    expect(entries).toMatchObject([
      { ...mail, at: '2026-03-02T10:00:00.000Z', links: [link] },
      { ...mail, text: 'Hello', links: [], html: '<p>Hello</p>' },
    ]);
    const [newest] = entries;
    expect(newest).toHaveProperty('html', expect.not.stringContaining('<script'));
    expect(newest).toHaveProperty('html', expect.stringContaining('token=a&amp;b=c">'));
  });
});
