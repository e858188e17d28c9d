import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
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
        user { privacy { bio photo languages location presence } theme } userErrors { code path }
      }
    }`,
    { input },
  );

const fields = 'bio photoUrl languages location { label }';
const see = async (viewer: Viewer, { id }: Person) => {
  const query = `query ($id: ID!, $people: [_Any!]!) {
    user(id: $id) { ${fields} }
    _entities(representations: $people) { ... on User { ${fields} } }
  }`;
  const people = [{ __typename: 'User', id }];
  const { data, errors } = await town.as(viewer).execute(query, { id, people });
  expect(errors).toEqual([]);
  expect(data?.['_entities']).toEqual([data?.['user']]);
  return data?.['user'];
};

const shown = {
  bio: 'I teach Go.',
  photoUrl: null,
  languages: ['en'],
  location: { label: 'Lyon' },
};
const hidden = { bio: null, photoUrl: null, languages: [], location: null };

const joinWithProfile = async () => {
  const person = await town.join();
  await update(person, { bio: 'I teach Go.' });
  await town.as(person.viewer).execute(
    `mutation { setLocation(input: { latitude: 45.76, longitude: 4.84, label: "Lyon" }) {
      userErrors { code } } }`,
  );
  return person;
};

const all = (audience: string) => ({
  bio: audience,
  photo: audience,
  languages: audience,
  location: audience,
});

describe('the privacy of a profile', () => {
  it.each([
    ['EVERYONE', { anonymous: shown, stranger: shown }],
    ['MEMBERS', { anonymous: hidden, stranger: shown }],
    ['NOBODY', { anonymous: hidden, stranger: hidden }],
  ])('%s holds for each kind of viewer; the person and staff see all', async (audience, seen) => {
    const ada = await joinWithProfile();
    await update(ada, { privacy: all(audience) });
    expect(await see(anonymous, ada)).toEqual(seen.anonymous);
    expect(await see({ kind: 'partner', id: 'acme', scopes: [] }, ada)).toEqual(seen.anonymous);
    expect(await see(aMember(), ada)).toEqual(seen.stranger);
    expect(await see(ada.viewer, ada)).toEqual(shown);
    expect(await see(aMember({ scopes: ['moderation'] }), ada)).toEqual(shown);
  });

  it('changes part by part, also at the same moment', async () => {
    const ada = await joinWithProfile();
    await Promise.all([
      update(ada, { privacy: { bio: 'NOBODY' } }),
      update(ada, { privacy: { languages: 'MEMBERS', location: null }, theme: 'DARK' }),
    ]);
    const { data } = await town
      .as(ada.viewer)
      .execute('{ viewer { privacy { bio photo languages location presence } theme } }');
    expect(data).toEqual({
      viewer: {
        privacy: {
          bio: 'NOBODY',
          photo: 'EVERYONE',
          languages: 'MEMBERS',
          location: 'EVERYONE',
          presence: 'MEMBERS',
        },
        theme: 'DARK',
      },
    });
    expect(await see(aMember(), ada)).toEqual({ ...shown, bio: null });
  });

  it('takes a hidden place out of distances, and back', async () => {
    const ada = await joinWithProfile();
    await update(ada, { privacy: { location: 'NOBODY' } });
    await town
      .as(ada.viewer)
      .execute(
        'mutation { setLocation(input: { latitude: 1, longitude: 1 }) { userErrors { code } } }',
      );
    await update(ada, { privacy: { location: 'MEMBERS' } });
    const told = z.object({ cell: z.object({ latitude: z.number() }).nullable() });
    const events = await town.events('user.locationChanged', ada.id, 4);
    const cells = events.map((event) => told.parse(event).cell);
    expect(cells.map((cell) => cell !== null)).toEqual([true, false, false, true]);
  });
});
