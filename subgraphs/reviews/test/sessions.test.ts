import { createServer } from 'node:http';
import { createInternalClient } from '@skillswap/kit/internal-client';
import { testLog, testSecret } from '@skillswap/kit/test/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { createSessions } from '../src/sessions.ts';

let leftovers = new AsyncDisposableStack();
afterEach(async () => {
  await leftovers.disposeAsync();
  leftovers = new AsyncDisposableStack();
});

/** The reviews' way to a sessions subgraph that answers every question with `body`. */
async function sessionsAnswering(status: number, body: unknown) {
  const http = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  leftovers.defer(() => {
    http.close();
    http.closeAllConnections();
  });
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return sessionsAt(`http://127.0.0.1:${String(port)}/graphql`);
}

function sessionsAt(url: string) {
  const client = { self: 'reviews', subgraph: 'sessions', url, secret: testSecret, log: testLog };
  return createSessions(createInternalClient(client));
}

const internalSession = {
  id: 'ses_1',
  teacherId: 'usr_ada',
  learnerId: 'usr_bob',
  status: 'DONE',
  doneAt: '2026-03-02T10:00:00.000Z',
  noShowUserIds: [],
};

describe('a session is asked of its owner', () => {
  it('and comes with its times as instants', async () => {
    const sessions = await sessionsAnswering(200, { data: { internalSession } });
    expect(await sessions.find('ses_1')).toEqual({
      ...internalSession,
      doneAt: new Date('2026-03-02T10:00:00.000Z'),
    });
  });

  it('and is null when there is none', async () => {
    const sessions = await sessionsAnswering(200, { data: { internalSession: null } });
    expect(await sessions.find('ses_1')).toBeNull();
  });

  it('and is never guessed when the owner fails', async () => {
    const failing = [
      await sessionsAnswering(500, { errors: [{ message: 'no' }] }),
      await sessionsAnswering(200, { data: { internalSession: { id: 'ses_1' } } }),
      sessionsAt('http://127.0.0.1:9/graphql'),
    ];
    for (const sessions of failing) {
      await expect(sessions.find('ses_1')).rejects.toMatchObject({
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      });
    }
  });
});
