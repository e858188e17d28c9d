import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readUsersConfig } from './config.ts';
import { configuredKeys } from './signing-keys.ts';

const env = {
  MONGODB_URI: 'mongodb://127.0.0.1/',
  REDIS_URL: 'redis://127.0.0.1/',
  INTERNAL_IDENTITY_SECRET: 's'.repeat(32),
};
const newKey = () => generateKeyPairSync('ed25519').privateKey;
const jwk = () => newKey().export({ format: 'jwk' });

describe('the configuration', () => {
  it('needs only the stores and the secret in development', () => {
    expect(readUsersConfig(env)).toMatchObject({
      port: 4101,
      smtp: null,
      accessTokens: { issuer: 'http://localhost:4000', privateKeys: null },
    });
  });

  it('demands a mail server and a signing key in production', () => {
    const production = { ...env, SKILLSWAP_ENV: 'production' };
    expect(() => readUsersConfig(production)).toThrow(
      /SMTP_URL: is required in production\n.*JWT_PRIVATE_KEY: is required.*\n.*SECOND_FACTOR_KEYS: is/,
    );
  });

  it('takes several keys for second factors, each long enough', () => {
    const [first, second] = ['a'.repeat(32), 'b'.repeat(40)];
    const keys = (SECOND_FACTOR_KEYS: string) => readUsersConfig({ ...env, SECOND_FACTOR_KEYS });
    expect(keys(`${first}, ${second}`).sealKeys).toEqual([first, second]);
    expect(() => keys(`${first},short`)).toThrow(
      /SECOND_FACTOR_KEYS: must have at least 32 characters in each key/,
    );
  });

  it.each([
    ['a PEM', () => newKey().export({ format: 'pem', type: 'pkcs8' }).toString(), 1],
    ['a JWK', () => JSON.stringify(jwk()), 1],
    ['a JWK set', () => JSON.stringify({ keys: [jwk(), jwk()] }), 2],
  ])('takes the signing key as %s', async (_form, key, count) => {
    const { accessTokens } = readUsersConfig({ ...env, JWT_PRIVATE_KEY: key() });
    const keys = accessTokens.privateKeys && configuredKeys(accessTokens.privateKeys);
    const published = (await keys?.published()) ?? [];
    expect(published).toHaveLength(count);
    expect(published[0]).toMatchObject({ kid: (await keys?.current())?.kid, alg: 'EdDSA' });
    expect(JSON.stringify(published)).not.toContain('"d"');
  });

  it.each([
    ['text', 'secret'],
    ['another kind of key', rsaPem()],
    ['an empty set', '{"keys":[]}'],
    ['a public key', JSON.stringify({ ...jwk(), d: undefined })],
  ])('refuses %s as the signing key without repeating it', (_what, key) => {
    const read = () => readUsersConfig({ ...env, JWT_PRIVATE_KEY: key });
    expect(read).toThrow(/JWT_PRIVATE_KEY: must be an Ed25519 private key/);
    expect(read).not.toThrow(key);
  });
});

function rsaPem(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
