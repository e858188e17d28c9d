import { eventually, recordCommands } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

const plan = {
  timeZone: 'Europe/Paris',
  weekly: [{ day: 'TUESDAY', start: '09:00', end: '12:00' }],
};
const planFields = `timeZone weekly { day start end } bufferMinutes minimumNoticeMinutes maximumPerDay
  exceptions { id firstDay lastDay windows { start end } }`;

const change = (viewer: Viewer, mutation: string, input: Wish) => {
  const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { availability { ${planFields} } userErrors { code message path } }
  }`;
  return sessions.as(viewer).execute(query, { input });
};

const answered = z.object({
  availability: z
    .object({ exceptions: z.array(z.object({ id: z.string(), firstDay: z.string() })) })
    .nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});
const read = ({ data }: Awaited<ReturnType<typeof change>>) =>
  answered.parse(Object.values(data ?? {})[0]);

async function readUser(viewer: Viewer, id: string, fields: string) {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { ${fields} } } }`;
  const of = [{ __typename: 'User', id }];
  const { data, errors } = await sessions.as(viewer).execute(query, { of });
  return { user: z.array(z.unknown()).parse(data?.['_entities'])[0], errors };
}

const slotsField = (over: Wish = {}) => {
  const question: Wish = { from: later(0), to: later(48), durationMinutes: 60, ...over };
  const text = Object.entries(question)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
  return `openSlots(${text}) { startAt endAt }`;
};
const slotted = z.object({ openSlots: z.array(z.object({ startAt: z.string() })).nullable() });
async function readSlots(viewer: Viewer, id: string, over: Wish = {}) {
  const { user } = await readUser(viewer, id, slotsField(over));
  return slotted.parse(user).openSlots?.map(({ startAt }) => startAt) ?? null;
}

describe('an availability', () => {
  it('is read as it was set, its exceptions by oneself alone', async () => {
    const ada = await sessions.aPerson();
    const bob = await sessions.aPerson();
    const numbers = { bufferMinutes: 10, minimumNoticeMinutes: 60, maximumPerDay: 3 };
    const { data } = await change(ada, 'setAvailability', { ...plan, ...numbers });
    const expected = { ...plan, ...numbers };
    expect(data).toEqual({
      setAvailability: { availability: { ...expected, exceptions: [] }, userErrors: [] },
    });
    const { user, errors } = await readUser(bob, ada.id, `availability { ${planFields} }`);
    expect(user).toEqual({ availability: { ...expected, exceptions: null } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
  });

  it('that is refused leaves the one before', async () => {
    const ada = await sessions.aPerson();
    await change(ada, 'setAvailability', plan);
    const weekly = [{ day: 'MONDAY', start: '25:00', end: '09:00' }];
    const refused = await change(ada, 'setAvailability', { timeZone: 'Nowhere', weekly });
    expect(read(refused)).toMatchObject({
      availability: null,
      userErrors: [
        { code: 'INVALID_TIME_ZONE', path: ['timeZone'] },
        { code: 'INVALID_WINDOW', path: ['weekly', '0'] },
      ],
    });
    const { user } = await readUser(ada, ada.id, 'availability { timeZone weekly { day } }');
    expect(user).toEqual({
      availability: { timeZone: 'Europe/Paris', weekly: [{ day: 'TUESDAY' }] },
    });
  });

  it('is told to the other subgraphs as it was typed', async () => {
    const ada = await sessions.aPerson();
    await change(ada, 'setAvailability', plan);
    const outbox = sessions.runtime.store.db.collection('outbox');
    expect(await outbox.findOne({ 'payload.userId': ada.id })).toMatchObject({
      type: 'availability.changed',
      payload: { userId: ada.id, version: 1, ...plan },
    });
  });

  it('is not set by the anonymous', async () => {
    const { errors } = await change(anonymous, 'setAvailability', plan);
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('takes exceptions and gives them back', async () => {
    const ada = await sessions.aPerson();
    const away = { firstDay: '2027-03-02', lastDay: '2027-03-03' };
    const none = await change(ada, 'addAvailabilityException', away);
    expect(read(none).userErrors).toMatchObject([{ code: 'NO_AVAILABILITY' }]);

    await change(ada, 'setAvailability', plan);
    expect(await readSlots(ada, ada.id)).toHaveLength(9);
    const added = read(await change(ada, 'addAvailabilityException', away));
    expect(added.availability?.exceptions).toMatchObject([{ firstDay: '2027-03-02' }]);
    expect(await readSlots(ada, ada.id)).toEqual([]);

    const twice = await change(ada, 'addAvailabilityException', { firstDay: '2027-03-03' });
    expect(read(twice).userErrors).toMatchObject([{ code: 'OVERLAPPING_EXCEPTION' }]);
    const exceptionId = added.availability?.exceptions[0]?.id;
    await change(ada, 'removeAvailabilityException', { exceptionId });
    expect(await readSlots(ada, ada.id)).toHaveLength(9);
    const gone = await change(ada, 'removeAvailabilityException', { exceptionId });
    expect(read(gone).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['exceptionId'] }]);
  });

  it('has other hours on an exceptional day', async () => {
    const ada = await sessions.aPerson();
    await change(ada, 'setAvailability', plan);
    const windows = [{ start: '23:00', end: '24:00' }];
    await change(ada, 'addAvailabilityException', { firstDay: '2027-03-02', windows });
    expect(await readSlots(ada, ada.id)).toEqual(['2027-03-02T22:00:00.000Z']);
  });

  it('keeps all exceptions that are added at once', async () => {
    const ada = await sessions.aPerson();
    await change(ada, 'setAvailability', plan);
    const days = ['2027-04-01', '2027-04-02', '2027-04-03', '2027-04-04'];
    await Promise.all(
      days.map((firstDay) => change(ada, 'addAvailabilityException', { firstDay })),
    );
    const [stored] = await sessions.stores.availability.findByUserIds([ada.id]);
    expect(stored?.exceptions).toHaveLength(4);
  });
});

describe('open slots', () => {
  it('are open for both people, in two zones', async () => {
    const ada = await sessions.aPerson();
    const bob = await sessions.aPerson();
    await change(ada, 'setAvailability', plan);
    // In New York it is six hours earlier: Tuesday 05:00 is 11:00 in Paris.
    const weekly = [{ day: 'TUESDAY', start: '05:00', end: '07:00' }];
    await change(bob, 'setAvailability', { timeZone: 'America/New_York', weekly });
    const expected = ['2027-03-02T10:00:00.000Z'];
    expect(await readSlots(bob, ada.id)).toEqual(expected);
    expect(await readSlots(ada, bob.id)).toEqual(expected);
  });

  it('leave out the agreed sessions of either person', async () => {
    const { teacher, learner } = await sessions.aConfirmedSession({
      startAt: later(24),
      endAt: later(25),
    });
    const others = [await sessions.aPerson(), await sessions.aPerson()];
    const question = { from: later(23), to: later(26), durationMinutes: 60 };
    const expected = [later(23).toISOString(), later(25).toISOString()];
    for (const [viewer, userId] of [
      [others[0], teacher.id],
      [others[1], learner.id],
      [teacher, others[0]?.id],
    ] as const) {
      if (viewer === undefined || userId === undefined) throw new Error('nobody there');
      expect(await readSlots(viewer, userId, question)).toEqual(expected);
    }
  });

  it('of blocked, blocking, suspended and unknown people are like those of nobody', async () => {
    const ada = await sessions.aPerson();
    const [bob, carol, dan] = await Promise.all([1, 2, 3].map(() => sessions.aPerson()));
    if (bob === undefined || carol === undefined || dan === undefined) throw new Error('nobody');
    for (const person of [bob, carol, dan]) await change(person, 'setAvailability', plan);
    await sessions.tell('users', 'user.blocked', { blockerId: bob.id, blockedId: ada.id });
    await sessions.tell('users', 'user.blocked', { blockerId: ada.id, blockedId: carol.id });
    await sessions.tell('users', 'user.stateChanged', {
      ...{ userId: dan.id, version: 2, state: 'SUSPENDED' },
    });
    const fields = `availability { timeZone } reliability { score } ${slotsField()}`;
    const nobody = await readUser(ada, 'usr_nobody', fields);
    expect(nobody).toEqual({
      user: { availability: null, reliability: null, openSlots: null },
      errors: [],
    });
    await eventually(async () => {
      for (const { id } of [bob, carol, dan]) {
        expect(await readUser(ada, id, fields)).toEqual(nobody);
      }
    });
    await sessions.tell('users', 'user.unblocked', { blockerId: bob.id, blockedId: ada.id });
    await eventually(async () => {
      expect(await readSlots(ada, bob.id)).toHaveLength(9);
    });
  });

  it('are there for people of whom users has told', async () => {
    const ada = await sessions.aPerson();
    const userId = `usr_new_${crypto.randomUUID()}`;
    await sessions.tell('users', 'user.registered', {
      ...{ userId, displayName: 'New', timeZone: 'Asia/Kathmandu', languages: ['en'] },
    });
    await eventually(async () => {
      expect((await readSlots(ada, userId))?.length).toBeGreaterThan(100);
    });
  });

  it.each([
    ['more than 62 days', { to: later(62 * 24 + 1) }],
    ['more than a year ahead', { from: later(366 * 24 - 1), to: later(366 * 24 + 1) }],
    ['an end before the start', { to: later(-1) }],
    ['no length', { durationMinutes: 0 }],
    ['an odd length', { durationMinutes: 61 }],
    ['a year as length', { durationMinutes: 525_600 }],
  ])('are refused for %s', async (_title, over) => {
    const ada = await sessions.aPerson();
    const { user, errors } = await readUser(ada, ada.id, slotsField(over));
    expect(user).toEqual({ openSlots: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

it('asks the store as often for ten people as for one', async () => {
  const ada = await sessions.aPerson();
  const people = await Promise.all(Array.from({ length: 10 }, () => sessions.aPerson()));
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) {
      ... on User { availability { timeZone } reliability { score } ${slotsField()} }
    }
  }`;
  const countFor = async (ids: readonly string[]) => {
    const of = ids.map((id) => ({ __typename: 'User', id }));
    const names = ['people', 'blocks', 'availability', 'reliability', 'sessions'];
    const commands = await recordCommands(sessions.runtime.store.client, names, () =>
      sessions.as(ada).execute(query, { of }),
    );
    return commands.length;
  };
  const ids = people.map(({ id }) => id);
  expect(await countFor(ids)).toBe(await countFor(ids.slice(0, 1)));
  expect(await countFor(ids)).toBeLessThanOrEqual(6);
});
