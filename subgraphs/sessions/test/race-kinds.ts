import { aMember } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { accepted, type SessionAnswer } from './payloads.ts';
import { later, type TestSessions, type Wish } from './start-sessions.ts';

/** An instance of the subgraph that a contender goes through. */
export type Instance = Pick<TestSessions, 'as' | 'act'>;

/** What one contender does, and the code with which it loses; null when it wins. */
export type Contender = (instance: Instance) => Promise<string | null>;

/** Contenders for one time, of whom exactly one can win, and the person whose time it is. */
export interface Race {
  readonly person: Member;
  readonly contenders: readonly Contender[];
}

const hour = { startAt: later(48).toISOString(), endAt: later(49).toISOString() };

/** Ways in which people meet at one time. Each makes a race of so many contenders. */
export const raceKinds: Readonly<
  Record<string, (sessions: TestSessions, count: number) => Promise<Race>>
> = {
  async 'of learners for one teacher'(sessions, count) {
    const { teacher, skillId } = aTeacher(sessions);
    return { person: teacher, contenders: await confirmations(sessions, teacher, skillId, count) };
  },

  async 'of teachers for one learner'(sessions, count) {
    const learner = somebody(sessions);
    const contenders = await each(count, async () => {
      const { teacher, skillId } = aTeacher(sessions);
      const { id } = accepted(await sessions.propose(learner, skillId, hour));
      return act(teacher, 'confirmSession', { sessionId: id });
    });
    return { person: learner, contenders };
  },

  async 'of times that overlap in part'(sessions, count) {
    const { teacher, skillId } = aTeacher(sessions);
    // All of them share the last five minutes of the hour.
    const contenders = await each(count, async (at) => {
      const shift = (5 * (at + 1)) / 60;
      const times = { startAt: later(48 + shift), endAt: later(49 + shift) };
      const { id } = accepted(await sessions.propose(somebody(sessions), skillId, times));
      return act(teacher, 'confirmSession', { sessionId: id });
    });
    return { person: teacher, contenders };
  },

  async 'of holds and a confirmation'(sessions, count) {
    const { teacher, skillId } = aTeacher(sessions);
    const holds = await each(count - 1, () =>
      Promise.resolve(hold(somebody(sessions), teacher.id)),
    );
    const rest = await confirmations(sessions, teacher, skillId, 1);
    return { person: teacher, contenders: [...rest, ...holds] };
  },

  async 'of a series and single sessions'(sessions, count) {
    const { teacher, skillId } = aTeacher(sessions);
    const weekly = await aSeries(sessions, somebody(sessions), skillId);
    const rest = await confirmations(sessions, teacher, skillId, count - 1);
    return { person: teacher, contenders: [act(teacher, 'confirmSession', weekly), ...rest] };
  },

  async 'of a moved session and new ones'(sessions, count) {
    const { teacher, skillId } = aTeacher(sessions);
    const learner = somebody(sessions);
    const elsewhere = { startAt: later(100), endAt: later(101) };
    const { id: sessionId } = accepted(await sessions.propose(learner, skillId, elsewhere));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId }));
    accepted(await sessions.act(learner, 'requestReschedule', { sessionId, ...hour }));
    const rest = await confirmations(sessions, teacher, skillId, count - 1);
    return {
      person: teacher,
      contenders: [act(teacher, 'respondToReschedule', { sessionId }), ...rest],
    };
  },
};

/** Somebody with an account in the town, which is all that a race needs. */
function somebody({ town }: TestSessions): Member {
  const member = aMember();
  town.settle({ id: member.id });
  return member;
}

function aTeacher(sessions: TestSessions) {
  const teacher = somebody(sessions);
  return { teacher, skillId: sessions.town.teach(teacher.id) };
}

function confirmations(
  sessions: TestSessions,
  teacher: Member,
  skillId: string,
  count: number,
): Promise<Contender[]> {
  return each(count, async () => {
    const { id } = accepted(await sessions.propose(somebody(sessions), skillId, hour));
    return act(teacher, 'confirmSession', { sessionId: id });
  });
}

function each<Made>(count: number, make: (at: number) => Promise<Made>): Promise<Made[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => make(at)));
}

function act(viewer: Member, mutation: string, input: Wish): Contender {
  return async (instance) => lostBy(await instance.act(viewer, mutation, input));
}

function lostBy({ session, userErrors, alternatives }: SessionAnswer): string | null {
  if (session !== null) return null;
  const [error] = userErrors;
  // A refusal that helps nobody is none that this product gives.
  return alternatives?.length === 0 ? 'no alternatives' : (error?.code ?? 'no code');
}

function hold(holder: Member, userId: string): Contender {
  const query = `mutation ($input: HoldSlotInput!) {
    holdSlot(input: $input) { hold { id } userErrors { code } }
  }`;
  return async (instance) => {
    const { data, errors } = await instance
      .as(holder)
      .execute(query, { input: { userId, ...hour } });
    const answer = JSON.stringify(data?.['holdSlot'] ?? errors);
    return answer.includes('"hold":{') ? null : (/"code":"(\w+)"/.exec(answer)?.[1] ?? answer);
  };
}

async function aSeries({ as }: TestSessions, learner: Member, skillId: string): Promise<Wish> {
  const query = `mutation ($input: ProposeSeriesInput!) {
    proposeSeries(input: $input) { sessions { id startAt } }
  }`;
  const input = { idempotencyKey: 'series', skillId, mode: 'REMOTE', weeks: 3, ...hour };
  const { data } = await as(learner).execute(query, { input });
  const [id] = /ses_\w+/.exec(JSON.stringify(data)) ?? [];
  if (id === undefined) throw new Error('no series');
  return { sessionId: id };
}
