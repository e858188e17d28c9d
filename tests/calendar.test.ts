import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ask } from './graph.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));

beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

const fetchCalendar = (path: string) => fetch(new URL(path, endpoint.graphql));

it('gives calendar programs a feed by its secret address, until it is revoked', async () => {
  const created = await ask(endpoint, ada, 'mutation { createCalendarFeed { url } }');
  const read = z.object({ createCalendarFeed: z.object({ url: z.string() }) });
  const { pathname } = new URL(read.parse(created.data).createCalendarFeed.url);
  const feed = await fetchCalendar(pathname);
  expect(feed.status).toBe(200);
  expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(feed.headers.get('cache-control')).toBe('private, max-age=300');
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR/);

  await ask(endpoint, ada, 'mutation { revokeCalendarFeed { revoked } }');
  const [gone, madeUp] = await Promise.all(
    [pathname, `/calendar/${'a'.repeat(32)}.ics`].map(fetchCalendar),
  );
  expect(gone?.status).toBe(404);
  expect(await gone?.text()).toBe(await madeUp?.text());
});
