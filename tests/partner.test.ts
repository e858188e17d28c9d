import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { z } from 'zod';
import { eventually } from '@skillswap/kit/test/testkit';
import { developmentSettings } from '../engines/src/development-settings.ts';
import { clients, generateManifest, type Client } from '../schema/clients.ts';
import { ask, post } from './graph.ts';
import { Home } from './journey/documents.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const eve = new Person(endpoint, somebody('Eve'));
const ada = new Person(endpoint, somebody('Ada'));

const manifestShape = z.object({
  operations: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** A client's manifest, made by Apollo's own tool. */
async function manifestOf(audience: Client['audience']): Promise<string> {
  const client = clients.find((one) => one.audience === audience);
  if (client === undefined) throw new Error(`there is no client for ${audience}`);
  return generateManifest(client);
}

function idIn(manifest: string, name: string): string {
  const { operations } = manifestShape.parse(JSON.parse(manifest));
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`the manifest has no ${name}`);
  return found.id;
}

async function asEve(operation: string, variables: Readonly<Record<string, unknown>>) {
  const { data, errors } = await ask(endpoint, eve, operation, variables);
  expect(errors).toEqual([]);
  const [payload] = Object.values(data ?? {});
  return z.looseObject({ userErrors: z.array(z.looseObject({ code: z.string() })) }).parse(payload);
}

const aSlug = () => `acme-${randomBytes(4).toString('hex')}`;

/** A partner with a key, made by an administrator. */
async function aPartner(quota?: Readonly<Record<string, number>>) {
  const slug = aSlug();
  const { partner } = await asEve(
    `mutation ($input: CreatePartnerInput!) {
      createPartner(input: $input) { partner { id } userErrors { code } }
    }`,
    { input: { slug, name: 'Acme Learning', quota } },
  );
  const { id } = z.object({ id: z.string() }).parse(partner);
  const { secret, key } = await asEve(
    `mutation ($id: ID!) {
      createPartnerKey(input: { partnerId: $id }) { secret key { id } userErrors { code } }
    }`,
    { id },
  );
  return {
    id,
    slug,
    keyId: z.object({ id: z.string() }).parse(key).id,
    headers: { authorization: `Bearer ${z.string().parse(secret)}` },
  };
}

const publish = (client: Readonly<Record<string, string>>, manifest: string) =>
  asEve(
    `mutation ($input: PublishOperationsInput!) {
      publishOperations(input: $input) { addedCount userErrors { code message path } }
    }`,
    { input: { ...client, manifest } },
  );

type Partner = Awaited<ReturnType<typeof aPartner>>;

const run = (partner: Partner, id: string, variables: Readonly<Record<string, unknown>> = {}) =>
  post(endpoint, JSON.stringify({ documentId: `sha256:${id}`, variables }), partner.headers);

beforeAll(async () => {
  await Promise.all([eve.signUp(), ada.signUp()]);
  const program = new URL('../subgraphs/users/src/grant-roles.ts', import.meta.url).pathname;
  await promisify(execFile)(process.execPath, [program, eve.introduction.email, 'ADMIN'], {
    env: { ...process.env, MONGODB_URI: system.mongodbUri },
  });
  await eve.logIn();
});
afterAll(async () => {
  await Promise.all([eve[Symbol.asyncDispose](), ada[Symbol.asyncDispose]()]);
});

describe('a partner', () => {
  it('runs what is registered for it by id, by POST and GET, and with Apollo’s client', async () => {
    const [partner, manifest] = [await aPartner(), await manifestOf('partner')];
    const published = await publish({ partnerId: partner.id }, manifest);
    expect(published).toMatchObject({ userErrors: [] });
    const plans = idIn(manifest, 'Plans');
    await eventually(async () => {
      expect((await run(partner, plans)).status).toBe(200);
    });
    const { data } = await run(partner, plans);
    const some: unknown = expect.arrayContaining([expect.anything()]);
    expect(data).toMatchObject({ plans: some });

    const url = `${endpoint.graphql}?documentId=sha256:${plans}`;
    const byGet = await fetch(url, {
      headers: { ...partner.headers, accept: 'application/graphql-response+json' },
    });
    expect(await byGet.json()).toMatchObject({ data });

    const apollo = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([
        new SetContextLink(() => ({ headers: partner.headers })),
        new PersistedQueryLink(
          generatePersistedQueryIdsFromManifest({
            loadManifest: () => Promise.resolve(manifestShape.parse(JSON.parse(manifest))),
          }),
        ),
        new HttpLink({ uri: endpoint.graphql }),
      ]),
    });
    const query = gql(
      await readFile(
        new URL('../schema/operations/partner/acme/plans.graphql', import.meta.url),
        'utf8',
      ),
    );
    expect((await apollo.query({ query })).data).toMatchObject(z.looseObject({}).parse(data));
    apollo.stop();
  });

  it('runs nothing else: no text, no introspection, no unknown or foreign id', async () => {
    const [partner, other] = [await aPartner(), await aPartner()];
    const manifest = await manifestOf('partner');
    await publish({ partnerId: other.id }, manifest);
    const plans = idIn(manifest, 'Plans');
    await eventually(async () => {
      expect((await run(other, plans)).status).toBe(200);
    });
    const foreign = await run(partner, plans);
    expect([foreign.status, foreign.errors[0]?.extensions.code]).toEqual([
      404,
      'PERSISTED_QUERY_NOT_IN_LIST',
    ]);
    for (const query of ['{ plans { code } }', '{ __schema { types { name } } }']) {
      const { status, errors } = await post(endpoint, JSON.stringify({ query }), partner.headers);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'PERSISTED_QUERY_ID_REQUIRED']);
    }
    const both = { query: '{ plans { code } }', documentId: `sha256:${plans}` };
    const { errors } = await post(endpoint, JSON.stringify(both), other.headers);
    expect(errors[0]?.extensions.code).toBe('CANNOT_SEND_PQ_ID_AND_BODY');
  });

  it('cannot have operations registered that are outside its contract, and is told all reasons', async () => {
    const partner = await aPartner();
    const manifest = await manifestOf('mobile');
    const { userErrors } = await publish({ partnerId: partner.id }, manifest);
    expect(userErrors.length).toBeGreaterThan(5);
    expect(JSON.stringify(userErrors)).toMatch(/Cannot query field/);
    const { data } = await ask(
      endpoint,
      eve,
      'query ($id: ID!) { registeredOperations(partnerId: $id, first: 1) { edges { cursor } } }',
      { id: partner.id },
    );
    expect(data).toEqual({ registeredOperations: { edges: [] } });
  });

  it('is told that an operation is retired, which shows when it was run last', async () => {
    const [partner, manifest] = [await aPartner(), await manifestOf('partner')];
    await publish({ partnerId: partner.id }, manifest);
    const plans = idIn(manifest, 'Plans');
    await eventually(async () => {
      expect((await run(partner, plans)).status).toBe(200);
    });
    const { data } = await ask(
      endpoint,
      eve,
      `query ($id: ID!) {
        registeredOperations(partnerId: $id, first: 100) { edges { node { id documentId } } }
      }`,
      { id: partner.id },
    );
    const { registeredOperations } = z
      .object({
        registeredOperations: z.object({
          edges: z.array(z.object({ node: z.object({ id: z.string(), documentId: z.string() }) })),
        }),
      })
      .parse(data);
    const id = registeredOperations.edges.find(({ node }) => node.documentId === `sha256:${plans}`)
      ?.node.id;
    await asEve(
      'mutation ($id: ID!) { retireOperation(input: { operationId: $id }) { userErrors { code } } }',
      { id },
    );
    await eventually(async () => {
      const { status, errors } = await run(partner, plans);
      expect([status, errors[0]?.message]).toEqual([404, 'This operation has been retired.']);
    });
  });

  it('is stopped by its quota, with the time until it may ask again', async () => {
    const quota = { requestsPerMinute: 2, requestsPerDay: 100, costPerMinute: 1_000 };
    const [partner, manifest] = [await aPartner(quota), await manifestOf('partner')];
    await publish({ partnerId: partner.id }, manifest);
    await eventually(async () => {
      const response = await fetch(endpoint.graphql, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...partner.headers },
        body: JSON.stringify({ documentId: `sha256:${idIn(manifest, 'Plans')}` }),
      });
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  it('has no access once its key is revoked', async () => {
    const [partner, manifest] = [await aPartner(), await manifestOf('partner')];
    await publish({ partnerId: partner.id }, manifest);
    const plans = idIn(manifest, 'Plans');
    await eventually(async () => {
      expect((await run(partner, plans)).status).toBe(200);
    });
    await asEve(
      'mutation ($id: ID!) { revokePartnerKey(input: { keyId: $id }) { userErrors { code } } }',
      { id: partner.keyId },
    );
    await eventually(async () => {
      const { status, errors } = await run(partner, plans);
      expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    });
  });
});

describe('an app of our own', () => {
  it('runs its operations by id over HTTP and its socket, as Apollo’s client sends them', async () => {
    const manifest = await manifestOf('mobile');
    expect(await publish({ app: aSlug() }, manifest)).toMatchObject({ userErrors: [] });
    const home = JSON.stringify({ documentId: idIn(manifest, 'Home') });
    await eventually(async () => {
      expect((await post(endpoint, home, ada.headers)).status).not.toBe(404);
    });
    const sockets = createClient({
      url: endpoint.graphql.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: () => ({ authorization: ada.headers['authorization'] }),
    });
    const apollo = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([
        new SetContextLink(() => ({ headers: ada.headers })),
        new PersistedQueryLink(
          generatePersistedQueryIdsFromManifest({
            loadManifest: () => Promise.resolve(manifestShape.parse(JSON.parse(manifest))),
          }),
        ),
        ApolloLink.split(
          ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
          new GraphQLWsLink(sockets),
          new HttpLink({ uri: endpoint.graphql }),
        ),
      ]),
    });
    const { data } = await apollo.query({ query: Home });
    expect(data).toMatchObject({ viewer: { id: ada.id } });
    apollo.stop();
    await sockets.dispose();
  });

  it('is not given what nobody has registered', async () => {
    const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } };
    const { status, errors } = await post(endpoint, JSON.stringify(unknown), ada.headers);
    expect([status, errors[0]?.extensions.code]).toEqual([404, 'PERSISTED_QUERY_NOT_IN_LIST']);
  });

  it('cannot reach administration, even by name', async () => {
    const { status, errors } = await ask(
      endpoint,
      ada,
      '{ partners(first: 1) { edges { cursor } } }',
    );
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

describe('an operator at the terminal', () => {
  const program = new URL('../subgraphs/users/src/partners.ts', import.meta.url).pathname;
  const partners = async (...words: readonly string[]): Promise<string> => {
    const env = {
      ...developmentSettings,
      PATH: process.env['PATH'],
      MONGODB_URI: system.mongodbUri,
      REDIS_URL: system.redisUrl,
      GATEWAY_INTERNAL_URL: system.internalOrigin,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env });
    return stdout;
  };

  it(
    'makes a partner, a key and its operations, and takes one away again',
    { timeout: 180_000 },
    async () => {
      const slug = aSlug();
      const file = new URL('../schema/operations/partner/acme@1.0.0.json', import.meta.url)
        .pathname;
      const plans = idIn(await readFile(file, 'utf8'), 'Plans');
      await partners('create', slug, 'Acme Learning', '--per-minute', '100');
      expect(await partners('publish', slug, file)).toMatch(/^\d+ operations are new, 0 were/);
      const [secret = ''] = (await partners('key', slug)).split('\n');
      const headers = { 'x-api-key': secret };
      const asked = JSON.stringify({ documentId: `sha256:${plans}` });
      await eventually(async () => {
        expect((await post(endpoint, asked, headers)).status).toBe(200);
      });
      expect(await partners('list')).toContain(slug);
      expect(await partners('operations', slug)).toMatch(/ACTIVE +cost +\d+ .*Plans/);
      await partners('retire', slug, 'Plans');
      await eventually(async () => {
        expect((await post(endpoint, asked, headers)).status).toBe(404);
      });
      await partners('suspend', slug);
      await eventually(async () => {
        expect((await post(endpoint, asked, headers)).status).toBe(401);
      });
    },
  );

  it('is told why a manifest is not published', { timeout: 180_000 }, async () => {
    const slug = aSlug();
    await partners('create', slug, 'Acme Learning');
    const file = new URL(
      '../schema/operations/mobile/skillswap-example@1.0.0.json',
      import.meta.url,
    ).pathname;
    const reasons: unknown = expect.stringMatching(
      /nothing was published:\n {2}INVALID_DOCUMENT +Operation \d+/,
    );
    await expect(partners('publish', slug, file)).rejects.toMatchObject({
      code: 1,
      stderr: reasons,
    });
    expect(await partners('operations', slug)).toBe('');
    await expect(partners('key', 'nobody')).rejects.toMatchObject({ code: 1 });
    await expect(partners('create', 'No Slug', 'x')).rejects.toMatchObject({
      stderr: 'INVALID_SLUG slug\n',
    });
    await expect(partners('nothing')).rejects.toMatchObject({ code: 1 });
  });
});
