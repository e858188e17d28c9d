import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestRuntime } from '@skillswap/kit/test/testkit';
import type { MongoRuntime } from '@skillswap/kit/mongo-runtime';
import { collections } from '../src/collections.ts';
import { generateSigningKey } from '../src/signing-keys.ts';
import { storedKeys } from '../src/stored-keys.ts';

let runtime: MongoRuntime;
beforeAll(async () => {
  runtime = await openTestRuntime('users', collections);
});
afterAll(() => runtime[Symbol.asyncDispose]());

const openKeys = () => storedKeys(runtime.store, () => runtime.clock.now());

describe('the signing key of development', () => {
  it('is the same for all instances, however many start at once', async () => {
    const instances = Array.from({ length: 12 }, openKeys);
    const kids = await Promise.all(instances.map(async (keys) => (await keys.current()).kid));
    expect(new Set(kids).size).toBe(1);
    expect(await openKeys().published()).toMatchObject([{ kid: kids[0] }]);
  });

  it('is published beside the one that signs next', async () => {
    const keys = runtime.store.db.collection<{ _id: string }>('signingKeys');
    const current = await openKeys().current();
    const { kid, privateKey } = await generateSigningKey();
    const privateJwk = privateKey.export({ format: 'jwk' });
    const next = { _id: kid, status: 'NEXT', privateJwk, createdAt: new Date(0) };
    await keys.insertOne(next);
    expect((await openKeys().current()).kid).toBe(current.kid);
    expect(await openKeys().published()).toHaveLength(2);
  });
});
