import { ConfigurationError, deployment, port, readConfig } from '@skillswap/kit/config';
import { z } from 'zod';

/** Reads the environment; throws with every problem, and in production always. */
export function readSandboxConfig(env: Readonly<Record<string, string | undefined>>) {
  const variables = readConfig(
    z.object({
      SKILLSWAP_ENV: deployment,
      STRIPE_SANDBOX_PORT: port(4107),
      STRIPE_WEBHOOK_SECRET: z.string().min(8).default('whsec_development_only_webhook_secret'),
      STRIPE_WEBHOOK_URL: z.url().default('http://127.0.0.1:4000/webhooks/stripe'),
    }),
    env,
  );
  if (variables.SKILLSWAP_ENV === 'production') {
    throw new ConfigurationError('The Stripe sandbox does not run in production.');
  }
  const [webhookSecret = ''] = variables.STRIPE_WEBHOOK_SECRET.split(',');
  return {
    port: variables.STRIPE_SANDBOX_PORT,
    webhookUrl: variables.STRIPE_WEBHOOK_URL,
    webhookSecret: webhookSecret.trim(),
  };
}
