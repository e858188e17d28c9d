import { z } from 'zod';
import {
  deployment,
  port,
  readConfig as readVariables,
  type Environment,
} from '@skillswap/kit/config';
import { workerCount } from './cluster/worker-count.ts';
import type { Safelist } from './operations/find-document.ts';

/** The six subgraphs, and where they listen by default. */
const subgraphPorts = {
  users: 4101,
  skills: 4102,
  sessions: 4103,
  chat: 4104,
  reviews: 4105,
  payments: 4106,
} as const;

const developmentOrigins = 'http://localhost:3000,http://localhost:8081';

const subgraphUrl = (subgraph: keyof typeof subgraphPorts) =>
  z
    .url({ protocol: /^https?$/, error: 'must be an http:// URL' })
    .default(`http://127.0.0.1:${String(subgraphPorts[subgraph])}/graphql`);

const variables = z.object({
  SKILLSWAP_ENV: deployment,
  PORT: port(4000),
  INTERNAL_PORT: port(4001),
  GATEWAY_WORKERS: workerCount.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' }),
  INTERNAL_IDENTITY_SECRET: z.string().min(32, 'must have at least 32 characters'),
  JWT_ISSUER: z.string().default('http://localhost:4000'),
  CORS_ORIGINS: z.string().default(developmentOrigins),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  KNOWN_CLIENTS: z.string().default('skillswap-web,skillswap-ios,skillswap-android'),
  MOBILE_OPERATIONS: z.enum(['off', 'log', 'enforce']).default('off'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  USERS_URL: subgraphUrl('users'),
  SKILLS_URL: subgraphUrl('skills'),
  SESSIONS_URL: subgraphUrl('sessions'),
  CHAT_URL: subgraphUrl('chat'),
  REVIEWS_URL: subgraphUrl('reviews'),
  PAYMENTS_URL: subgraphUrl('payments'),
});

/** What the gateway runs with. */
export interface Config {
  readonly isDevelopment: boolean;
  readonly port: number;
  readonly internalPort: number;
  /** How many processes share the port; null for this one alone. */
  readonly workers: number | null;
  readonly redisUrl: string;
  readonly identitySecret: string;
  readonly issuer: string;
  readonly corsOrigins: readonly string[];
  /** How many proxies in front of the gateway are ours. */
  readonly trustedProxies: number;
  /** Whether our apps may send texts that are not registered. */
  readonly safelist: Safelist;
  readonly logLevel: string;
  /** The names of clients that have figures of their own. */
  readonly knownClients: readonly string[];
  readonly subgraphUrls: ReadonlyMap<string, string>;
}

/** Reads the environment; throws with all problems at once. */
export function readConfig(env: Environment): Config {
  const values = readVariables(variables, env, ({ CORS_ORIGINS = '' }) =>
    readList(CORS_ORIGINS).includes('*') ? ['CORS_ORIGINS: must list origins, not *'] : [],
  );
  return {
    isDevelopment: values.SKILLSWAP_ENV === 'development',
    port: values.PORT,
    internalPort: values.INTERNAL_PORT,
    workers: values.GATEWAY_WORKERS ?? null,
    redisUrl: values.REDIS_URL,
    identitySecret: values.INTERNAL_IDENTITY_SECRET,
    issuer: values.JWT_ISSUER,
    corsOrigins: readList(values.CORS_ORIGINS),
    trustedProxies: values.TRUSTED_PROXIES,
    safelist: values.MOBILE_OPERATIONS,
    logLevel: values.LOG_LEVEL,
    knownClients: readList(values.KNOWN_CLIENTS),
    subgraphUrls: new Map([
      ['users', values.USERS_URL],
      ['skills', values.SKILLS_URL],
      ['sessions', values.SESSIONS_URL],
      ['chat', values.CHAT_URL],
      ['reviews', values.REVIEWS_URL],
      ['payments', values.PAYMENTS_URL],
    ]),
  };
}

function readList(list: string): readonly string[] {
  return list.split(',').map((entry) => entry.trim());
}
