import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '@skillswap/kit/clock';
import { newId } from '@skillswap/kit/id';
import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { startTown, type Person, type Town } from './start-town.ts';

const clock = createManualClock(new Date('2026-03-01T12:00:30Z'));
let town: Town;
beforeAll(async () => {
  town = await startTown(clock);
});
afterAll(() => town[Symbol.asyncDispose]());

const report = (viewer: Viewer, online = true) =>
  town.as(viewer).execute(
    `mutation ($online: Boolean!) {
      reportPresence(input: { online: $online }) {
        presence { online lastSeenAt } userErrors { code path }
      }
    }`,
    { online },
  );

/** What the viewer sees of a person: undefined for nobody, null for what is hidden. */
const see = async (viewer: Viewer, id: string) => {
  const { data, errors } = await town
    .as(viewer)
    .execute('query ($id: ID!) { user(id: $id) { id presence { online lastSeenAt } } }', { id });
  expect(errors).toEqual([]);
  return data?.['user'];
};
const here = (id: string) => ({ id, presence: { online: true, lastSeenAt: minute(0) } });
const minute = (later: number) =>
  new Date(Math.floor(clock.now().getTime() / 60_000) * 60_000 + later * 60_000).toISOString();

const allow = (person: Person, presence: string) =>
  town.as(person.viewer).execute(
    `mutation ($presence: Audience!) {
      updateProfile(input: { privacy: { presence: $presence } }) { userErrors { code } }
    }`,
    { presence },
  );
const block = (by: Person, whom: Person) =>
  town
    .as(by.viewer)
    .execute(`mutation { blockUser(input: { userId: "${whom.id}" }) { userErrors { code } } }`);

describe('presence', () => {
  it('begins with a report, and ends a minute after the last one or when the app is put away', async () => {
    const [ada, bob] = [await town.join(), aMember()];
    expect(await see(bob, ada.id)).toMatchObject({ presence: { online: false, lastSeenAt: null } });
    expect((await report(ada.viewer)).data).toMatchObject({
      reportPresence: { presence: { online: true }, userErrors: [] },
    });
    expect(await see(bob, ada.id)).toEqual(here(ada.id));
    clock.advance(61_000);
    expect(await see(bob, ada.id)).toEqual({
      id: ada.id,
      presence: { online: false, lastSeenAt: minute(-1) },
    });
    await report(ada.viewer);
    await report(ada.viewer, false);
    expect(await see(bob, ada.id)).toMatchObject({
      presence: { online: false, lastSeenAt: minute(0) },
    });
  });

  it.each([
    ['MEMBERS', { anonymous: false, stranger: true }],
    ['EVERYONE', { anonymous: true, stranger: true }],
    ['NOBODY', { anonymous: false, stranger: false }],
  ])('is for %s when the person says so', async (audience, seen) => {
    const ada = await town.join();
    await allow(ada, audience);
    await report(ada.viewer);
    const hidden = { id: ada.id, presence: null };
    expect(await see(anonymous, ada.id)).toEqual(seen.anonymous ? here(ada.id) : hidden);
    expect(await see(aMember(), ada.id)).toEqual(seen.stranger ? here(ada.id) : hidden);
    expect(await see(ada.viewer, ada.id)).toEqual(here(ada.id));
    expect(await see(anAdmin(), ada.id)).toEqual(here(ada.id));
  });

  it('is for members until the person says otherwise', async () => {
    const ada = await town.join();
    await report(ada.viewer);
    expect(await see(anonymous, ada.id)).toEqual({ id: ada.id, presence: null });
    expect(await see(aMember(), ada.id)).toEqual(here(ada.id));
  });

  it('says nothing to the blocked, to whom the person is nobody, nor to who has blocked', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    await Promise.all([report(ada.viewer), report(bob.viewer)]);
    await block(ada, bob);
    expect(await see(bob.viewer, ada.id)).toEqual(await see(bob.viewer, newId('usr')));
    expect(await see(ada.viewer, bob.id)).toEqual({ id: bob.id, presence: null });
  });

  it('is reported by people whose account is open, and by nobody else', async () => {
    for (const viewer of [anonymous, aMember()]) {
      expect((await report(viewer)).errors).toMatchObject([
        { extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    }
  });

  it('is unknown while Redis is away, and costs nothing else', async () => {
    const ada = await town.join();
    await report(ada.viewer);
    const { redis } = town.runtime;
    redis.disconnect();
    try {
      expect(await see(aMember(), ada.id)).toEqual({ id: ada.id, presence: null });
      expect((await report(ada.viewer)).data).toEqual({
        reportPresence: { presence: null, userErrors: [{ code: 'UNAVAILABLE', path: [] }] },
      });
    } finally {
      await redis.connect();
    }
    expect(await see(aMember(), ada.id)).toEqual(here(ada.id));
  });
});
