import { aMember, anAdmin } from '@skillswap/kit/test/testkit';
import { anonymous, type Viewer } from '@skillswap/kit/viewer';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted } from './payloads.ts';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

/** Those who may look, each seen from the teacher of all the sessions below. */
const audiences = [
  ...['anonymous', 'stranger', 'blocked', 'participant', 'self', 'moderator', 'admin'],
] as const;
const known = 'stranger participant self moderator admin';
const party = 'participant self';
const onlooker = 'participant self moderator admin';
const admins = 'participant self admin';

/**
 * Who reads what. A field that is missing here fails the test, so that none is opened without a
 * thought. Moderators see only sessions over which there has been a dispute.
 */
const table: Readonly<Record<string, string>> = {
  'User.id': 'anonymous blocked stranger participant self moderator admin',
  'User.availability': known,
  'User.openSlots': known,
  'User.sessions': 'self',
  'User.reliability': known,
  'User.calendarFeed': 'self',
  'CalendarFeed.createdAt': 'self',
  'AvailabilityPlan.timeZone': known,
  'AvailabilityPlan.weekly': known,
  'AvailabilityPlan.bufferMinutes': known,
  'AvailabilityPlan.minimumNoticeMinutes': known,
  'AvailabilityPlan.maximumPerDay': known,
  'AvailabilityPlan.exceptions': 'self',
  'WeeklyWindow.day': known,
  'WeeklyWindow.start': known,
  'WeeklyWindow.end': known,
  'AvailabilityException.id': 'self',
  'AvailabilityException.firstDay': 'self',
  'AvailabilityException.lastDay': 'self',
  'AvailabilityException.windows': 'self',
  'DayWindow.start': 'self',
  'DayWindow.end': 'self',
  'Slot.startAt': known,
  'Slot.endAt': known,
  'Reliability.score': known,
  'Reliability.done': known,
  'Reliability.lateCancellations': known,
  'Reliability.noShows': known,
  'SessionConnection.edges': 'self moderator',
  'SessionConnection.pageInfo': 'self moderator',
  'SessionEdge.cursor': 'self moderator',
  'SessionEdge.node': 'self moderator',
  'PageInfo.hasNextPage': 'self moderator',
  'PageInfo.hasPreviousPage': 'self moderator',
  'PageInfo.startCursor': 'self moderator',
  'PageInfo.endCursor': 'self moderator',
  'Session.id': onlooker,
  'Session.teacher': onlooker,
  'Session.learner': onlooker,
  'Session.createdBy': onlooker,
  'Session.offeredBy': onlooker,
  'Session.skill': onlooker,
  'Session.startAt': onlooker,
  'Session.endAt': onlooker,
  'Session.mode': onlooker,
  'Session.videoUrl': party,
  'Session.place': admins,
  'Session.status': onlooker,
  'Session.version': onlooker,
  'Session.reschedule': admins,
  'Session.createdAt': onlooker,
  'Session.doneAt': onlooker,
  'Session.translatedChat': onlooker,
  'Session.reason': onlooker,
  'Session.cancelledLate': onlooker,
  'Session.absentees': onlooker,
  'Session.contestableUntil': admins,
  'Session.dispute': onlooker,
  'Session.group': admins,
  'Session.viewerCanConfirm': onlooker,
  'Session.viewerCanCancel': onlooker,
  'Session.viewerCanContest': onlooker,
  'Session.updateCursor': party,
  'Skill.id': onlooker,
  'Place.label': admins,
  'Place.latitude': party,
  'Place.longitude': party,
  'RescheduleRequest.requestedBy': admins,
  'RescheduleRequest.startAt': admins,
  'RescheduleRequest.endAt': admins,
  'RescheduleRequest.expiresAt': admins,
  'RescheduleRequest.reason': admins,
  'SessionDispute.openedBy': onlooker,
  'SessionDispute.openedAt': onlooker,
  'SessionDispute.reason': onlooker,
  'SessionDispute.decidedAt': onlooker,
  'SessionDispute.statement': onlooker,
  'SessionGroup.id': admins,
  'SessionGroup.kind': admins,
  'SessionGroup.sessions': admins,
};

let sessions: TestSessions;
let schema: GraphQLSchema;
beforeAll(async () => {
  sessions = await startSessions();
  schema = sessions.schema;
});
afterAll(() => sessions[Symbol.asyncDispose]());

/** Arguments for the fields that need some. */
const args: Readonly<Record<string, string>> = {
  'User.openSlots': `(from: "${later(0).toISOString()}", to: "${later(24 * 14).toISOString()}", durationMinutes: 30)`,
  'User.sessions': '(first: 20)',
};

const objectType = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object`);
  return type;
};
const fieldsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));

/** A selection of all fields; entities inside others by their ids alone. */
function selectAll(type: GraphQLObjectType, path: readonly string[] = []): string {
  if (path.includes(type.name) || (type.name === 'User' && path.length > 0)) return '{ id }';
  const selected = fieldsOf(type).map((field) => {
    const inner = getNamedType(field.type);
    const below = isObjectType(inner) ? ` ${selectAll(inner, [...path, type.name])}` : '';
    return `${field.name}${args[`${type.name}.${field.name}`] ?? ''}${below}`;
  });
  return `{ ${selected.join(' ')} }`;
}

/** Marks every field that has a value. */
function collect(type: GraphQLObjectType, value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(type, item, seen);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (inner === null || (Array.isArray(inner) && inner.length === 0)) continue;
    const field = type.getFields()[name];
    if (field === undefined) continue;
    seen.add(`${type.name}.${name}`);
    const below = getNamedType(field.type);
    if (isObjectType(below)) collect(below, inner, seen);
  }
}

/** All fields that can be reached from a person or a session. */
function reachable(): string[] {
  const found = new Set<string>();
  const visit = (type: GraphQLObjectType) => {
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name}.${field.name}`;
      if (found.has(coordinate)) continue;
      found.add(coordinate);
      const inner = getNamedType(field.type);
      if (isObjectType(inner)) visit(inner);
    }
  };
  visit(objectType('User'));
  visit(objectType('Session'));
  return [...found];
}

/** A teacher and a learner, with sessions in which between them every field has a value. */
async function settle() {
  const { teacher, learner, skillId } = await sessions.aPair();
  const plan = {
    ...{ timeZone: 'UTC', bufferMinutes: 5, minimumNoticeMinutes: 5, maximumPerDay: 9 },
    weekly: [{ day: 'TUESDAY', start: '08:00', end: '20:00' }],
  };
  const windows = [{ start: '00:00', end: '24:00' }];
  const away = { firstDay: '2027-03-02', lastDay: '2027-03-20', windows };
  const mutate = (viewer: Viewer, mutation: string, type: string, fields: string, input: Wish) =>
    sessions
      .as(viewer)
      .execute(`mutation ($i: ${type}!) { ${mutation}(input: $i) ${fields} }`, { i: input });
  await mutate(teacher, 'setAvailability', 'SetAvailabilityInput', '{ userErrors { code } }', plan);
  const exception = 'AddAvailabilityExceptionInput';
  await mutate(teacher, 'addAvailabilityException', exception, '{ userErrors { code } }', away);
  await sessions.as(teacher).execute('mutation { createCalendarFeed { url } }');

  const day = (hour: number) => ({ startAt: later(hour), endAt: later(hour + 1) });
  const agree = async (wish: Wish) => {
    const { id: sessionId } = accepted(await sessions.propose(learner, skillId, wish));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId }));
    return sessionId;
  };
  const place = { label: 'Library', latitude: 48.85, longitude: 2.35 };
  const onSite = await agree({ ...day(48), mode: 'ONSITE', place });
  const moving = await agree({ ...day(50), videoUrl: 'https://meet.example/1' });
  const asked = { sessionId: moving, reason: 'A dentist.', ...day(52) };
  accepted(await sessions.act(learner, 'requestReschedule', asked));
  const weekly = { idempotencyKey: 'weekly', skillId, weeks: 2, mode: 'REMOTE', ...day(60) };
  const made = await mutate(
    ...([learner, 'proposeSeries', 'ProposeSeriesInput', '{ sessions { id } }', weekly] as const),
  );
  const series = /ses_\w+/.exec(JSON.stringify(made.data))?.[0] ?? 'no series';
  const missed = await agree(day(24));
  const disputed = await agree({ ...day(26), videoUrl: 'https://meet.example/2' });

  sessions.clock.advance(27 * 3_600_000);
  const why = { reason: 'Nobody came.' };
  accepted(await sessions.act(learner, 'reportNoShow', { sessionId: missed, ...why }));
  accepted(await sessions.act(learner, 'reportNoShow', { sessionId: disputed, ...why }));
  accepted(await sessions.act(teacher, 'contestOutcome', { sessionId: disputed, ...why }));
  return { teacher, learner, ids: [onSite, moving, series, missed, disputed], disputed };
}

it('is for each field what the table says, and no field is missing', async () => {
  const { teacher, learner, ids, disputed } = await settle();
  const [stranger, blocked] = [await sessions.aPerson(), await sessions.aPerson()];
  await sessions.runtime.transact((tx) =>
    sessions.stores.people.saveBlock(tx, {
      ...{ blockerId: teacher.id, blockedId: blocked.id, isActive: true, eventId: 'evt_1' },
    }),
  );
  const moderator = aMember({ roles: ['MODERATOR'], scopes: ['moderation'] });
  const viewers: Readonly<Record<(typeof audiences)[number], Viewer>> = {
    ...{ anonymous, stranger, blocked, participant: learner, self: teacher, moderator },
    admin: anAdmin(),
  };
  const readAs = async (viewer: Viewer, seen: Set<string>) => {
    const query = `query ($user: [_Any!]!, $sessions: [_Any!]!) {
      user: _entities(representations: $user) { ... on User ${selectAll(objectType('User'))} }
      sessions: _entities(representations: $sessions) {
        ... on Session ${selectAll(objectType('Session'))}
      }
    }`;
    const { data } = await sessions.as(viewer).execute(query, {
      user: [{ __typename: 'User', id: teacher.id }],
      sessions: ids.map((id) => ({ __typename: 'Session', id })),
    });
    collect(objectType('User'), data?.['user'], seen);
    collect(objectType('Session'), data?.['sessions'], seen);
    const list = `{ openSessionDisputes(first: 9) ${selectAll(objectType('SessionConnection'))} }`;
    const listed = await sessions.as(viewer).execute(list);
    collect(objectType('SessionConnection'), listed.data?.['openSessionDisputes'], seen);
  };
  const seenBy = new Map(audiences.map((audience) => [audience, new Set<string>()]));
  const readAll = async () => {
    for (const [audience, seen] of seenBy) await readAs(viewers[audience], seen);
  };
  await readAll();
  const decision = { sessionId: disputed, absenteeIds: [], statement: 'Both were there.' };
  const decide = `mutation ($i: DecideSessionOutcomeInput!) {
    decideSessionOutcome(input: $i) { userErrors { code } }
  }`;
  await sessions.as(moderator).execute(decide, { i: decision });
  await readAll();

  const found = Object.fromEntries(
    reachable().map((coordinate) => [
      coordinate,
      audiences.filter((audience) => seenBy.get(audience)?.has(coordinate) ?? false).join(' '),
    ]),
  );
  const inOrder = (names: string) =>
    audiences.filter((audience) => names.split(' ').includes(audience)).join(' ');
  const expected = Object.fromEntries(
    Object.entries(table).map(([coordinate, names]) => [coordinate, inOrder(names)]),
  );
  expect(found).toEqual(expected);
});

/** A value that an input type takes. */
function anyValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyValue(type.ofType);
  if (isListType(type)) return [anyValue(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(given.map((field) => [field.name, anyValue(field.type)]));
  }
  const values: Readonly<Record<string, unknown>> = {
    ...{ Int: 2, Float: 1, Boolean: true, DateTime: later(48), LocalTime: '10:00' },
    ...{ LocalDate: '2027-03-02', TimeZone: 'UTC' },
  };
  return values[type.name] ?? 'any';
}

it('lets the anonymous change nothing', async () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(15);
  const change = async ({ name, args: [input] }: GraphQLField<unknown, unknown>) => {
    const query =
      input === undefined
        ? `mutation { ${name} { __typename } }`
        : `mutation ($input: ${String(input.type)}) { ${name}(input: $input) { __typename } }`;
    const variables = input === undefined ? {} : { input: anyValue(input.type) };
    const { errors } = await sessions.as(anonymous).execute(query, variables);
    return `${name} ${String(errors[0]?.extensions?.['code'])}`;
  };
  const answers: string[] = [];
  for (const mutation of mutations) answers.push(await change(mutation));
  expect(answers).toEqual(mutations.map(({ name }) => `${name} UNAUTHENTICATED`));
});
