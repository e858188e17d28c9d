import { createPrivateKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  mongodbUri,
  port,
  readConfig,
  requiredInProduction,
  subgraphVariables,
  type Environment,
} from '@skillswap/kit/config';
import type { IdentityProviderSettings } from './identity-providers.ts';

/** What this subgraph runs with. */
export interface UsersConfig {
  readonly environment: 'development' | 'production';
  readonly port: number;
  readonly logLevel: string;
  readonly identitySecret: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly appUrl: string;
  /** Null in development: the mailbox takes the mails. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Where to ask whether a password was stolen elsewhere; null asks nobody. */
  readonly breachListUrl: string | null;
  /** Seal what must be read again, such as second factors; the first seals, all of them open. */
  readonly sealKeys: readonly [string, ...string[]];
  /** The gateway's internal origin, where operations are judged. */
  readonly gatewayInternalUrl: string;
  readonly identityProviders: IdentityProviderSettings;
  readonly accessTokens: {
    readonly issuer: string;
    /** Null in development: a key is made once and kept in the store. */
    readonly privateKeys: readonly [KeyObject, ...KeyObject[]] | null;
  };
}

const googleVariables = ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'] as const;
const appleVariables = [
  'APPLE_CLIENT_ID',
  'APPLE_TEAM_ID',
  'APPLE_KEY_ID',
  'APPLE_PRIVATE_KEY',
] as const;

const issuer = (byDefault: string) =>
  z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' }).default(byDefault);

const variables = z
  .object({
    ...subgraphVariables,
    MONGODB_URI: mongodbUri,
    USERS_PORT: port(4101),
    APP_URL: z.url().default('http://localhost:4000'),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// URL' }).optional(),
    MAIL_FROM: z.string().default('SkillSwap <no-reply@skillswap.example>'),
    PASSWORD_BREACH_LIST_URL: z.url().optional(),
    SECOND_FACTOR_KEYS: z
      .string()
      .default('development-only-second-factor-key')
      .transform(readSealKeys),
    GATEWAY_INTERNAL_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// URL' })
      .default('http://127.0.0.1:4001'),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    GOOGLE_ISSUER: issuer('https://accounts.google.com'),
    APPLE_CLIENT_ID: z.string().optional(),
    APPLE_TEAM_ID: z.string().optional(),
    APPLE_KEY_ID: z.string().optional(),
    APPLE_PRIVATE_KEY: z.string().transform(readAppleKey).optional(),
    APPLE_ISSUER: issuer('https://appleid.apple.com'),
    JWT_ISSUER: z.url().default('http://localhost:4000'),
    JWT_PRIVATE_KEY: z.string().transform(readPrivateKeys).optional(),
  })
  .superRefine(refuseHalf);

/** Reads the environment; throws a ConfigurationError that names every problem. */
export function readUsersConfig(env: Environment): UsersConfig {
  const read = readConfig(variables, env, (given) => [
    ...requiredInProduction(given, 'SMTP_URL', 'JWT_PRIVATE_KEY', 'SECOND_FACTOR_KEYS'),
    ...plainIssuers(given),
  ]);
  return {
    environment: read.SKILLSWAP_ENV,
    port: read.USERS_PORT,
    logLevel: read.LOG_LEVEL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    appUrl: read.APP_URL,
    smtp: read.SMTP_URL === undefined ? null : { url: read.SMTP_URL, from: read.MAIL_FROM },
    breachListUrl: read.PASSWORD_BREACH_LIST_URL ?? null,
    sealKeys: read.SECOND_FACTOR_KEYS,
    gatewayInternalUrl: read.GATEWAY_INTERNAL_URL,
    identityProviders: { google: toGoogle(read), apple: toApple(read) },
    accessTokens: { issuer: read.JWT_ISSUER, privateKeys: read.JWT_PRIVATE_KEY ?? null },
  };
}

type Read = z.infer<typeof variables>;

function toGoogle(read: Read): IdentityProviderSettings['google'] {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = read;
  if (clientId === undefined || clientSecret === undefined) return null;
  return { issuer: read.GOOGLE_ISSUER, clientId, clientSecret };
}

function toApple(read: Read): IdentityProviderSettings['apple'] {
  const { APPLE_CLIENT_ID: clientId, APPLE_TEAM_ID: teamId, APPLE_KEY_ID: keyId } = read;
  const privateKey = read.APPLE_PRIVATE_KEY;
  if (clientId === undefined || teamId === undefined) return null;
  if (keyId === undefined || privateKey === undefined) return null;
  return { issuer: read.APPLE_ISSUER, clientId, teamId, keyId, privateKey };
}

/** A provider is configured as a whole, or not at all. */
function refuseHalf(given: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const names of [googleVariables, appleVariables]) {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === names.length) continue;
    for (const name of missing) context.addIssue({ code: 'custom', path: [name] });
  }
}

/** What a provider says without TLS, anybody may have said. */
function plainIssuers(given: Readonly<Record<string, string>>): string[] {
  return ['GOOGLE_ISSUER', 'APPLE_ISSUER']
    .filter((name) => given[name]?.startsWith('http:'))
    .map((name) => `${name}: must be an https:// URL in production`);
}

function readAppleKey(text: string, context: z.RefinementCtx): KeyObject {
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Said below, in the same words.
  }
  context.addIssue('must be a P-256 private key as a PEM');
  return z.NEVER;
}

const jwkShape = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), d: z.string() });
const jwkOrSet = z.union([
  z.object({ keys: z.tuple([jwkShape], jwkShape) }).transform(({ keys }) => keys),
  jwkShape.transform((jwk): [typeof jwk] => [jwk]),
]);

/** A PEM, a JWK, or a JWK set of which the first key signs and the others are only published. */
function readPrivateKeys(
  text: string,
  context: z.RefinementCtx,
): readonly [KeyObject, ...KeyObject[]] {
  try {
    if (!text.trimStart().startsWith('{')) return [ed25519(createPrivateKey(text))];
    const [first, ...others] = jwkOrSet.parse(JSON.parse(text));
    const fromJwk = (jwk: z.infer<typeof jwkShape>) =>
      createPrivateKey({ key: jwk, format: 'jwk' });
    return [fromJwk(first), ...others.map(fromJwk)];
  } catch {
    context.addIssue('must be an Ed25519 private key: a PEM, a JWK or a JWK set');
    return z.NEVER;
  }
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
}

/** Keys with commas between them. */
function readSealKeys(text: string, context: z.RefinementCtx): readonly [string, ...string[]] {
  const [first = '', ...others] = text.split(',').map((key) => key.trim());
  if ([first, ...others].every((key) => key.length >= 32)) return [first, ...others];
  context.addIssue('must have at least 32 characters in each key');
  return z.NEVER;
}
