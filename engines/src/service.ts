import { join } from 'node:path';
import { developmentSettings } from './development-settings.ts';
import { variablePrefix } from './ports.ts';
import type { Ports } from './ports.ts';
import type { Engines } from './start-engines.ts';
import { sandboxVariables } from './stripe-sandbox.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** One process of the system. */
export interface Service {
  name: string;
  /** Its sources and its program, as paths inside the checkout. */
  folder: string;
  entry: string;
  env: Environment;
  /** Answers 200 once the process can work. */
  readyUrl: string;
}

/** What all processes are told, by name, so that each can find the others and the engines. */
export function sharedEnvironment(
  env: Environment,
  ports: Ports,
  engines: Omit<Engines, keyof AsyncDisposable>,
): Record<string, string> {
  const origin = `http://localhost:${String(ports.gateway.port)}`;
  const isProduction = env['SKILLSWAP_ENV'] === 'production';
  return {
    ...(isProduction ? {} : { ...developmentSettings, APP_URL: origin, JWT_ISSUER: origin }),
    ...subgraphAddresses(ports),
    ...withoutGaps(env),
    PORT: String(ports.gateway.port),
    INTERNAL_PORT: String(ports.internal.port),
    GATEWAY_INTERNAL_URL: `http://127.0.0.1:${String(ports.internal.port)}`,
    MONGODB_URI: engines.mongodbUri,
    DATABASE_URL: engines.databaseUrl,
    REDIS_URL: engines.redisUrl,
  };
}

function subgraphAddresses(ports: Ports): Record<string, string> {
  const addresses: Record<string, string> = {};
  for (const [name, { variable, port }] of ports.subgraphs) {
    addresses[variable] = String(port);
    addresses[`${variablePrefix(name)}_URL`] = `http://127.0.0.1:${String(port)}/graphql`;
  }
  return addresses;
}

/** A variable that is set to nothing counts as not set. */
function withoutGaps(env: Environment): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value) set[name] = value;
  return set;
}

/** The gateway. */
export function gatewayService(ports: Ports, env: Environment): Service {
  const readyUrl = `http://127.0.0.1:${String(ports.internal.port)}/readyz`;
  const entry = join('gateway', 'src', 'main.ts');
  return { name: 'gateway', folder: 'gateway', entry, env, readyUrl };
}

/** Each subgraph; only payments learns where the sandbox is. */
export function subgraphServices(ports: Ports, env: Environment, withSandbox: boolean): Service[] {
  return [...ports.subgraphs].map(([name, { port }]) => {
    const folder = join('subgraphs', name);
    return {
      name,
      folder,
      entry: join(folder, 'src', 'main.ts'),
      env: withSandbox && name === 'payments' ? { ...env, ...sandboxVariables(ports) } : env,
      readyUrl: `http://127.0.0.1:${String(port)}/readyz`,
    };
  });
}
