import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashSecret, newSecret, successorOf } from './secret-token.ts';

describe('a secret', () => {
  it('is never made twice', () => {
    const secrets = Array.from({ length: 10_000 }, newSecret);
    expect(new Set(secrets).size).toBe(10_000);
  });

  it('has one successor for each nonce, and needs both to be known', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (secret, nonce, other) => {
        expect(successorOf(secret, nonce)).toBe(successorOf(secret, nonce));
        fc.pre(other !== secret && other !== nonce);
        expect(successorOf(secret, nonce)).not.toBe(successorOf(other, nonce));
        expect(successorOf(secret, nonce)).not.toBe(successorOf(secret, other));
        expect(successorOf(secret, nonce)).not.toBe(successorOf(hashSecret(secret), nonce));
      }),
    );
  });
});
