import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestRuntime } from '@skillswap/kit/test/testkit';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { collections } from '../src/collections.ts';
import { rotateKey, storedKeys } from '../src/stored-keys.ts';

let runtime: MongoRuntime;
beforeEach(async () => {
  runtime = await openTestRuntime('users', collections);
});
afterEach(() => runtime[Symbol.asyncDispose]());

const start = Date.UTC(2026, 2, 1, 12);
const minute = (minutes: number) => new Date(start + minutes * 60_000);
/** The keys as an instance sees them that reads them at this minute. */
const keysAt = (minutes: number) => storedKeys(runtime.store, () => minute(minutes));
const signingAt = async (minutes: number) => (await keysAt(minutes).current()).kid;
const publishedAt = async (minutes: number) =>
  (await keysAt(minutes).published()).map(({ kid }) => kid);

describe('the signing key in the store', () => {
  it('is the same for all instances, however many start at once', async () => {
    const instances = Array.from({ length: 12 }, () => keysAt(0));
    const kids = await Promise.all(instances.map(async (keys) => (await keys.current()).kid));
    expect(new Set(kids).size).toBe(1);
    expect(await publishedAt(0)).toEqual([kids[0]]);
  });
});

describe('a rotation of the signing key', () => {
  it('publishes a key ten minutes before it signs and ten minutes after its last token', async () => {
    const signing: string[] = [];
    const published: (string | undefined)[][] = [];
    for (let now = 0; now < 120; now += 1) {
      if (now === 1 || now === 60) await rotateKey(runtime.store, minute(now));
      signing.push(await signingAt(now));
      published.push(await publishedAt(now));
    }
    expect(new Set(signing).size).toBe(3);
    signing.forEach((kid, now) => {
      for (let seen = Math.max(0, now - 10); seen <= Math.min(119, now + 10); seen += 1) {
        expect(published[seen]).toContain(kid);
      }
    });
    expect(published.at(-1)).toEqual([signing.at(-1)]);
  });

  it('lets an instance that read the keys before sign with the new one when its time comes', async () => {
    let now = minute(0);
    const keys = storedKeys(runtime.store, () => now);
    await keys.current();
    const rotation = await rotateKey(runtime.store, now);
    const later = storedKeys(runtime.store, () => now);
    expect((await later.current()).kid).toBe((await keys.current()).kid);
    now = rotation?.signsFrom ?? now;
    expect((await later.current()).kid).toBe(rotation?.kid);
  });

  it('waits for the one before', async () => {
    await signingAt(0);
    expect(await rotateKey(runtime.store, minute(1))).not.toBeNull();
    expect(await rotateKey(runtime.store, minute(2))).toBeNull();
    expect(await publishedAt(2)).toHaveLength(2);
  });

  it('happens once when several operators ask for it at the same moment', async () => {
    await signingAt(0);
    const rotations = await Promise.all(
      Array.from({ length: 8 }, () => rotateKey(runtime.store, minute(1))),
    );
    expect(rotations.filter((rotation) => rotation !== null)).toHaveLength(1);
    expect(await publishedAt(1)).toHaveLength(2);
  });

  it('forgets private keys that nobody meets any more', async () => {
    const first = await signingAt(0);
    await rotateKey(runtime.store, minute(1));
    await rotateKey(runtime.store, minute(60));
    const rows = await runtime.store.db
      .collection<{ _id: string }>('accessTokenKeys')
      .find()
      .toArray();
    expect(rows).toHaveLength(2);
    expect(rows.map(({ _id }) => _id)).not.toContain(first);
  });

  it('is refused where no key signs yet', async () => {
    await expect(rotateKey(runtime.store, minute(0))).rejects.toThrow('start the subgraph first');
  });
});

describe('rotating at the terminal', () => {
  it('says how keys from the environment change', async () => {
    const command = new URL('../src/rotate-signing-key.ts', import.meta.url).pathname;
    const env = { ...process.env, JWT_PRIVATE_KEY: '{}' };
    const run = promisify(execFile)(process.execPath, [command], { env });
    const failure = await run.catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure).toHaveProperty('stderr', expect.stringContaining('last of the set'));
  });
});
