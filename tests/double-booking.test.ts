import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { findBookingFaults } from '../subgraphs/sessions/test/check-store.ts';
import { actAt, codesOf, type Payload } from './act.ts';
import { Person } from './journey/person.ts';
import { endpointOf, openSystemClock, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const { act, make } = actAt(endpoint);
const ada = new Person(endpoint, somebody('Ada'));
const dan = new Person(endpoint, somebody('Dan', 'Asia/Kathmandu'));
const bob = new Person(endpoint, somebody('Bob', 'America/New_York'));
const carol = new Person(endpoint, somebody('Carol'));
const people = [ada, dan, bob, carol];

const skills = new Map<Person, string>();
let begin: number;
beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  for (const teacher of [ada, dan]) {
    const guitar = { type: 'TEACH', label: 'Guitar', level: 'BEGINNER' };
    const skill = { ...guitar, languages: ['en'], modes: ['REMOTE'] };
    skills.set(teacher, await make(teacher, 'addSkill', skill, 'skill'));
  }
  await using clock = openSystemClock(system);
  const hour = Math.ceil((await clock.now()).getTime() / 3_600_000);
  begin = (hour + 48) * 3_600_000;
});
afterAll(() => Promise.all(people.map((person) => person[Symbol.asyncDispose]())));

/** An hour, so many hours after the story's first. */
const hourAt = (hours: number) => ({
  startAt: new Date(begin + hours * 3_600_000).toISOString(),
  endAt: new Date(begin + (hours + 1) * 3_600_000).toISOString(),
});

function propose(learner: Person, teacher: Person, hours: number): Promise<string> {
  const input = { skillId: skills.get(teacher), mode: 'REMOTE', ...hourAt(hours) };
  const proposal = { idempotencyKey: crypto.randomUUID(), ...input };
  return make(learner, 'proposeSession', proposal, 'session');
}

const answer = 'session { id status } alternatives { startAt endAt }';
const confirm = (person: Person, sessionId: string) =>
  act(person, 'confirmSession', { sessionId }, answer);

const slots = z.array(z.object({ startAt: z.string(), endAt: z.string() }));

/** Of what was wanted at once one has come true; the others are told what else could be had. */
function expectOneWinner(answers: readonly Payload[]): void {
  const lost = answers.filter(({ userErrors }) => userErrors.length > 0);
  expect(lost.map(codesOf)).toEqual(
    Array.from({ length: answers.length - 1 }, () => ['SLOT_TAKEN']),
  );
  for (const { alternatives } of lost) expect(slots.parse(alternatives)).not.toEqual([]);
}

const races: Readonly<Record<string, (hours: number) => Promise<Promise<Payload>[]>>> = {
  async 'two learners want one teacher at times that overlap'(hours) {
    const wanted = [await propose(bob, ada, hours), await propose(carol, ada, hours + 0.5)];
    return wanted.map((id) => confirm(ada, id));
  },
  async 'one learner has asked two teachers for one time'(hours) {
    const [one, other] = [await propose(bob, ada, hours), await propose(bob, dan, hours)];
    return [confirm(ada, one), confirm(dan, other)];
  },
  async 'one learner holds the time that another is promised'(hours) {
    const promised = await propose(bob, ada, hours);
    const held = { userId: ada.id, ...hourAt(hours) };
    const hold = 'hold { id } alternatives { startAt endAt }';
    return [confirm(ada, promised), act(carol, 'holdSlot', held, hold)];
  },
  async 'a weekly series meets a single session'(hours) {
    const series = { skillId: skills.get(ada), mode: 'REMOTE', weeks: 2, ...hourAt(hours) };
    const proposal = { idempotencyKey: crypto.randomUUID(), ...series };
    const payload = await act(bob, 'proposeSeries', proposal, 'sessions { id }');
    const [first] = z.array(z.object({ id: z.string() })).parse(payload['sessions']);
    const single = await propose(carol, ada, hours);
    return [confirm(ada, first?.id ?? ''), confirm(ada, single)];
  },
};

it.each(Object.entries(races).map(([title, race], at) => [title, race, at] as const))(
  'when %s, one of the two is booked',
  async (_title, race, at) => {
    for (const round of [0, 1, 2]) {
      expectOneWinner(await Promise.all(await race(at * 9 + round * 3)));
    }
  },
);

it('who came too late can have an alternative, and the time itself when it is given back', async () => {
  const [first, second] = [await propose(bob, ada, 40), await propose(carol, ada, 40)];
  expect(codesOf(await confirm(ada, first))).toEqual([]);
  const late = await confirm(ada, second);
  expect(codesOf(late)).toEqual(['SLOT_TAKEN']);
  const [slot] = slots.parse(late['alternatives']);
  const told = async () => {
    const letters = await endpoint.mailbox.list(carol.introduction.email, 'SESSION_TIME_TAKEN');
    return letters.flatMap(({ links }) => links).join(' ');
  };
  await expect.poll(told, { timeout: 10_000 }).toContain(second);
  const input = { skillId: skills.get(ada), mode: 'REMOTE', ...slot };
  const instead = { idempotencyKey: crypto.randomUUID(), ...input };
  const id = await make(carol, 'proposeSession', instead, 'session');
  expect(await confirm(ada, id)).toMatchObject({ session: { status: 'CONFIRMED' } });

  expect(codesOf(await act(bob, 'cancelSession', { sessionId: first }))).toEqual([]);
  expect(await confirm(ada, second)).toMatchObject({ session: { status: 'CONFIRMED' } });
});

it('nobody in the whole store is in two places, and no time is claimed by nothing', async () => {
  await using clock = openSystemClock(system);
  await using client = new MongoClient(system.mongodbUri);
  expect(await findBookingFaults(client.db('sessions'), await clock.now())).toEqual([]);
});
