import { createServer } from 'node:http';
import { createLog } from '@skillswap/kit/log';
import { createManualClock, engineUrl, eventually } from '@skillswap/kit/test/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createIdentities } from '../src/identity.ts';
import { createAskUsers, type AskUsers } from '../src/registry/ask-users.ts';
import { followChanges } from '../src/registry/follow-changes.ts';
import { followRegistry } from '../src/registry/follow-registry.ts';
import { createUses } from '../src/registry/uses.ts';

const log = createLog('gateway', 'silent');

/** A users subgraph that knows one version of the registry and takes uses. */
const users: { version: number; isAway: boolean; asked: unknown[]; uses: unknown[] } = {
  version: 1,
  isAway: false,
  asked: [],
  uses: [],
};
const requestShape = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (users.isAway) {
      response.destroy();
      return;
    }
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    const { query, variables } = requestShape.parse(body);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data: answerTo(query, variables) }));
  });
});

function answerTo(query: string, variables: Readonly<Record<string, unknown>>): unknown {
  if (query.includes('internalRecordUses')) {
    users.uses.push(variables['uses']);
    return { internalRecordUses: true };
  }
  users.asked.push(variables['knownVersion']);
  const isKnown = variables['knownVersion'] === users.version;
  return {
    internalRegistry: isKnown ? null : { version: users.version, partners: [], operations: [] },
  };
}

let askUsers: AskUsers;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const identify = createIdentities('a-secret-for-tests-with-enough-characters');
  askUsers = createAskUsers(`http://127.0.0.1:${String(port)}/graphql`, identify);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  Object.assign(users, { version: 1, isAway: false, asked: [], uses: [] });
});

describe('the registry at the gateway', () => {
  it('is there when following begins, and is read again only when it has changed', async () => {
    await using registry = await followRegistry({ askUsers, log });
    expect(registry.current()?.version).toBe(1);
    await registry.refresh();
    users.version = 2;
    await registry.refresh();
    expect(registry.current()?.version).toBe(2);
    expect(users.asked).toEqual([null, 1, 1]);
  });

  it('follows by itself, without a wake-up', async () => {
    await using registry = await followRegistry({ askUsers, log, lookEveryMilliseconds: 5 });
    users.version = 3;
    await eventually(() => {
      expect(registry.current()?.version).toBe(3);
    });
  });

  it('stays as it was while users is away, and follows again', async () => {
    await using registry = await followRegistry({ askUsers, log });
    users.isAway = true;
    users.version = 4;
    await registry.refresh();
    expect(registry.current()?.version).toBe(1);
    users.isAway = false;
    await registry.refresh();
    expect(registry.current()?.version).toBe(4);
  });

  it('is not there when users was away from the beginning, until it comes', async () => {
    users.isAway = true;
    await using registry = await followRegistry({ askUsers, log });
    expect(registry.current()).toBeNull();
    users.isAway = false;
    await eventually(() => {
      expect(registry.current()?.version).toBe(1);
    });
  });

  it('misses no change that is announced while it is being read', async () => {
    await using registry = await followRegistry({ askUsers, log });
    const [first] = [registry.refresh()];
    users.version = 5;
    await Promise.all([first, registry.refresh(), registry.refresh()]);
    expect(registry.current()?.version).toBe(5);
  });

  it('is woken by an announcement', async () => {
    const redis = new Redis(engineUrl('REDIS_URL'));
    let woken = 0;
    await using stack = new AsyncDisposableStack();
    stack.use(
      followChanges(redis, () => {
        woken += 1;
      }),
    );
    await eventually(() => {
      expect(woken).toBeGreaterThan(0);
    });
    const before = woken;
    await eventually(async () => {
      await redis.publish('registry-changed', '');
      expect(woken).toBeGreaterThan(before);
    });
    redis.disconnect();
  });
});

describe('uses', () => {
  const at = new Date('2031-01-01T00:00:00.000Z');

  it('are added up and told at the end', async () => {
    const clock = createManualClock(at);
    {
      await using uses = createUses(askUsers, clock);
      uses.count('opr_1');
      uses.count('pky_1');
      clock.advance(1_000);
      uses.count('opr_1');
    }
    expect(users.uses).toEqual([
      [
        { id: 'opr_1', count: 2, lastUsedAt: '2031-01-01T00:00:01.000Z' },
        { id: 'pky_1', count: 1, lastUsedAt: '2031-01-01T00:00:00.000Z' },
      ],
    ]);
  });

  it('are kept while users is away', async () => {
    await using uses = createUses(askUsers, createManualClock(at));
    users.isAway = true;
    uses.count('opr_1');
    await uses.flush();
    uses.count('opr_1');
    users.isAway = false;
    await uses.flush();
    await uses.flush();
    expect(users.uses).toMatchObject([[{ id: 'opr_1', count: 2 }]]);
  });
});
