import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coarseCell } from '../src/coarse-cell.ts';
import { startTown, type Person, type Town } from './start-town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town[Symbol.asyncDispose]());

const update = (person: Person, input: Readonly<Record<string, unknown>>) =>
  town.as(person.viewer).execute(
    `mutation ($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
        user { displayName bio languages preferredLanguage timeZone contactableBy }
        userErrors { code path }
      }
    }`,
    { input },
  );

const locate = (person: Person, input: Readonly<Record<string, unknown>>) =>
  town.as(person.viewer).execute(
    `mutation ($input: SetLocationInput!) {
      setLocation(input: $input) {
        user { location { label latitude longitude } } userErrors { code path }
      }
    }`,
    { input },
  );

const readProfile = async ({ viewer }: Person) => {
  const fields = 'displayName bio languages timeZone location { label latitude longitude }';
  return (await town.as(viewer).execute(`{ viewer { ${fields} } }`)).data;
};

describe('a profile', () => {
  it('changes in what is given and stays in the rest', async () => {
    const ada = await town.join();
    const answer = await update(ada, {
      bio: ' I teach\r\nGo. ',
      languages: ['FR', 'en-gb', 'fr'],
      contactableBy: 'MATCHES',
    });
    expect(answer).toMatchObject({
      errors: [],
      data: {
        updateProfile: {
          user: {
            displayName: 'Ada',
            bio: 'I teach\nGo.',
            languages: ['fr', 'en-GB'],
            preferredLanguage: 'en',
            timeZone: 'Europe/Paris',
            contactableBy: 'MATCHES',
          },
          userErrors: [],
        },
      },
    });
  });

  it('loses its text by null', async () => {
    const ada = await town.join();
    await update(ada, { bio: 'something' });
    await update(ada, { bio: null, displayName: null });
    expect(await readProfile(ada)).toMatchObject({ viewer: { bio: null, displayName: 'Ada' } });
  });

  it('is told to the other subgraphs with a growing version', async () => {
    const ada = await town.join();
    await update(ada, { displayName: 'Ada L.' });
    await update(ada, { timeZone: 'Asia/Tokyo' });
    expect(await town.events('user.profileChanged', ada.id, 2)).toMatchObject([
      { version: 2, displayName: 'Ada L.', timeZone: 'Europe/Paris' },
      { version: 3, displayName: 'Ada L.', timeZone: 'Asia/Tokyo', contactableBy: 'EVERYONE' },
    ]);
  });

  it.each([
    [{ displayName: '' }, 'EMPTY', 'displayName'],
    [{ displayName: '\u202E' }, 'EMPTY', 'displayName'],
    [{ bio: 'x'.repeat(2001) }, 'TOO_LONG', 'bio'],
    [{ displayName: 'a\uD800' }, 'INVALID_TEXT', 'displayName'],
    [{ bio: 'a\u0007b' }, 'INVALID_TEXT', 'bio'],
    [{ languages: ['en', '??'] }, 'INVALID_LANGUAGE', 'languages'],
    [{ languages: Array.from({ length: 21 }, () => 'en') }, 'TOO_MANY', 'languages'],
    [{ preferredLanguage: '' }, 'INVALID_LANGUAGE', 'preferredLanguage'],
    [{ timeZone: 'Mars/Olympus' }, 'INVALID_TIME_ZONE', 'timeZone'],
  ])('refuses %j as %s of %s and stores nothing', async (input, code, field) => {
    const ada = await town.join();
    const before = await readProfile(ada);
    expect(await update(ada, { bio: 'new', ...input })).toMatchObject({
      errors: [],
      data: { updateProfile: { user: null, userErrors: [{ code, path: [field] }] } },
    });
    expect(await readProfile(ada)).toEqual(before);
  });

  it('refuses a megabyte', async () => {
    const ada = await town.join();
    expect((await update(ada, { bio: 'x'.repeat(1_000_000) })).data).toMatchObject({
      updateProfile: { userErrors: [{ code: 'TOO_LONG', path: ['bio'] }] },
    });
  });

  it('keeps both of two changes made at the same moment', async () => {
    const ada = await town.join();
    await Promise.all([
      update(ada, { bio: 'both' }),
      update(ada, { timeZone: 'Asia/Tokyo' }),
      locate(ada, { latitude: 1, longitude: 1 }),
    ]);
    expect(await readProfile(ada)).toMatchObject({
      viewer: { bio: 'both', timeZone: 'Asia/Tokyo', location: { label: null } },
    });
  });

  it('is nobody’s without a log-in', async () => {
    const answer = await town.nobody.execute(
      'mutation { updateProfile(input: { bio: "x" }) { userErrors { code } } }',
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('a location', () => {
  const lyon = { latitude: 45.764043, longitude: 4.835659, label: 'Lyon' };

  it('is shown to everybody as the middle of a cell only', async () => {
    const ada = await town.join();
    await locate(ada, lyon);
    const neighbour = { ...lyon, latitude: 45.7641 };
    const bob = await town.join();
    await locate(bob, neighbour);
    const shown = async ({ id }: Person) =>
      (await town.nobody.execute(`{ user(id: "${id}") { location { label latitude longitude } } }`))
        .data;
    const adas = await shown(ada);
    expect(adas).toEqual(await shown(bob));
    expect(JSON.stringify(adas)).not.toContain('45.764');
    expect(adas).toMatchObject({ user: { location: { label: 'Lyon' } } });
  });

  it('is told to the other subgraphs as a cell only', async () => {
    const ada = await town.join();
    await locate(ada, lyon);
    const events = await town.events('user.locationChanged', ada.id, 1);
    expect(events).toMatchObject([{ userId: ada.id, version: 2, cell: coarseCell(lyon) }]);
    expect(JSON.stringify(events)).not.toContain('45.764043');
  });

  it('has its exact point for the person alone', async () => {
    const [ada, bob] = [await town.join(), await town.join()];
    await locate(ada, lyon);
    const query = `query ($id: ID!) {
      _entities(representations: [{ __typename: "User", id: $id }]) {
        ... on User { homePoint { latitude longitude } }
      }
    }`;
    const asSelf = await town.as(ada.viewer).execute(query, { id: ada.id });
    const asStranger = await town.as(bob.viewer).execute(query, { id: ada.id });
    const { latitude, longitude } = lyon;
    expect(asSelf.data).toEqual({ _entities: [{ homePoint: { latitude, longitude } }] });
    expect(asStranger.data).toEqual({ _entities: [{ homePoint: null }] });
  });

  it.each([
    [{ latitude: 90.01, longitude: 0 }, 'OUT_OF_RANGE', 'latitude'],
    [{ latitude: 0, longitude: -180.5 }, 'OUT_OF_RANGE', 'longitude'],
    [{ latitude: 0, longitude: 0, label: 'x'.repeat(101) }, 'TOO_LONG', 'label'],
    [{ latitude: 0, longitude: 0, label: '\u0000' }, 'INVALID_TEXT', 'label'],
  ])('refuses %j and stores nothing', async (input, code, field) => {
    const ada = await town.join();
    expect((await locate(ada, input)).data).toMatchObject({
      setLocation: { user: null, userErrors: [{ code, path: [field] }] },
    });
    expect(await readProfile(ada)).toMatchObject({ viewer: { location: null } });
  });
});
