import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ToyDefinition, ToyRequest } from './toy-subgraph.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const seen: ToyRequest[] = [];

function toy(
  name: string,
  path: string,
  body: string,
  type: string,
  location?: string,
): ToyDefinition {
  return {
    name,
    sdl: `${head} type Query { ${name}: String @public }`,
    resolvers: {},
    routes: {
      [path]: (request) => {
        seen.push(request);
        return location === undefined
          ? { status: 200, body, type }
          : { status: 303, body, type, location };
      },
    },
  };
}

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph([
    toy('users', '/identity/callback', '', 'text/plain', 'http://app.example/back?code=1'),
    toy('payments', '/webhooks/stripe', '{"received":true}', 'application/json'),
    toy('sessions', '/calendar/abc_-9.ics', 'BEGIN:VCALENDAR', 'text/calendar'),
  ]);
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  seen.length = 0;
});

describe('a side door', () => {
  test('passes a webhook on byte for byte, with its signature and nothing else', async () => {
    const body = Uint8Array.from([0x7b, 0x22, 0xc3, 0xa9, 0x00, 0xff, 0x20, 0x0a]);
    const response = await fetch(`${graph.gateway.url}/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'stripe-signature': 't=1,v1=ab',
        'x-evil': '1',
      },
    });
    expect([response.status, await response.text()]).toEqual([200, '{"received":true}']);
    expect([...(seen[0]?.body ?? [])]).toEqual([...body]);
    expect(seen[0]?.headers['stripe-signature']).toBe('t=1,v1=ab');
    expect(seen[0]?.headers['x-evil']).toBeUndefined();
    expect(seen[0]?.headers['x-skillswap-identity']).toBeDefined();
  });

  test('refuses a webhook that is too large or asked for', async () => {
    const large = await fetch(`${graph.gateway.url}/webhooks/stripe`, {
      method: 'POST',
      body: 'x'.repeat(256 * 1024 + 1),
    });
    expect(large.status).toBe(413);
    expect((await fetch(`${graph.gateway.url}/webhooks/stripe`)).status).toBe(405);
    expect(seen).toEqual([]);
  });

  test('lets an identity provider post, and sends the person on to the page that waits', async () => {
    const response = await fetch(`${graph.gateway.url}/identity/callback`, {
      method: 'POST',
      body: new URLSearchParams({ code: '1' }),
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'http://app.example/back?code=1',
    ]);
    expect(seen[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(String(seen[0]?.body)).toBe('code=1');
  });

  test('serves calendars and keys', async () => {
    const calendar = await fetch(`${graph.gateway.url}/calendar/abc_-9.ics`);
    expect(await calendar.text()).toBe('BEGIN:VCALENDAR');
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    const keys = await fetch(`${graph.gateway.url}/.well-known/jwks.json`);
    expect(await keys.json()).toMatchObject({ keys: [{ kid: 'test' }] });
  });

  test.each(['/calendar/../livez.ics', '/calendar/a/b.ics', '/metrics', '/mailbox', '/livez', '/'])(
    'does not lead to %s',
    async (path) => {
      const response = await fetch(`${graph.gateway.url}${path}`);
      expect(response.status).toBe(404);
      expect(seen).toEqual([]);
    },
  );
});

describe('the internal origin', () => {
  test('is on loopback and says whether the gateway works', async () => {
    expect(new URL(graph.gateway.internalUrl).hostname).toBe('127.0.0.1');
    for (const path of ['/livez', '/readyz', '/startupz']) {
      expect((await fetch(`${graph.gateway.internalUrl}${path}`)).status).toBe(200);
    }
  });

  test('counts with few labels', async () => {
    await graph.post('query Anything { users }');
    const metrics = await (await fetch(`${graph.gateway.internalUrl}/metrics`)).text();
    expect(metrics).toContain('gateway_operation_seconds_count{kind="query",outcome="ok"}');
    expect(metrics).toContain(
      'gateway_subgraph_fetch_seconds_count{subgraph="users",outcome="answered"}',
    );
    expect(metrics).not.toContain('Anything');
  });

  test('has no mailbox where mail is really sent', async () => {
    expect((await fetch(`${graph.gateway.internalUrl}/mailbox`)).status).toBe(404);
  });
});
