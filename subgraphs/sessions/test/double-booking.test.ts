import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBookingFaults } from './check-store.ts';
import { accepted, codes } from './payloads.ts';
import { raceKinds, setUp, type Instance, type Race } from './race-kinds.ts';
import { callSessions, later, startSessions, type TestSessions } from './start-sessions.ts';

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

/** Lets all contenders run at once, taking turns at the instances; answers what each lost by. */
function run({ contenders }: Race, instances: readonly Instance[]): Promise<(string | null)[]> {
  return Promise.all(
    contenders.map((contender, at) => contender(instances[at % instances.length] ?? sessions)),
  );
}

/** To whom the time that all contenders of a race want belongs now. */
async function ownersOf({ person }: Race): Promise<unknown[]> {
  const contested = { userId: person.id, bucketStart: later(48 + 55 / 60) };
  const rows = await sessions.runtime.store.db.collection('slotClaims').find(contested).toArray();
  return rows.map((row): unknown => row['sessionId'] ?? row['hold']);
}

/** Runs the races a few at a time, so that they also race each other. */
async function inTurns(races: readonly Race[], judge: (race: Race) => Promise<void>) {
  for (let at = 0; at < races.length; at += atOnce) {
    await Promise.all(races.slice(at, at + atOnce).map(judge));
  }
}

const roundsOfEachKind = 28;

/** Mostly two, at times ten. */
const contendersIn = (round: number) => (round % 14 === 13 ? 10 : 2 + (round % 4 === 3 ? 1 : 0));

describe('races', { timeout: 120_000 }, () => {
  it.each(Object.entries(raceKinds))('%s have one winner', async (_title, aRace) => {
    const races = Array.from({ length: roundsOfEachKind }, (_, round) =>
      aRace(sessions.town, contendersIn(round)),
    );
    await setUp(sessions, races);
    await inTurns(races, async (race) => {
      const lost = await run(race, [sessions, twin]);
      const losers = Array.from({ length: lost.length - 1 }, () => 'SLOT_TAKEN');
      expect(lost.filter((code) => code !== null)).toEqual(losers);
      expect(await ownersOf(race)).toHaveLength(1);
    });
  });
});

/** An instance in a process of its own. */
interface Victim {
  readonly process: ChildProcess;
  readonly instance: Instance;
  /** The signal that ended it. */
  readonly ended: Promise<unknown>;
}

/** Races of two, each kind in its turn. */
function racesOfTwo(count: number): Race[] {
  const kinds = Object.values(raceKinds);
  return Array.from({ length: count }, (_, number) => {
    const aRace = kinds[number % kinds.length];
    if (aRace === undefined) throw new Error('there are no kinds of races');
    return aRace(sessions.town, 2);
  });
}

/** Starts an instance that can be killed, on the same stores. */
async function startVictim(): Promise<Victim> {
  const { runtime, clock } = sessions;
  const shared = { database: runtime.store.db.databaseName, prefix: runtime.prefix };
  const file = fileURLToPath(new URL('instance-process.ts', import.meta.url));
  const child = fork(file, [JSON.stringify({ ...shared, now: clock.now() })]);
  const message: unknown = await new Promise((resolve) => child.once('message', resolve));
  const { url } = z.object({ url: z.string() }).parse(message);
  const ended = new Promise((resolve) => {
    child.once('exit', (_code, signal) => {
      resolve(signal);
    });
  });
  return { process: child, instance: callSessions(url), ended };
}

/** What processes that are gone have left open in the store, which looks for it every other second. */
function findAbandonedTransactions() {
  const everything = { $currentOp: { allUsers: true, idleSessions: true } };
  const long = { type: 'idleSession', 'transaction.timeOpenMicros': { $gt: 2_000_000 } };
  const admin = sessions.runtime.store.client.db('admin');
  return admin.aggregate([everything, { $match: long }]).toArray();
}

describe('an instance that is killed while it books', { timeout: 120_000 }, () => {
  it('leaves each time to one session, and no claim without one', async () => {
    const admin = sessions.runtime.store.client.db('admin');
    // What the killed one was about to write is given up by the store after this many seconds.
    await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: 3 });
    try {
      const victims = await Promise.all([startVictim(), startVictim()]);
      await Promise.all(
        victims.map(async (victim) => {
          const races = racesOfTwo(16);
          await setUp(sessions, races);
          const ends = races.map(async (race) => {
            const [first, second] = race.contenders;
            if (first === undefined || second === undefined) throw new Error('a race of nobody');
            await Promise.all([
              second(sessions),
              // Killed at the first answer, when all the others are under way.
              first(victim.instance).then(
                () => victim.process.kill('SIGKILL'),
                () => false,
              ),
            ]);
            expect(await ownersOf(race)).toHaveLength(1);
          });
          await Promise.all(ends);
          expect(await victim.ended).toBe('SIGKILL');
        }),
      );
      await eventually(async () => {
        expect(await findAbandonedTransactions()).toEqual([]);
      });
    } finally {
      await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: 60 });
    }
    expect(await findBookingFaults(sessions.runtime.store.db, sessions.clock.now())).toEqual([]);
  });
});

describe('confirmations at once', () => {
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
