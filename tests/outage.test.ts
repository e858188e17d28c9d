import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask } from './graph.ts';
import { Home } from './journey/documents.ts';
import { Person } from './journey/person.ts';
import { kill } from './processes.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));

beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

/** What of the home screen each subgraph answers for. */
const answersFor = {
  skills: ['matches'],
  sessions: ['sessions', 'reliability'],
  chat: ['unreadTotal'],
  reviews: ['reputation'],
  payments: ['membership', 'timeCredits'],
} as const;

describe('while a subgraph is dead', () => {
  it.each(Object.entries(answersFor))(
    'the home screen lacks what %s owns and nothing else',
    async (subgraph, fields) => {
      const whole = await ask(endpoint, ada, Home);
      expect(whole.errors).toEqual([]);
      await kill(subgraph);

      const partial = await ask(endpoint, ada, Home);
      const missing = Object.fromEntries(fields.map((field) => [field, null]));
      expect(partial.status).toBe(200);
      expect(partial.data).toEqual({ viewer: { ...viewerOf(whole.data), ...missing } });
      const broken = partial.errors.map(({ path }) => path?.slice(0, 2).join('.'));
      expect(new Set(broken)).toEqual(new Set(fields.map((field) => `viewer.${field}`)));
      for (const { extensions, message } of partial.errors) {
        expect(extensions.code).toBe('SUBREQUEST_HTTP_ERROR');
        expect(message).not.toMatch(new RegExp(`${subgraph}|127.0.0.1|ECONN`));
      }

      await expect
        .poll(() => ask(endpoint, ada, Home), { timeout: 15_000 })
        .toMatchObject({ errors: [] });
      expect((await ask(endpoint, ada, Home)).data).toEqual(whole.data);
    },
  );

  it('there is no viewer without users, and what others own is still there', async () => {
    await kill('users');
    const operation = '{ viewer { id } plans { code } }';
    const partial = await ask(endpoint, ada, operation);
    expect(partial.status).toBe(200);
    expect(partial.data?.['viewer']).toBeNull();
    expect(partial.data?.['plans']).not.toHaveLength(0);
    expect(partial.errors).toMatchObject([
      { path: ['viewer'], extensions: { code: 'SUBREQUEST_HTTP_ERROR' } },
    ]);
    await expect
      .poll(() => ask(endpoint, ada, operation), { timeout: 15_000 })
      .toMatchObject({ errors: [] });
  });
});

function viewerOf(data: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  const viewer = data?.['viewer'];
  expect(viewer).toBeTypeOf('object');
  return { ...(viewer ?? {}) };
}
