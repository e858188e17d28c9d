import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '../src/mail.ts';
import { openRedis } from '../src/redis.ts';
import { sendOnce } from '../src/send-once.ts';
import { engineUrl, testLog, uniqueName } from './testkit.ts';

let redis: Redis;
beforeAll(() => {
  redis = openRedis(engineUrl('REDIS_URL'), testLog);
});
afterAll(() => {
  redis.disconnect();
});

describe('a letter', () => {
  let key: string;
  let sent: Mail[];
  beforeEach(() => {
    key = uniqueName('letter');
    sent = [];
  });

  const takes = (mail: Mail) => Promise.resolve(void sent.push(mail));
  const refuses = () => Promise.reject(new Error('the mail server is full'));
  const letter = { kind: 'TEST', to: 'ada@example.org', subject: 'Once', text: 'Hello' };
  const right = {
    take: async () => (await redis.set(key, '', 'EX', 60, 'NX')) === 'OK' && letter,
    giveBack: () => redis.del(key),
  };
  const asTaken = (taken: Mail) => taken;

  it('goes out once, whoever sends it at the same time or again', async () => {
    await Promise.all(Array.from({ length: 10 }, () => sendOnce(takes, right, asTaken)));
    await sendOnce(takes, right, asTaken);
    expect(sent).toEqual([letter]);
  });

  it('that the mail server refused goes out when it is sent again', async () => {
    await expect(sendOnce(refuses, right, asTaken)).rejects.toThrow('the mail server is full');
    await sendOnce(takes, right, asTaken);
    expect(sent).toEqual([letter]);
  });

  it('that could not be written goes out when it is sent again', async () => {
    const cannotWrite = () => {
      throw new Error('there are no words');
    };
    await expect(sendOnce(takes, right, cannotWrite)).rejects.toThrow('there are no words');
    expect(sent).toEqual([]);
    await sendOnce(takes, right, asTaken);
    expect(sent).toEqual([letter]);
  });

  it('whose sender never came back from the mail server is not sent again', async () => {
    const { promise: handedOver, resolve: hand } = Promise.withResolvers<undefined>();
    const neverAnswers = () => {
      hand(undefined);
      return new Promise<never>(() => undefined);
    };
    void sendOnce(neverAnswers, right, asTaken);
    await handedOver;
    await sendOnce(takes, right, asTaken);
    expect(sent).toEqual([]);
  });
});
