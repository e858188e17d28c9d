import { eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { weekdays } from '../src/availability.ts';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { later, startSessions, type TestSessions, type Wish } from './start-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
});
afterEach(async () => {
  expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
});
afterAll(() => sessions[Symbol.asyncDispose]());

const group = z.object({
  sessions: z
    .array(
      z.object({
        id: z.string(),
        status: z.string(),
        startAt: z.string(),
        teacher: z.object({ id: z.string() }),
        group: z.object({
          id: z.string(),
          kind: z.string(),
          sessions: z.array(z.object({ id: z.string() })),
        }),
      }),
    )
    .nullable(),
  alternatives: z.array(z.object({ startAt: z.string() })).nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});
const fields = `{
  sessions { id status startAt teacher { id } group { id kind sessions { id } } }
  alternatives { startAt endAt } userErrors { code message path }
}`;

async function propose(viewer: Member, mutation: 'proposeSeries' | 'proposeSwap', input: Wish) {
  const type = mutation === 'proposeSeries' ? 'ProposeSeriesInput' : 'ProposeSwapInput';
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) ${fields} }`;
  const { data } = await sessions.as(viewer).execute(query, { input });
  return group.parse(data?.[mutation]);
}

const at = (hour: number) => ({ startAt: later(hour), endAt: later(hour + 1), mode: 'REMOTE' });

const series = (viewer: Member, skillId: string, over: Wish = {}) =>
  propose(viewer, 'proposeSeries', {
    idempotencyKey: crypto.randomUUID(),
    ...{ skillId, weeks: 4, ...at(48), ...over },
  });

function proposed({ sessions: made, userErrors }: z.infer<typeof group>) {
  if (made === null) throw new Error(`refused: ${JSON.stringify(userErrors)}`);
  return made;
}

const times = (count: number, status: string) => Array.from({ length: count }, () => status);

const countOf = ({ id }: Member) =>
  sessions.runtime.store.db.collection('sessions').countDocuments({ createdById: id });

const statuses = async (viewer: Member, ids: readonly { readonly id: string }[]) => {
  const found = await sessions.stores.sessions.findByIds(ids.map(({ id }) => id));
  expect(viewer.kind).toBe('member');
  return found.map(({ status }) => status).toSorted();
};

async function wantsOneADay({ id }: Member) {
  const plan = { weekly: everyDay, timeZone: 'UTC', bufferMinutes: 0, minimumNoticeMinutes: 0 };
  await sessions.runtime.transact((tx) =>
    sessions.stores.availability.upsertPlan(tx, id, { ...plan, maximumPerDay: 1 }),
  );
}

const everyDay = weekdays.map((day) => ({ day, start: 0, end: 1_440 }));

describe('a series', () => {
  it('keeps its hour by the wall clock, also when the clock changes', async () => {
    const { learner, skillId } = await sessions.aPair();
    // Wednesday at 11:00 in Paris; its summer time begins on 28 March.
    const wish = { weeks: 5, timeZone: 'Europe/Paris' };
    const made = proposed(await series(learner, skillId, wish));
    expect(made.map(({ startAt }) => startAt)).toEqual([
      ...['2027-03-03T10:00:00.000Z', '2027-03-10T10:00:00.000Z', '2027-03-17T10:00:00.000Z'],
      ...['2027-03-24T10:00:00.000Z', '2027-03-31T09:00:00.000Z'],
    ]);
    expect(new Set(made.map((session) => session.group.id)).size).toBe(1);
    expect(made[0]?.group).toMatchObject({
      kind: 'SERIES',
      sessions: made.map(({ id }) => ({ id })),
    });
  });

  it("goes by the proposer's clock when no zone is named", async () => {
    const { teacher, skillId } = await sessions.aPair();
    expect(teacher.kind).toBe('member');
    const ada = await sessions.aPerson({ timeZone: 'America/New_York' });
    const made = proposed(await series(ada, skillId, { weeks: 3 }));
    // Summer time begins on 14 March there.
    expect(made.at(-1)?.startAt).toBe('2027-03-17T09:00:00.000Z');
  });

  it('is confirmed as a whole, whichever of its sessions is confirmed', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const made = proposed(await series(learner, skillId));
    const own = await sessions.act(learner, 'confirmSession', { sessionId: made[0]?.id });
    expect(codes(own)).toEqual(['NOT_ALLOWED']);
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: made[2]?.id }));
    expect(await statuses(teacher, made)).toEqual(times(4, 'CONFIRMED'));
    // From here on each is a session of its own.
    accepted(await sessions.act(learner, 'cancelSession', { sessionId: made[1]?.id }));
    expect(await statuses(teacher, made)).toEqual(['CANCELLED', ...times(3, 'CONFIRMED')]);
  });

  it.each([
    ['declined', 'teacher', 'declineSession', 'DECLINED'],
    ['taken back', 'learner', 'cancelSession', 'CANCELLED'],
  ] as const)('is %s as a whole', async (_title, who, mutation, status) => {
    const pair = await sessions.aPair();
    const made = proposed(await series(pair.learner, pair.skillId));
    accepted(await sessions.act(pair[who], mutation, { sessionId: made[1]?.id }));
    expect(await statuses(pair.learner, made)).toEqual(times(4, status));
  });

  it('is not confirmed at all when one of its times is taken, with times near that one', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const other = await sessions.aPerson();
    const made = proposed(await series(learner, skillId));
    const third = { startAt: later(48 + 2 * 168), endAt: later(49 + 2 * 168) };
    const rival = accepted(await sessions.propose(other, skillId, third));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: rival.id }));
    const refused = await sessions.act(teacher, 'confirmSession', { sessionId: made[0]?.id });
    expect(codes(refused)).toEqual(['SLOT_TAKEN']);
    expect(refused.alternatives?.[0]?.startAt).toBe(third.endAt.toISOString());
    expect(await statuses(teacher, made)).toEqual(times(4, 'PROPOSED'));
    const late = await series(other, skillId, { weeks: 3 });
    expect(late.userErrors).toMatchObject([{ code: 'SLOT_TAKEN' }]);
    expect(late.alternatives?.length).toBeGreaterThan(0);
  });

  it('respects how many sessions a day the other one wants, on each of its days', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    await wantsOneADay(teacher);
    const third = { startAt: later(52 + 2 * 168), endAt: later(53 + 2 * 168) };
    const rival = accepted(await sessions.propose(learner, skillId, third));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: rival.id }));
    const refused = await series(learner, skillId);
    expect(refused).toMatchObject({ sessions: null, userErrors: [{ code: 'NOT_AVAILABLE' }] });
    expect(await countOf(learner)).toBe(1);

    const made = proposed(await series(learner, skillId, { weeks: 2 }));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: made[0]?.id }));
    const second = { startAt: later(52 + 168), endAt: later(53 + 168) };
    expect(codes(await sessions.propose(learner, skillId, second))).toEqual(['NOT_AVAILABLE']);
  });

  it('is not answered with another time', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const made = proposed(await series(learner, skillId));
    const other = { startAt: later(1_000), endAt: later(1_001) };
    const input = { sessionId: made[0]?.id, ...other };
    const refused = await sessions.act(teacher, 'counterProposeSession', input);
    expect(codes(refused)).toEqual(['NOT_ALLOWED']);
    expect(await statuses(teacher, made)).toEqual(times(4, 'PROPOSED'));
  });

  it('ends as a whole when nobody answers', async () => {
    await using own = await startSessions();
    const { learner, skillId } = await own.aPair();
    const query = `mutation ($input: ProposeSeriesInput!) { proposeSeries(input: $input) ${fields} }`;
    const input = { idempotencyKey: 'k', skillId, weeks: 3, ...at(48) };
    const { data } = await own.as(learner).execute(query, { input });
    const made = proposed(group.parse(data?.['proposeSeries']));
    own.clock.advance(48 * 3_600_000);
    await eventually(async () => {
      const found = await own.stores.sessions.findByIds(made.map(({ id }) => id));
      expect(found.map(({ status }) => status)).toEqual(times(3, 'EXPIRED'));
    });
  });

  it('is made once per key, and not by the key of something else', async () => {
    const { learner, skillId } = await sessions.aPair();
    const wish = { idempotencyKey: 'weekly' };
    await using twin = await startSessions({ beside: sessions });
    expect(twin.url).not.toBe(sessions.url);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => series(learner, skillId, wish)),
    );
    const ids = answers.map((answer) => proposed(answer).map(({ id }) => id));
    for (const each of ids) expect(each).toEqual(ids[0]);
    expect(await countOf(learner)).toBe(4);
    const longer = await series(learner, skillId, { ...wish, weeks: 5 });
    expect(longer.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    const single = await sessions.propose(learner, skillId, wish);
    expect(codes(single)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await countOf(learner)).toBe(4);
  });

  it.each([
    ['one week', { weeks: 1 }, 'INVALID_INPUT', ['weeks']],
    ['thirteen weeks', { weeks: 13 }, 'INVALID_INPUT', ['weeks']],
    ['a made-up zone', { timeZone: 'Mars/Olympus' }, 'INVALID_INPUT', ['timeZone']],
    ['an end beyond a year', at(24 * 360), 'INVALID_INPUT', ['startAt']],
    ['a start in the past', at(-2), 'IN_THE_PAST', ['startAt']],
    ['more time than the credits cover', { weeks: 11 }, 'TIME_CREDIT_LIMIT', []],
  ])('is refused with %s, and nothing is stored', async (_title, over, code, path) => {
    const { learner, skillId } = await sessions.aPair();
    const refused = await series(learner, skillId, over);
    expect(refused).toMatchObject({ sessions: null, userErrors: [{ code, path }] });
    expect(await countOf(learner)).toBe(0);
  });
});

describe('a swap', () => {
  const aSwap = async () => {
    const [ada, bob] = [await sessions.aPerson(), await sessions.aPerson()];
    const [adaTeaches, bobTeaches] = [sessions.town.teach(ada.id), sessions.town.teach(bob.id)];
    const swap = (over: Wish = {}) =>
      propose(ada, 'proposeSwap', {
        idempotencyKey: crypto.randomUUID(),
        teach: { skillId: adaTeaches, ...at(48) },
        learn: { skillId: bobTeaches, ...at(72) },
        ...over,
      });
    return { ada, bob, adaTeaches, bobTeaches, swap };
  };

  it('is two sessions in which each teaches once, confirmed together', async () => {
    const { ada, bob, swap } = await aSwap();
    const made = proposed(await swap());
    expect(made.map(({ teacher, group: { kind } }) => [kind, teacher.id]).toSorted()).toEqual(
      [
        ['SWAP', ada.id],
        ['SWAP', bob.id],
      ].toSorted(),
    );
    accepted(await sessions.act(bob, 'confirmSession', { sessionId: made[0]?.id }));
    expect(await statuses(ada, made)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('is confirmed by neither half when one of the times is taken', async () => {
    const { ada, bob, bobTeaches, swap } = await aSwap();
    const other = await sessions.aPerson();
    const made = proposed(await swap());
    const rival = accepted(await sessions.propose(other, bobTeaches, at(72)));
    accepted(await sessions.act(bob, 'confirmSession', { sessionId: rival.id }));
    for (const { id } of made) {
      const refused = await sessions.act(bob, 'confirmSession', { sessionId: id });
      expect(codes(refused)).toEqual(['SLOT_TAKEN']);
    }
    expect(await statuses(ada, made)).toEqual(['PROPOSED', 'PROPOSED']);
  });

  it('counts as two for somebody who wants one session a day', async () => {
    const { bob, ada, adaTeaches, bobTeaches, swap } = await aSwap();
    await wantsOneADay(bob);
    const sameDay = { learn: { skillId: bobTeaches, ...at(52) } };
    expect(await swap(sameDay)).toMatchObject({
      ...{ sessions: null, alternatives: null },
      userErrors: [{ code: 'NOT_AVAILABLE', path: ['teach', 'startAt'] }],
    });
    expect(await countOf(ada)).toBe(0);
    proposed(await swap({ teach: { skillId: adaTeaches, ...at(48) } }));
  });

  it('takes no more credits than the longer half takes over the other', async () => {
    const { ada, adaTeaches, bobTeaches, swap } = await aSwap();
    await sessions.runtime.transact((tx) =>
      sessions.stores.people.saveTimeCredits(tx, ada.id, -600, 1),
    );
    proposed(await swap());
    const long = { startAt: later(96), endAt: later(98), mode: 'REMOTE', skillId: bobTeaches };
    const refused = await swap({ teach: { skillId: adaTeaches, ...at(120) }, learn: long });
    expect(refused.userErrors).toMatchObject([{ code: 'TIME_CREDIT_LIMIT' }]);
  });

  it.each([
    ['halves at the same time', { learn: at(48.5) }, 'INVALID_INPUT', ['teach', 'startAt']],
    ['a half in the past', { teach: at(-2) }, 'IN_THE_PAST', ['teach', 'startAt']],
    [
      'an unknown skill to learn',
      { learn: { skillId: 'skl_none' } },
      'NOT_FOUND',
      ['learn', 'skillId'],
    ],
    [
      'an unknown skill to teach',
      { teach: { skillId: 'skl_none' } },
      'NOT_FOUND',
      ['teach', 'skillId'],
    ],
  ])('is refused with %s, and nothing is stored', async (_title, over, code, path) => {
    const { ada, adaTeaches, bobTeaches, swap } = await aSwap();
    const teach = { skillId: adaTeaches, ...at(48), ...('teach' in over ? over.teach : {}) };
    const learn = { skillId: bobTeaches, ...at(72), ...('learn' in over ? over.learn : {}) };
    const refused = await swap({ teach, learn });
    expect(refused).toMatchObject({ sessions: null, userErrors: [{ code, path }] });
    expect(await countOf(ada)).toBe(0);
  });

  it('needs a skill of each of the two', async () => {
    const { ada, adaTeaches, bobTeaches, swap } = await aSwap();
    const [own, foreign] = [
      await swap({ learn: { skillId: adaTeaches, ...at(72) } }),
      await swap({ teach: { skillId: bobTeaches, ...at(48) } }),
    ];
    expect(own.userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['learn', 'skillId'] }]);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['teach', 'skillId'] }]);
    expect(await countOf(ada)).toBe(0);
  });

  it('with somebody who blocks is refused like that with nobody', async () => {
    const { ada, bob, swap } = await aSwap();
    sessions.town.block(bob.id, ada.id);
    const blocked = await swap();
    const nobody = await swap({ learn: { skillId: 'skl_none', ...at(72) } });
    expect(blocked).toEqual(nobody);
  });
});
