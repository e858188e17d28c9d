import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from './ports.ts';
import type { Service } from './service.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const folder = join('subgraphs', 'payments', 'src', 'sandbox');

/** Whether payments go to a stand-in for Stripe: in development, without a key of one's own. */
export function usesSandbox(checkout: string, env: Environment): boolean {
  const { SKILLSWAP_ENV: kind, STRIPE_SECRET_KEY: key, STRIPE_SECRET_KEY_FILE: keyFile } = env;
  return kind !== 'production' && !key && !keyFile && existsSync(join(checkout, folder, 'main.ts'));
}

/** What payments is told so that it speaks to the sandbox. */
export function sandboxVariables(ports: Ports): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_API_BASE: `http://127.0.0.1:${String(ports.sandbox.port)}`,
  };
}

/** The sandbox itself, which sends its webhooks to the gateway as Stripe would. */
export function sandboxService(ports: Ports, env: Environment): Service {
  const port = String(ports.sandbox.port);
  const webhook = `http://127.0.0.1:${String(ports.gateway.port)}/webhooks/stripe`;
  return {
    name: 'sandbox',
    folder,
    entry: join(folder, 'main.ts'),
    env: { ...env, STRIPE_SANDBOX_PORT: port, STRIPE_WEBHOOK_URL: webhook },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
  };
}
