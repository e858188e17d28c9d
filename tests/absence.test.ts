import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { actAt, codesOf } from './act.ts';
import { ask } from './graph.ts';
import { grantRoles } from './grant-roles.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const { act, make } = actAt(endpoint);
const ada = new Person(endpoint, somebody('Ada'));
const bob = new Person(endpoint, somebody('Bob'));
const mo = new Person(endpoint, somebody('Mo'));
const people = [ada, bob, mo];
const clock = openSystemClock(system);

const [minute, hour] = [60_000, 3_600_000];
let begin: number;
let skillId: string;
beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  await grantRoles(system.mongodbUri, mo.introduction.email, ['MODERATOR']);
  const guitar = { type: 'TEACH', label: 'Guitar', level: 'BEGINNER' };
  const skill = { ...guitar, languages: ['en'], modes: ['REMOTE'] };
  skillId = await make(ada, 'addSkill', skill, 'skill');
  begin = Math.ceil((await clock.now()).getTime() / hour) * hour;
});
afterAll(async () => {
  await Promise.all(people.map((person) => person[Symbol.asyncDispose]()));
  await clock[Symbol.asyncDispose]();
});

const hourAt = (hours: number) => ({
  startAt: new Date(begin + hours * hour).toISOString(),
  endAt: new Date(begin + (hours + 1) * hour).toISOString(),
});

/** A session that Bob has proposed and Ada has confirmed, so many hours after the story's start. */
async function agreeOn(hours: number): Promise<string> {
  const input = { skillId, mode: 'REMOTE', ...hourAt(hours) };
  const proposal = { idempotencyKey: crypto.randomUUID(), ...input };
  const id = await make(bob, 'proposeSession', proposal, 'session');
  return make(ada, 'confirmSession', { sessionId: id }, 'session');
}

/** Everybody logs in again, because their tokens have run out meanwhile. */
async function goTo(hours: number): Promise<void> {
  await clock.moveClockTo(new Date(begin + hours * hour));
  await Promise.all(people.map((person) => person.logIn()));
}

async function recordOf(person: Person): Promise<unknown> {
  const query = '{ viewer { reliability { done noShows lateCancellations } } }';
  return (await ask(endpoint, person, query)).data?.['viewer'];
}
const record = (done: number, noShows: number, lateCancellations: number) => ({
  reliability: { done, noShows, lateCancellations },
});

async function balanceOf(person: Person): Promise<unknown> {
  const query = '{ viewer { timeCredits { balanceMinutes } } }';
  return (await ask(endpoint, person, query)).data;
}
const balance = (balanceMinutes: number) => ({ viewer: { timeCredits: { balanceMinutes } } });

/** What a person has been reminded of, by the sessions' ids. */
async function remindersOf({ introduction }: Person, sessionId: string) {
  const mails = await endpoint.mailbox.list(introduction.email, 'SESSION_REMINDER');
  return mails.filter(({ text }) => text.includes(sessionId));
}

/** The session that was held after all, and the one that Ada missed. */
let held: string;
let missed: string;

it('an absence counts when a moderator has found it so, and credits follow the outcome', async () => {
  held = await agreeOn(3);
  missed = await agreeOn(5);
  const calledOff = await agreeOn(20);
  const cancelled = await act(
    bob,
    'cancelSession',
    { sessionId: calledOff, reason: 'I am ill.' },
    'session { status cancelledLate }',
  );
  expect(cancelled).toMatchObject({ session: { status: 'CANCELLED', cancelledLate: true } });
  expect(await recordOf(bob)).toEqual(record(0, 0, 1));

  await goTo(5.5);
  const status = 'session { status }';
  for (const sessionId of [held, missed]) {
    const reported = await act(bob, 'reportNoShow', { sessionId }, status);
    expect(reported).toMatchObject({ session: { status: 'NO_SHOW' } });
  }
  expect(await recordOf(ada)).toEqual(record(0, 2, 0));
  for (const sessionId of [held, missed]) {
    const contested = await act(ada, 'contestOutcome', { sessionId, reason: 'I was.' }, status);
    expect(contested).toMatchObject({ session: { status: 'DISPUTED' } });
  }
  expect(await recordOf(ada)).toEqual(record(0, 0, 0));

  const decide = (person: Person, sessionId: string, absentees: readonly Person[]) => {
    const absenteeIds = absentees.map(({ id }) => id);
    return act(person, 'decideSessionOutcome', { sessionId, absenteeIds }, status);
  };
  // To members there is no such mutation.
  await expect(decide(bob, held, [ada])).rejects.toThrow('GRAPHQL_VALIDATION_FAILED');
  expect(await decide(mo, held, [])).toMatchObject({ session: { status: 'DONE' } });
  expect(await decide(mo, missed, [ada])).toMatchObject({ session: { status: 'NO_SHOW' } });
  expect(codesOf(await decide(mo, missed, []))).toEqual(['WRONG_STATUS']);
  expect(await recordOf(ada)).toEqual(record(1, 1, 0));
  expect(await recordOf(bob)).toEqual(record(1, 0, 1));
  await expect.poll(() => balanceOf(ada), { timeout: 10_000 }).toEqual(balance(60));
  expect(await balanceOf(bob)).toEqual(balance(-60));
});

it('a session that was moved reminds of its new time alone', async () => {
  const moved = await agreeOn(50);
  const next = await agreeOn(75);
  const wish = { sessionId: moved, ...hourAt(100) };
  await make(bob, 'requestReschedule', wish, 'session');
  await make(ada, 'respondToReschedule', { sessionId: moved, accept: true }, 'session');

  // Timed work is done in the order in which it falls due: after this one nothing older comes.
  await clock.moveClockTo(new Date(begin + 51 * hour + minute));
  for (const person of [ada, bob]) {
    await expect.poll(() => remindersOf(person, next), { timeout: 10_000 }).toHaveLength(1);
    expect(await remindersOf(person, moved)).toEqual([]);
  }
  await clock.moveClockTo(new Date(begin + 76 * hour + minute));
  for (const person of [ada, bob]) {
    await expect.poll(() => remindersOf(person, moved), { timeout: 10_000 }).toHaveLength(1);
  }
  await clock.moveClockTo(new Date(begin + 99 * hour + minute));
  for (const person of [ada, bob]) {
    await expect.poll(() => remindersOf(person, moved), { timeout: 10_000 }).toHaveLength(2);
  }
});

describe('a review', () => {
  const ratings = { stars: 4, punctuality: 5, pedagogy: 4, engagement: 3, communication: 5 };
  const words = 'Patient, and always on time.';
  const review = (person: Person, sessionId: string) =>
    act(person, 'submitReview', { sessionId, ...ratings, comment: words }, 'review { id }');
  /** Whatever somebody can read of Ada's reviews, by every path that leads to them. */
  const readAll = async (person: Person | null) => {
    const query = `query ($adaId: ID!, $sessionId: ID!) {
      user(id: $adaId) {
        reviewsReceived(first: 10) { edges { node { id comment } } }
        reputation { count }
      }
      session(id: $sessionId) { reviews { id comment state } }
    }`;
    const { data } = await ask(endpoint, person, query, { adaId: ada.id, sessionId: held });
    return JSON.stringify(data);
  };

  it('is written by those who were there, once', async () => {
    await goTo(100);
    expect(codesOf(await review(mo, held))).toEqual(['NOT_FOUND']);
    expect(codesOf(await review(ada, missed))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await review(bob, missed))).toEqual(['NOT_DONE']);
    expect(await readAll(bob)).not.toContain(words);
    expect(codesOf(await review(bob, held))).toEqual([]);
    expect(codesOf(await review(bob, held))).toEqual(['ALREADY_REVIEWED']);
  });

  it('is read by its author alone until the other has written or two weeks are over', async () => {
    const closed = 5.5 + 14 * 24;
    for (const hours of [100.1, closed - 0.5]) {
      await goTo(hours);
      for (const reader of [ada, mo, null]) {
        const read = await readAll(reader);
        expect(read).not.toContain(words);
        expect(read).toContain('"count":0');
      }
      expect(await readAll(bob)).toContain('SEALED');
    }
    await goTo(closed + 0.5);
    for (const reader of [ada, mo, null]) {
      await expect.poll(() => readAll(reader), { timeout: 10_000 }).toContain(words);
      expect(await readAll(reader)).toContain('"count":1');
    }
  });

  it('is neither written nor written anew after the two weeks', async () => {
    for (const person of [ada, bob]) {
      expect(codesOf(await review(person, held))).toEqual(['WINDOW_CLOSED']);
    }
    expect((await readAll(ada)).match(/rev_\w+/g)).toHaveLength(2);
  });
});
