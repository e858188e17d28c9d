import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { actAt, codesOf } from './act.ts';
import { ask } from './graph.ts';
import { grantRoles } from './grant-roles.ts';
import { Person } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const { act, make } = actAt(endpoint);
const mo = new Person(endpoint, somebody('Mo'));
const lea = new Person(endpoint, somebody('Lea'));
const carol = new Person(endpoint, somebody('Carol'));
const people = [mo, lea, carol];

const label = `Cello ${crypto.randomUUID()}`;
let skillId: string;
beforeAll(async () => {
  await Promise.all(people.map((person) => person.signUp()));
  await grantRoles(system.mongodbUri, mo.introduction.email, ['MENTOR']);
  const terms = { label, level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] };
  const [taught] = await Promise.all([
    make(mo, 'addSkill', { type: 'TEACH', ...terms }, 'skill'),
    make(lea, 'addSkill', { type: 'LEARN', ...terms }, 'skill'),
    mo.logIn(),
  ]);
  skillId = taught;
});
afterAll(() => Promise.all(people.map((person) => person[Symbol.asyncDispose]())));

const planFields = 'id status version steps { id title doneAt skill { label } }';
const plan = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      doneAt: z.string().nullable(),
      skill: z.object({ label: z.string() }),
    }),
  ),
});
const lists = z.object({
  viewer: z.object({
    learningPlans: z.object({ edges: z.array(z.object({ node: plan })) }),
    matches: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }),
  }),
});

async function readLists(person: Person) {
  const { data } = await ask(
    endpoint,
    person,
    `{ viewer { learningPlans(first: 5) { edges { node { ${planFields} } } }
       matches(first: 5) { edges { node { id } } } } }`,
  );
  const { viewer } = lists.parse(data);
  const [match] = viewer.matches.edges;
  return { plans: viewer.learningPlans.edges.map(({ node }) => node), matchId: match?.node.id };
}
const plansOf = async (person: Person) => (await readLists(person)).plans;

const way = (learner: Person) => ({
  learnerId: learner.id,
  title: 'From the first tone to a suite',
  steps: ['Hold the bow', 'A first scale'].map((title) => ({ title, skillId })),
});

async function change(person: Person, mutation: string, input: object) {
  const payload = await act(person, mutation, { ...input }, `learningPlan { ${planFields} }`);
  return plan.parse(payload['learningPlan']);
}

it('a mentor lays out a plan that its learner agrees to and ticks, and nobody else has part in', async () => {
  const tooEarly = await act(mo, 'proposeLearningPlan', way(lea));
  expect(codesOf(tooEarly)).toEqual(['NOT_ACQUAINTED']);
  expect(await plansOf(lea)).toEqual([]);
  await eventually(async () => {
    const { matchId } = await readLists(lea);
    expect(matchId).toBeDefined();
    for (const person of [lea, mo]) {
      expect(codesOf(await act(person, 'expressInterest', { matchId }))).toEqual([]);
    }
  });

  const notAMentor = { ...way(lea), learnerId: mo.id };
  await expect(act(lea, 'proposeLearningPlan', notAMentor)).rejects.toThrow('FORBIDDEN');
  expect(await plansOf(mo)).toEqual([]);

  const proposed = await change(mo, 'proposeLearningPlan', way(lea));
  expect(proposed).toMatchObject({ status: 'PROPOSED', steps: [{ skill: { label } }, {}] });
  expect(await plansOf(lea)).toEqual([proposed]);
  const letter = await endpoint.mailbox.latest(lea.introduction.email, 'LEARNING_PLAN_PROPOSED');
  expect(letter.links).toEqual([expect.stringContaining(proposed.id)]);
  const { id: planId, version: expectedVersion } = proposed;
  for (const [mutation, input] of [
    ['answerLearningPlan', { accept: true }],
    ['endLearningPlan', {}],
  ] as const) {
    const refused = await act(carol, mutation, { planId, expectedVersion, ...input });
    expect(codesOf(refused)).toEqual(['NOT_FOUND']);
  }
  expect(await plansOf(carol)).toEqual([]);
  expect(await plansOf(mo)).toEqual([proposed]);

  const agreed = await change(lea, 'answerLearningPlan', { planId, expectedVersion, accept: true });
  expect(agreed).toMatchObject({ status: 'ACTIVE' });
  const first = { planId, stepId: agreed.steps[0]?.id, done: true };
  const stale = await act(lea, 'tickLearningStep', { ...first, expectedVersion });
  expect(codesOf(stale)).toEqual(['STALE_VERSION']);
  expect(await plansOf(mo)).toEqual([agreed]);
  const ticked = await change(lea, 'tickLearningStep', {
    ...first,
    expectedVersion: agreed.version,
  });
  expect(ticked.steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, false]);
  expect(await plansOf(mo)).toEqual([ticked]);

  await act(mo, 'blockUser', { userId: lea.id });
  expect(await plansOf(lea)).toEqual([]);
  const hidden = await act(lea, 'endLearningPlan', { planId, expectedVersion: ticked.version });
  expect(codesOf(hidden)).toEqual(['NOT_FOUND']);
  expect(await plansOf(mo)).toEqual([ticked]);
  const ended = await change(mo, 'endLearningPlan', { planId, expectedVersion: ticked.version });
  expect(ended).toMatchObject({ status: 'ENDED' });
  expect(await plansOf(mo)).toEqual([ended]);
});
