import { ConfigurationError, port, readConfig, subgraphVariables } from '@skillswap/kit/config';
import { z } from 'zod';

const developmentSecrets: readonly string[] = [
  'sk_test_sandbox',
  'whsec_development_only_webhook_secret',
];

const variables = z.object({
  ...subgraphVariables,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  PAYMENTS_PORT: port(4106),
  STRIPE_SECRET_KEY: z.string().min(1).default('sk_test_sandbox'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => secret.length >= 8), {
      error: 'must be one secret or several, separated by commas',
    })
    .default(['whsec_development_only_webhook_secret']),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
    .optional(),
});

/** What the payments process needs to know. */
export type PaymentsConfig = ReturnType<typeof readPaymentsConfig>;

/** Reads the environment, or throws with every problem in it. */
export function readPaymentsConfig(env: Readonly<Record<string, string | undefined>>) {
  const read = readConfig(variables, env);
  const secrets = [read.STRIPE_SECRET_KEY, ...read.STRIPE_WEBHOOK_SECRET];
  if (
    read.SKILLSWAP_ENV === 'production' &&
    (read.STRIPE_API_BASE !== undefined ||
      secrets.some((secret) => developmentSecrets.includes(secret)))
  ) {
    throw new ConfigurationError(
      'In production STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be your own, and STRIPE_API_BASE unset.',
    );
  }
  return {
    environment: read.SKILLSWAP_ENV,
    port: read.PAYMENTS_PORT,
    logLevel: read.LOG_LEVEL,
    identitySecret: read.INTERNAL_IDENTITY_SECRET,
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    stripe: {
      secretKey: read.STRIPE_SECRET_KEY,
      webhookSecrets: read.STRIPE_WEBHOOK_SECRET,
      apiBase: read.STRIPE_API_BASE === undefined ? null : new URL(read.STRIPE_API_BASE),
    },
  };
}
