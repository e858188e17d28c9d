import { composeServices } from '@apollo/composition';
import { createManualClock } from '@skillswap/kit/clock';
import { createLog } from '@skillswap/kit/log';
import { parse, printSchema } from 'graphql';
import { z } from 'zod';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { collectAccessRules } from '../../schema/access-rules.ts';
import { composeContract, type ContractName } from '../../schema/contracts.ts';
import type { AccessRules } from '../src/access-rules.ts';
import type { Config } from '../src/config.ts';
import type { ContractSdls } from '../src/contracts.ts';
import { serve, type RunningGateway, type Served } from '../src/serve.ts';
import {
  startToySubgraph,
  type ToyDefinition,
  type ToyResponse,
  type ToySubgraph,
} from './toy-subgraph.ts';

/** What every toy schema begins with. */
export const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
      "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@authenticated",
      "@requiresScopes", "@cost", "@listSize", "@composeDirective", "@tag"])
    @link(url: "https://skillswap.example/access/v1.0", import: ["@public"])
    @composeDirective(name: "@public")
  directive @public on FIELD_DEFINITION | OBJECT | INTERFACE
`;

/** What the schema of a subgraph with `@resumable` subscriptions adds to {@link head}. */
export const resumable = `
  extend schema
    @link(url: "https://skillswap.example/delivery/v1.0", import: ["@resumable"])
    @composeDirective(name: "@resumable")
  directive @resumable(argument: String!, field: String!) on FIELD_DEFINITION
`;

const issuer = 'http://localhost:4000';
/** Signs identities of these gateways. */
export const identitySecret = 'a-secret-for-tests-with-enough-characters';

/** Claims of a test's access token. */
export interface TokenOptions {
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
  readonly sid?: string;
  readonly expiresInSeconds?: number;
  readonly issuer?: string;
  readonly audience?: string;
  readonly typ?: string;
}

/** A gateway in this process over toy subgraphs. */
export interface ToySupergraph extends AsyncDisposable {
  readonly gateway: RunningGateway;
  readonly url: string;
  readonly supergraphSdl: string;
  readonly clock: ReturnType<typeof createManualClock>;
  subgraph(name: string): ToySubgraph;
  token(userId: string, options?: TokenOptions): Promise<string>;
  post(query: string, options?: PostOptions): Promise<Answer>;
}

/** How a test posts. */
export interface PostOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, its JSON parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof answerSchema>;
}

/** Settings that a test may choose. */
export interface ToyOptions extends Partial<
  Pick<
    Served,
    | 'clients'
    | 'limits'
    | 'revocations'
    | 'budgets'
    | 'overloadLimits'
    | 'patience'
    | 'subgraphTimeoutMilliseconds'
    | 'requestTimeoutMilliseconds'
    | 'upstreamPatienceMilliseconds'
    | 'initTimeoutMilliseconds'
    | 'lifeCheckMilliseconds'
  >
> {
  readonly isDevelopment?: boolean;
  readonly safelist?: Config['safelist'];
}

/** Composes the definitions; throws when they do not compose. */
export function composeToys(
  toys: readonly { readonly name: string; readonly url?: string; readonly sdl: string }[],
): { supergraphSdl: string; contracts: ContractSdls; accessRules: AccessRules } {
  const subgraphs = toys.map(({ name, url = `http://${name}`, sdl }) => ({
    name,
    url,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, schema, errors } = composeServices(subgraphs);
  if (supergraphSdl === undefined) throw new Error(errors.map(String).join('\n'));
  const { rules } = collectAccessRules(supergraphSdl);
  // Without tags every audience sees the whole graph.
  const isTagged = toys.some(({ sdl }) => sdl.includes('@tag(name: "partner")'));
  const sdlOf = (name: ContractName): string => {
    const contract = isTagged ? composeContract(name, subgraphs) : null;
    if (contract !== null && contract.schema === null) throw new Error(contract.problems.join());
    return printSchema(contract?.schema ?? schema.toAPISchema().toGraphQLJSSchema());
  };
  return {
    supergraphSdl,
    contracts: { mobile: sdlOf('mobile'), partner: sdlOf('partner') },
    accessRules: new Map(
      Object.entries(rules).map(([coordinate, rule]) => [
        coordinate,
        typeof rule === 'string' ? rule : rule.map((group) => [...group]),
      ]),
    ),
  };
}

/** Starts the subgraphs and the gateway. A definition named `users` publishes the keys. */
export async function startToySupergraph(
  definitions: readonly ToyDefinition[],
  options: ToyOptions = {},
): Promise<ToySupergraph> {
  await using stack = new AsyncDisposableStack();
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' };
  const jwks = (): ToyResponse => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ keys: [jwk] }),
  });
  const toys = new Map<string, ToySubgraph>();
  for (const definition of definitions) {
    const routes = { ...definition.routes, '/.well-known/jwks.json': jwks };
    toys.set(definition.name, stack.use(await startToySubgraph({ ...definition, routes })));
  }
  const { supergraphSdl, contracts, accessRules } = composeToys(definitions);
  const clock = createManualClock(new Date());
  const config: Config = {
    isDevelopment: options.isDevelopment ?? true,
    port: 0,
    internalPort: 0,
    workers: null,
    redisUrl: '',
    identitySecret,
    issuer,
    corsOrigins: ['http://localhost:3000'],
    trustedProxies: 0,
    knownClients: ['app'],
    safelist: options.safelist ?? 'off',
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
    subgraphUrls: new Map([...toys].map(([name, { url }]) => [name, url])),
  };
  const log = createLog('gateway', config.logLevel);
  const gateway = stack.use(
    await serve(config, {
      supergraphSdl,
      contracts,
      accessRules,
      clock,
      mailbox: null,
      budgets: null,
      log,
      ...options,
    }),
  );
  const running = stack.move();
  const url = `${gateway.url}/graphql`;

  return {
    gateway,
    url,
    supergraphSdl,
    clock,
    subgraph(name) {
      const toy = toys.get(name);
      if (toy === undefined) throw new TypeError(`there is no subgraph ${name}`);
      return toy;
    },
    token: (userId, given = {}) => {
      const seconds = Math.floor(clock.now().getTime() / 1000);
      const scopes = given.scopes ?? [];
      return new SignJWT({
        sid: given.sid ?? 'aus_1',
        roles: given.roles ?? ['LEARNER'],
        scopes,
        auth_time: seconds,
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'test', typ: given.typ ?? 'at+jwt' })
        .setSubject(userId)
        .setIssuer(given.issuer ?? issuer)
        .setAudience(given.audience ?? 'skillswap')
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + (given.expiresInSeconds ?? 600))
        .sign(privateKey);
    },
    post: async (query, { variables, operationName, token, headers } = {}) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: parseAnswer(await response.text()),
      };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

const answerSchema = z.object({
  // Not a record: that would leave out the key `__proto__`.
  data: z.custom<Record<string, unknown>>((value) => typeof value === 'object').nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

function parseAnswer(text: string): Answer['body'] {
  return answerSchema.parse(JSON.parse(text));
}
