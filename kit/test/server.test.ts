import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { codedError } from '../src/errors.ts';
import { startSubgraph, type RequestContext, type Subgraph } from '../src/server.ts';
import { anonymous, identityHeader, signIdentity, type Viewer } from '../src/viewer.ts';
import { aMember, callSubgraph, testLog, testSecret } from './testkit.ts';

const sdl = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { whoAmI: String! slow: String! broken: String! refused: String! }
type Subscription { counted: Int! broken: Int! }
`;

const schemaFile = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'skillswap-')), 'schema.graphql'));
writeFileSync(schemaFile, sdl);

let gate: PromiseWithResolvers<string>;
let entered: PromiseWithResolvers<undefined>;
let contexts: number;

const subgraph: Subgraph<RequestContext> = {
  name: 'users',
  schemaFile,
  createContext: ({ viewer, requestId, log }) => {
    contexts += 1;
    return { viewer, requestId, log };
  },
  ready: () => Promise.resolve(),
  resolvers: {
    Query: {
      whoAmI: (_: unknown, __: unknown, { viewer }: RequestContext) => viewer.kind,
      slow: () => {
        entered.resolve(undefined);
        return gate.promise;
      },
      broken: () => {
        throw new Error('secret at /srv/app/database.ts');
      },
      refused: () => {
        throw codedError('FORBIDDEN', 'Not for you.');
      },
    },
    Subscription: {
      counted: { subscribe: count, resolve: (event: unknown) => event },
      broken: {
        subscribe: count,
        resolve: () => {
          throw new Error('secret at /srv/app/database.ts');
        },
      },
    },
  },
};

async function* count() {
  for (const number of [1, 2, 3]) yield await Promise.resolve(number);
}

describe('a served subgraph', () => {
  let leftovers: AsyncDisposableStack;
  let running: Awaited<ReturnType<typeof startSubgraph>>;
  beforeEach(async () => {
    leftovers = new AsyncDisposableStack();
    gate = Promise.withResolvers();
    entered = Promise.withResolvers();
    contexts = 0;
    const options = { port: 0, identitySecret: testSecret, log: testLog };
    running = leftovers.use(await startSubgraph(subgraph, options));
  });
  afterEach(() => leftovers.disposeAsync());

  const ask = (query: string, viewer: Viewer = anonymous) =>
    callSubgraph('users', running.url).as(viewer).execute(query);

  it('tells resolvers who asks', async () => {
    expect((await ask('{ whoAmI }', aMember())).data).toEqual({ whoAmI: 'member' });
  });

  it('masks what went wrong, and passes on what is meant to be read', async () => {
    const { errors } = await ask('{ broken }');
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/secret|database\.ts/);
    expect((await ask('{ refused }')).errors).toMatchObject([
      { message: 'Not for you.', extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('finishes what is running before it stops', async () => {
    const answer = ask('{ slow }');
    await entered.promise;
    const stopped = running[Symbol.asyncDispose]();
    gate.resolve('done');
    expect((await answer).data).toEqual({ slow: 'done' });
    await stopped;
    await expect(ask('{ whoAmI }')).rejects.toThrow();
  });

  it('takes no body of more than four megabytes', async () => {
    const headers = { [identityHeader]: await signIdentity(testSecret, 'users', anonymous) };
    const body = JSON.stringify({ query: `{ whoAmI } #${'x'.repeat(5 * 1024 * 1024)}` });
    const outcome = await fetch(running.url, { method: 'POST', headers, body }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(outcome);
    expect((await ask('{ whoAmI }')).data).toEqual({ whoAmI: 'anonymous' });
  });

  /** The events of a subscription, or the error that ended it. */
  async function subscribe(query: string, viewer: Viewer, audience = 'users') {
    const gateway: Viewer = { kind: 'service', name: 'gateway' };
    const client = createClient({
      url: running.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: async () => ({
        identity: await signIdentity(testSecret, 'users', gateway),
      }),
    });
    const identity = await signIdentity(testSecret, audience, viewer);
    const results: unknown[] = [];
    try {
      for await (const result of client.iterate({ query, extensions: { identity } })) {
        results.push(result);
      }
    } catch (error) {
      results.push(error);
    } finally {
      await client.dispose();
    }
    return results;
  }

  it('gives each event of a subscription a context of its own', async () => {
    const events = await subscribe('subscription { counted }', aMember());
    expect(events).toEqual([1, 2, 3].map((counted) => ({ data: { counted } })));
    expect(contexts).toBe(4);
  });

  it('refuses a subscription whose viewer nobody vouches for', async () => {
    const results = await subscribe('subscription { counted }', aMember(), 'chat');
    // An error for this subscription alone: the socket carries those of others.
    expect(results).toMatchObject([[{ extensions: { code: 'UNAUTHENTICATED' } }]]);
    expect(contexts).toBe(0);
  });

  it('masks what goes wrong in an event', async () => {
    const events = JSON.stringify(await subscribe('subscription { broken }', aMember()));
    expect(events).toContain('INTERNAL_SERVER_ERROR');
    expect(events).not.toMatch(/secret|database\.ts/);
  });
});
