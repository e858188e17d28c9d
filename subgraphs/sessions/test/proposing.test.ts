import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, codes, payloadFields } from './payloads.ts';
import { later, startSessions, type TestSessions } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterAll(() => sessions[Symbol.asyncDispose]());

const countSessions = () => sessions.runtime.store.db.collection('sessions').countDocuments();

describe('proposing', () => {
  it('makes the owner of the skill the teacher, whoever proposes', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(await sessions.propose(teacher, skillId, { learnerId: learner.id }));
    const [session] = await sessions.stores.sessions.findByIds([id]);
    expect(session).toMatchObject({
      ...{ teacherId: teacher.id, learnerId: learner.id, createdById: teacher.id },
    });
    accepted(await sessions.act(learner, 'confirmSession', { sessionId: id }));
  });

  it.each([
    ['an unknown skill', { skillId: 'skl_none' }, 'NOT_FOUND', ['skillId']],
    ['a time that has passed', { startAt: later(-1), endAt: later(1) }, 'IN_THE_PAST', ['startAt']],
    ['an end before the start', { endAt: later(47) }, 'INVALID_INPUT', ['endAt']],
    ['a learner other than oneself', { learnerId: 'usr_other' }, 'NOT_ALLOWED', ['learnerId']],
    [
      'a place though remote',
      { place: { label: 'Park', latitude: 1, longitude: 1 } },
      'INVALID_INPUT',
      ['place'],
    ],
  ])('is refused with %s, and nothing is stored', async (_title, wish, code, path) => {
    const { learner, skillId } = await sessions.aPair();
    const before = await countSessions();
    const answer = await sessions.propose(learner, skillId, wish);
    expect(answer).toMatchObject({ session: null, userErrors: [{ code, path }] });
    expect(await countSessions()).toBe(before);
  });

  it('is refused for a skill that its owner wants to learn', async () => {
    const { teacher, learner } = await sessions.aPair();
    const skillId = sessions.town.teach(teacher.id, 'LEARN');
    expect(codes(await sessions.propose(learner, skillId))).toEqual(['INVALID_INPUT']);
  });

  it.each([null, 'self'])('by the owner needs a learner: %s is none', async (who) => {
    const { teacher, skillId } = await sessions.aPair();
    const learnerId = who === 'self' ? teacher.id : who;
    const answer = await sessions.propose(teacher, skillId, { learnerId });
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['learnerId'] }]);
  });

  it('at a time outside of the plan is refused', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const input = {
      timeZone: 'Europe/Paris',
      weekly: [{ day: 'WEDNESDAY', start: '11:00', end: '12:00' }],
    };
    const query = `mutation ($input: SetAvailabilityInput!) {
      setAvailability(input: $input) { userErrors { code } }
    }`;
    await sessions.as(teacher).execute(query, { input });
    // 48 hours after the start of time it is Wednesday, 11:00 in Paris.
    accepted(await sessions.propose(learner, skillId));
    const outside = { startAt: later(49), endAt: later(50) };
    const answer = await sessions.propose(learner, skillId, outside);
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_AVAILABLE', path: ['startAt'] }]);
  });

  it('is refused below the limit of time credits', async () => {
    const { learner, skillId } = await sessions.aPair();
    const credits = { userId: learner.id, version: 1, balanceMinutes: -541 };
    await sessions.tell('payments', 'timeCredits.changed', credits);
    await eventually(async () => {
      expect(await sessions.stores.people.findTimeCredits(learner.id)).toBe(-541);
    });
    expect(codes(await sessions.propose(learner, skillId))).toEqual(['TIME_CREDIT_LIMIT']);
    await sessions.tell('payments', 'timeCredits.changed', {
      ...credits,
      ...{ version: 2, balanceMinutes: -540 },
    });
    await eventually(async () => {
      expect(await sessions.stores.people.findTimeCredits(learner.id)).toBe(-540);
    });
    accepted(await sessions.propose(learner, skillId));
  });
});

describe('whom one may propose to', () => {
  it('are not those who block or are blocked: they answer like nobody', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    sessions.town.block(teacher.id, learner.id);
    const blocked = await sessions.propose(learner, skillId);
    const unknown = await sessions.propose(learner, 'skl_none');
    expect(blocked).toEqual(unknown);
    const byOwner = { learnerId: learner.id };
    const nobody = { learnerId: 'usr_nobody' };
    expect(await sessions.propose(teacher, skillId, byOwner)).toEqual(
      await sessions.propose(teacher, skillId, nobody),
    );
  });

  it('are not the suspended', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    sessions.town.settle({ id: teacher.id, state: 'SUSPENDED' });
    expect(codes(await sessions.propose(learner, skillId))).toEqual(['NOT_FOUND']);
  });

  it('are matches alone, where somebody wants it so', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    sessions.town.settle({ id: teacher.id, contactableBy: 'MATCHES' });
    expect(codes(await sessions.propose(learner, skillId))).toEqual(['NOT_ALLOWED']);
    sessions.town.match(teacher.id, learner.id);
    accepted(await sessions.propose(learner, skillId));
  });

  it('are twenty strangers a day, and any number of acquaintances', async () => {
    const { teacher, skillId } = await sessions.aPair();
    const learners = await Promise.all(Array.from({ length: 22 }, () => sessions.aPerson()));
    const [friend, stranger, ...others] = learners;
    if (friend === undefined || stranger === undefined) throw new Error('nobody there');
    const ask = (learnerId: string) => sessions.propose(teacher, skillId, { learnerId });
    for (const { id } of others) accepted(await ask(id));
    expect(codes(await ask(stranger.id))).toEqual(['NOT_ALLOWED']);
    sessions.town.match(teacher.id, friend.id);
    accepted(await ask(friend.id));
    accepted(await ask(others[0]?.id ?? ''));
    sessions.clock.advance(24 * 3_600_000);
    try {
      accepted(await ask(stranger.id));
    } finally {
      sessions.clock.advance(-24 * 3_600_000);
    }
  });

  it('are not confirmed to after a block', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(await sessions.propose(learner, skillId));
    sessions.town.block(teacher.id, learner.id);
    const answer = await sessions.act(teacher, 'confirmSession', { sessionId: id });
    expect(codes(answer)).toEqual(['NOT_ALLOWED']);
    expect(await sessions.read(teacher, id)).toEqual({ status: 'PROPOSED', version: 1 });
  });
});

describe('an idempotency key', () => {
  it('answers the first session, also when the calls come at once', async () => {
    const { learner, skillId } = await sessions.aPair();
    const wish = { idempotencyKey: 'my key' };
    await using twin = await startSessions({ beside: sessions });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        (at % 2 === 0 ? sessions : twin).propose(learner, skillId, wish),
      ),
    );
    const ids = new Set(answers.map((answer) => accepted(answer).id));
    expect(ids.size).toBe(1);
    const count = await sessions.runtime.store.db
      .collection('sessions')
      .countDocuments({ createdById: learner.id });
    expect(count).toBe(1);
  });

  it('answers the first session when the time has been taken since', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const wish = { idempotencyKey: 'again' };
    const { id } = accepted(await sessions.propose(learner, skillId, wish));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
    const again = accepted(await sessions.propose(learner, skillId, wish));
    expect(again).toMatchObject({ id, status: 'CONFIRMED', version: 2 });
  });

  it('is refused with another input, and belongs to one person', async () => {
    const { learner, skillId } = await sessions.aPair();
    const wish = { idempotencyKey: 'shared' };
    accepted(await sessions.propose(learner, skillId, wish));
    const other = await sessions.propose(learner, skillId, { ...wish, endAt: later(50) });
    expect(codes(other)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    const somebody = await sessions.aPerson();
    const far = { startAt: later(72), endAt: later(73) };
    accepted(await sessions.propose(somebody, skillId, { ...wish, ...far }));
  });
});

it('refuses to guess while the subgraphs that know are away', async () => {
  const { teacher, learner, skillId } = await sessions.aPair();
  const { id } = accepted(await sessions.propose(learner, skillId));
  sessions.town.close();
  try {
    const query = `mutation ($input: SessionActionInput!) {
      confirmSession(input: $input) ${payloadFields}
    }`;
    const input = { sessionId: id };
    const { errors } = await sessions.as(teacher).execute(query, { input });
    expect(errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  } finally {
    sessions.town.open();
  }
  expect(await sessions.read(teacher, id)).toEqual({ status: 'PROPOSED', version: 1 });
});
