import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Member } from '@skillswap/kit/viewer';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes, type SessionAnswer } from './payloads.ts';
import { later, startSessions, type TestSessions } from './start-sessions.ts';

const atOnce = 4;

let sessions: TestSessions;
/** Another process's view: only the store is between the two. */
let twin: TestSessions;
beforeAll(async () => {
  sessions = await startSessions();
  twin = await startSessions({ beside: sessions });
});
afterAll(async () => {
  await twin[Symbol.asyncDispose]();
  await sessions[Symbol.asyncDispose]();
});

const minutes = (from: number, to: number) => ({
  startAt: later(48 + from / 60).toISOString(),
  endAt: later(48 + to / 60).toISOString(),
});

async function confirmAtOnce(proposals: readonly (readonly [Member, string])[]) {
  return Promise.all(
    proposals.map(([viewer, sessionId], at) => {
      const instance = at % 2 === 0 ? sessions : twin;
      return instance.act(viewer, 'confirmSession', { sessionId });
    }),
  );
}

function expectOneWinner(answers: readonly SessionAnswer[]) {
  expect(answers.filter(({ session }) => session?.status === 'CONFIRMED')).toHaveLength(1);
  for (const answer of answers.filter(({ session }) => session === null)) {
    expect(codes(answer)).toEqual(['SLOT_TAKEN']);
    expect(answer.alternatives?.length).toBeGreaterThan(0);
  }
}

/** Runs the rounds a few at a time, so that races also race each other. */
async function inRounds(rounds: number, round: (number: number) => Promise<void>) {
  const numbers = Array.from({ length: rounds }, (_, number) => number);
  for (let at = 0; at < rounds; at += atOnce) {
    await Promise.all(numbers.slice(at, at + atOnce).map(round));
  }
}

describe('confirmations at once', { timeout: 120_000 }, () => {
  it('give two learners of one teacher one session', async () => {
    await inRounds(100, async () => {
      const { teacher, learner, skillId } = await sessions.aPair();
      const other = await sessions.aPerson();
      const first = accepted(await sessions.propose(learner, skillId));
      const second = accepted(await sessions.propose(other, skillId));
      const answers = await confirmAtOnce([
        [teacher, first.id],
        [teacher, second.id],
      ]);
      expectOneWinner(answers);
      const lost = answers[0]?.session === null ? first : second;
      expect(await sessions.read(teacher, lost.id)).toEqual({ status: 'PROPOSED', version: 1 });
    });
  });

  it('give one learner of two teachers one session', async () => {
    await inRounds(30, async () => {
      const one = await sessions.aPair();
      const two = await sessions.aPair();
      const first = accepted(await sessions.propose(one.learner, one.skillId));
      const second = accepted(await sessions.propose(one.learner, two.skillId));
      expectOneWinner(
        await confirmAtOnce([
          [one.teacher, first.id],
          [two.teacher, second.id],
        ]),
      );
    });
  });

  it('of times that overlap in part give one session', async () => {
    await inRounds(30, async (round) => {
      const { teacher, learner, skillId } = await sessions.aPair();
      const other = await sessions.aPerson();
      const first = accepted(await sessions.propose(learner, skillId, minutes(0, 60)));
      const overlap = 5 + (round % 11) * 5;
      const shifted = minutes(60 - overlap, 120 - overlap);
      const second = accepted(await sessions.propose(other, skillId, shifted));
      expectOneWinner(
        await confirmAtOnce([
          [teacher, first.id],
          [teacher, second.id],
        ]),
      );
    });
  });

  it('of one proposal confirm it once', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const { id } = accepted(await sessions.propose(learner, skillId));
    const answers = await confirmAtOnce(Array.from({ length: 8 }, () => [teacher, id] as const));
    expect(answers.filter(({ session }) => session !== null)).toHaveLength(1);
    expect(await sessions.read(teacher, id)).toEqual({ status: 'CONFIRMED', version: 2 });
  });

  it('of neighbouring times give both', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const other = await sessions.aPerson();
    const first = accepted(await sessions.propose(learner, skillId, minutes(0, 60)));
    const second = accepted(await sessions.propose(other, skillId, minutes(60, 120)));
    const answers = await confirmAtOnce([
      [teacher, first.id],
      [teacher, second.id],
    ]);
    expect(answers.map(({ session }) => session?.status)).toEqual(['CONFIRMED', 'CONFIRMED']);
  });
});

describe('a booked time', () => {
  it('is open again after the session was cancelled', async () => {
    const { teacher, skillId, session } = await sessions.aConfirmedSession();
    const other = await sessions.aPerson();
    expect(codes(await sessions.propose(other, skillId))).toEqual(['SLOT_TAKEN']);
    accepted(await sessions.act(teacher, 'cancelSession', { sessionId: session.id }));
    const { id } = accepted(await sessions.propose(other, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: id }));
  });

  it('leaves overlapping proposals as they were', async () => {
    const { teacher, learner, skillId } = await sessions.aPair();
    const other = await sessions.aPerson();
    const first = accepted(await sessions.propose(learner, skillId));
    const second = accepted(await sessions.propose(other, skillId));
    accepted(await sessions.act(teacher, 'confirmSession', { sessionId: first.id }));
    expect(await sessions.read(other, second.id)).toEqual({ status: 'PROPOSED', version: 1 });
    const refused = await sessions.act(teacher, 'confirmSession', { sessionId: second.id });
    expect(codes(refused)).toEqual(['SLOT_TAKEN']);
  });

  it('is refused with alternatives that can be had', async () => {
    const { skillId } = await sessions.aConfirmedSession();
    const other = await sessions.aPerson();
    const { alternatives } = await sessions.propose(other, skillId);
    const [slot] = alternatives ?? [];
    accepted(await sessions.propose(other, skillId, { ...slot }));
  });
});

it('leaves no person in two places and no claim without its session', async () => {
  expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
});
