import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const given = {
  REDIS_URL: 'redis://127.0.0.1:6379',
  INTERNAL_IDENTITY_SECRET: 'x'.repeat(32),
};

describe('the configuration', () => {
  test('has a working default for what may have one', () => {
    const config = readConfig(given);
    expect(config).toMatchObject({ port: 4000, internalPort: 4001, isDevelopment: true });
    expect(config.subgraphUrls.get('payments')).toBe('http://127.0.0.1:4106/graphql');
  });

  test('names all problems at once, and no value', () => {
    const env = { PORT: 'http', REDIS_URL: 'mysql://secret', INTERNAL_IDENTITY_SECRET: 'short' };
    expect(() => readConfig(env)).toThrow(/PORT.*REDIS_URL.*INTERNAL_IDENTITY_SECRET/s);
    expect(() => readConfig(env)).not.toThrow(/mysql|short\b/);
  });

  test.each([
    [
      'the public secret',
      { INTERNAL_IDENTITY_SECRET: 'development-only-internal-identity-secret' },
    ],
    ['pages from everywhere', { CORS_ORIGINS: '*' }],
  ])('of production refuses %s', (_what, env) => {
    const production = { ...given, ...env, SKILLSWAP_ENV: 'production' };
    expect(() => readConfig(production)).toThrow(Object.keys(env)[0]);
  });
});
