import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { RunningSubgraph } from '../src/server.ts';
import { anonymous, identityHeader, signIdentity } from '../src/viewer.ts';
import { aMember, callSubgraph, testSecret } from './testkit.ts';

/** What every subgraph must do; each one's tests call this with a way to start itself. */
export function defineSubgraphSuite(name: string, start: () => Promise<RunningSubgraph>): void {
  describe(`${name} as a subgraph`, () => {
    let running: RunningSubgraph;
    beforeAll(async () => {
      running = await start();
    });
    afterAll(() => running[Symbol.asyncDispose]());

    const post = (headers: Record<string, string>, body: string) =>
      fetch(running.url, { method: 'POST', headers, body });
    const serviceQuery = JSON.stringify({ query: '{ _service { sdl } }' });

    it('refuses requests without a signed identity, _service included', async () => {
      const response = await post({ 'content-type': 'application/json' }, serviceQuery);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    });

    it.each([
      ['made for another subgraph', () => signIdentity(testSecret, 'another', anonymous)],
      ['signed with another secret', () => signIdentity('x'.repeat(32), name, anonymous)],
      ['that is no token', () => Promise.resolve('member')],
    ])('refuses an identity %s', async (_title, identity) => {
      const headers = { 'content-type': 'application/json', [identityHeader]: await identity() };
      expect((await post(headers, serviceQuery)).status).toBe(401);
    });

    it('answers those whom the gateway vouches for', async () => {
      const answer = await callSubgraph(name, running.url)
        .as(aMember())
        .execute('{ _service { sdl } }');
      expect(answer.errors).toEqual([]);
      expect(answer.data).toHaveProperty('_service.sdl');
    });

    it.each([
      ['is not JSON', 'not json'],
      ['has no operation', '{}'],
      ['does not parse', JSON.stringify({ query: '{ _service {' })],
      ['asks for an unknown field', JSON.stringify({ query: '{ nothing }' })],
    ])('answers 400 with a code and no stack when the body %s', async (_title, body) => {
      const identity = await signIdentity(testSecret, name, anonymous);
      const headers = { 'content-type': 'application/json', [identityHeader]: identity };
      const response = await post(headers, body);
      const text = await response.text();
      expect(response.status).toBe(400);
      expect(text).toContain('"code"');
      expect(text).not.toContain('node_modules');
    });

    it('shows its health and metrics', async () => {
      for (const path of ['/livez', '/startupz', '/readyz', '/metrics']) {
        expect((await fetch(new URL(path, running.url))).status).toBe(200);
      }
      expect((await fetch(new URL('/nothing', running.url))).status).toBe(404);
    });

    it('refuses a socket that no gateway opened', async () => {
      const client = createClient({
        url: running.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      const closed = new Promise((resolve) => client.on('closed', resolve));
      client.subscribe(
        { query: '{ __typename }' },
        { next: ignore, error: ignore, complete: ignore },
      );
      expect(await closed).toMatchObject({ code: 4403 });
    });
  });
}

const ignore = () => undefined;
