import { newId } from '@skillswap/kit/id';
import { aMember } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { recordSession } from '../src/record-session.ts';
import type { Session } from '../src/session.ts';
import type { SessionAnswer } from './payloads.ts';
import { later, type TestSessions } from './start-sessions.ts';

/** An instance of the subgraph that a contender goes through. */
export type Instance = Pick<TestSessions, 'as' | 'act'>;

/** What one contender does, and the code with which it loses; null when it wins. */
export type Contender = (instance: Instance) => Promise<string | null>;

/** Contenders for one time, of whom exactly one can win, and the person whose time it is. */
export interface Race {
  readonly person: Member;
  /** The sessions as they are when it begins; see {@link setUp}. */
  readonly given: readonly Session[];
  readonly contenders: readonly Contender[];
}

const hour = { startAt: later(48), endAt: later(49) };

/** Ways in which people meet at one time. Each makes a race of so many contenders. */
export const raceKinds: Readonly<
  Record<string, (town: TestSessions['town'], count: number) => Race>
> = {
  'of learners for one teacher'(town, count) {
    const teacher = somebody(town);
    const given = each(count, () => aProposal(teacher, somebody(town)));
    return { person: teacher, given, contenders: given.map(confirm(teacher)) };
  },

  'of teachers for one learner'(town, count) {
    const learner = somebody(town);
    const pairs = each(count, () => {
      const teacher = somebody(town);
      const session = aProposal(teacher, learner);
      return { session, contender: confirm(teacher)(session) };
    });
    return {
      person: learner,
      given: pairs.map(({ session }) => session),
      contenders: pairs.map(({ contender }) => contender),
    };
  },

  'of times that overlap in part'(town, count) {
    const teacher = somebody(town);
    // All of them share the last five minutes of the hour.
    const given = each(count, (at) => {
      const shift = (5 * (at + 1)) / 60;
      const times = { startAt: later(48 + shift), endAt: later(49 + shift) };
      return aProposal(teacher, somebody(town), times);
    });
    return { person: teacher, given, contenders: given.map(confirm(teacher)) };
  },

  'of holds and a confirmation'(town, count) {
    const teacher = somebody(town);
    const session = aProposal(teacher, somebody(town));
    const holds = each(count - 1, () => hold(somebody(town), teacher.id));
    return {
      person: teacher,
      given: [session],
      contenders: [confirm(teacher)(session), ...holds],
    };
  },

  'of a series and single sessions'(town, count) {
    const teacher = somebody(town);
    const learner = somebody(town);
    const group = { id: newId('grp'), kind: 'SERIES' } as const;
    const weekly = each(3, (week) => {
      const ahead = 48 + week * 7 * 24;
      const times = { startAt: later(ahead), endAt: later(ahead + 1) };
      return aProposal(teacher, learner, { ...times, group });
    });
    const single = each(count - 1, () => aProposal(teacher, somebody(town)));
    const contenders = [...weekly.slice(0, 1), ...single].map(confirm(teacher));
    return { person: teacher, given: [...weekly, ...single], contenders };
  },

  'of a moved session and new ones'(town, count) {
    const teacher = somebody(town);
    const learner = somebody(town);
    const moving = aProposal(teacher, learner, {
      ...{ startAt: later(100), endAt: later(101), status: 'RESCHEDULE_PENDING', version: 3 },
      reschedule: {
        ...{ requestedById: learner.id, ...hour, suitsOfferer: false },
        ...{ expiresAt: hour.startAt, reason: null },
      },
    });
    const single = each(count - 1, () => aProposal(teacher, somebody(town)));
    const contenders = single.map(confirm(teacher));
    const move = act(teacher, 'respondToReschedule', moving);
    return { person: teacher, given: [moving, ...single], contenders: [move, ...contenders] };
  },
};

/**
 * Puts what races begin with into the store as the subgraph does, in one transaction, because it is
 * only the races that are to be judged.
 */
export async function setUp(sessions: TestSessions, races: readonly Race[]): Promise<void> {
  const { runtime, stores, clock } = sessions;
  const booking = { stores, dueWork: runtime.dueWork, now: () => clock.now() };
  await runtime.transact(async (tx) => {
    for (const session of races.flatMap(({ given }) => given)) {
      const key = { idempotencyKey: session.id, fingerprint: session.id };
      await stores.sessions.insert(tx, session, key);
      await recordSession(booking, tx, null, session);
    }
  });
}

function aProposal(teacher: Member, learner: Member, over: Partial<Session> = {}): Session {
  const { startAt } = { ...hour, ...over };
  return {
    ...{ id: newId('ses'), version: 1, status: 'PROPOSED', group: null, ...hour },
    ...{ teacherId: teacher.id, learnerId: learner.id, skillId: newId('skl'), mode: 'REMOTE' },
    ...{ createdById: learner.id, offeredById: learner.id, videoUrl: null, place: null },
    suitsOfferer: false,
    ...{ translatedChat: false, reschedule: null, createdAt: later(0), expiresAt: startAt },
    ...{ doneByIds: [], firstDoneAt: null, doneAt: null, absentIds: [], reportedAt: null },
    ...{ dispute: null, reason: null, cancelledById: null, cancelledLate: false },
    ...over,
  };
}

/** Somebody whom no mail reaches, so that nothing but the race is under way. */
function somebody(town: TestSessions['town']): Member {
  const member = aMember();
  town.settle({ id: member.id, email: null });
  return member;
}

function each<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function confirm(viewer: Member) {
  return (session: Session) => act(viewer, 'confirmSession', session);
}

function act(viewer: Member, mutation: string, { id: sessionId }: Session): Contender {
  return async (instance) => lostBy(await instance.act(viewer, mutation, { sessionId }));
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
