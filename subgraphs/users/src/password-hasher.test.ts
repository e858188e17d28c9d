import { describe, expect, it } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

const patient = { patienceMilliseconds: 60_000 };

describe('hashing passwords', () => {
  it('uses argon2id at the agreed cost and a salt of its own each time', async () => {
    const passwords = await createPasswordHasher({ atOnce: 2, waiting: 50, ...patient });
    const [first, second] = [
      await passwords.hash('secret words'),
      await passwords.hash('secret words'),
    ];
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    expect(first).not.toBe(second);
  });

  it('knows a password however its characters are composed, and no other', async () => {
    const passwords = await createPasswordHasher({ atOnce: 2, waiting: 50, ...patient });
    const stored = await passwords.hash('cafe\u0301 noir');
    expect(await passwords.matches(stored, 'caf\u00E9 noir')).toBe(true);
    expect(await passwords.matches(stored, 'Cafe noir')).toBe(false);
  });

  it('matches nothing when there is no hash, not even the hash of nothing', async () => {
    const passwords = await createPasswordHasher({ atOnce: 2, waiting: 50, ...patient });
    expect(await passwords.matches(null, 'nobody has this password')).toBe(false);
  });

  it('takes on so many at once, lets so many wait, and refuses the others at once', async () => {
    const passwords = await createPasswordHasher({ atOnce: 2, waiting: 3, ...patient });
    let running = 0;
    let most = 0;
    const admit = () => {
      running += 1;
      most = Math.max(most, running);
      return Promise.resolve();
    };
    const check = () => passwords.matches(null, 'x', admit).finally(() => (running -= 1));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, check));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 5 }, () => 'fulfilled'),
      ...Array.from({ length: 3 }, () => 'rejected'),
    ]);
    expect(outcomes.at(-1)).toMatchObject({
      reason: { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 } },
    });
    expect(most).toBe(2);
  });

  it('lets fewer wait when each takes long, so that nobody waits for an answer that comes too late', async () => {
    const passwords = await createPasswordHasher({
      ...{ atOnce: 1, waiting: 50, patienceMilliseconds: 0.001 },
    });
    const outcomes = await Promise.allSettled([passwords.hash('x'), passwords.hash('y')]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { reason: { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 } } },
    ]);
    expect(await passwords.hash('y')).toMatch(/^\$argon2id/);
  });

  it('goes on after a check that was not admitted', async () => {
    const passwords = await createPasswordHasher({ atOnce: 1, waiting: 5, ...patient });
    const refuse = () => Promise.reject(new Error('not now'));
    const outcomes = await Promise.allSettled([
      passwords.matches(null, 'x', refuse),
      passwords.matches(null, 'x', refuse),
      passwords.hash('x'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
