import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ConfigurationError,
  port,
  readConfig,
  requiredInProduction,
  subgraphVariables,
} from '../src/config.ts';

const schema = z.object({
  APP_PORT: port(4000),
  APP_URL: z.url('must be a URL'),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters'),
});
const secret = 'a very secret text of more than thirty-two characters';

/** A file that holds a secret, as container platforms mount them. */
function fileWith(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'skillswap-config-')), 'secret');
  writeFileSync(file, content);
  return file;
}

function messageFor(env: Record<string, string>): string {
  try {
    readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('comes typed, with defaults where a variable is missing or empty', () => {
    const env = { APP_PORT: '', APP_URL: 'http://localhost', APP_SECRET: secret };
    expect(readConfig(schema, env)).toEqual({ ...env, APP_PORT: 4000 });
  });

  it('names every problem at once, the missing as required and the wrong by what is expected', () => {
    expect(messageFor({ APP_PORT: 'many', APP_SECRET: 'short' }).split('\n').sort()).toEqual([
      '  APP_PORT: Invalid input: expected number, received NaN',
      '  APP_SECRET: must have at least 32 characters',
      '  APP_URL: is required',
      'The configuration is not usable:',
    ]);
  });

  it('never repeats a value', () => {
    const message = messageFor({ APP_URL: 'hunter2', APP_SECRET: 'correct horse', APP_PORT: '-7' });
    expect(message).not.toMatch(/hunter2|correct horse|-7/);
  });

  it('takes a variable from a file when its name ends in _FILE', () => {
    const env = { APP_URL: 'http://localhost', APP_SECRET_FILE: fileWith(`${secret}\n`) };
    expect(readConfig(schema, env)).toHaveProperty('APP_SECRET', secret);
  });

  it('says which file cannot be read', () => {
    const env = { APP_URL: 'http://localhost', APP_SECRET_FILE: '/nowhere/at/all' };
    expect(messageFor(env)).toContain('APP_SECRET_FILE: the file cannot be read');
  });

  it('of production takes none of the secrets that are public for development', () => {
    const production = z.object({ ...subgraphVariables, WEBHOOK_SECRETS: z.string() });
    const env = {
      SKILLSWAP_ENV: 'production',
      REDIS_URL: 'redis://x',
      INTERNAL_IDENTITY_SECRET: 'development-only-internal-identity-secret',
      WEBHOOK_SECRETS: 'whsec_mine,whsec_development_only_webhook_secret',
    };
    expect(() => readConfig(production, env)).toThrow(
      /INTERNAL_IDENTITY_SECRET[^]*WEBHOOK_SECRETS/,
    );
    expect(() => readConfig(production, { ...env, SKILLSWAP_ENV: 'development' })).not.toThrow();
  });

  it('of production reports what a program objects to beside everything else', () => {
    const refuse = (given: Readonly<Record<string, string>>) =>
      requiredInProduction(given, 'SMTP_URL');
    const env = { SKILLSWAP_ENV: 'production', REDIS_URL: 'mysql://x' };
    expect(() => readConfig(z.object(subgraphVariables), env, refuse)).toThrow(
      /REDIS_URL[^]*SMTP_URL: is required/,
    );
  });

  it('of a subgraph refuses other deployments than development and production', () => {
    const env = { SKILLSWAP_ENV: 'test', REDIS_URL: 'redis://x', INTERNAL_IDENTITY_SECRET: secret };
    expect(() => readConfig(z.object(subgraphVariables), env)).toThrow(/SKILLSWAP_ENV/);
  });
});
