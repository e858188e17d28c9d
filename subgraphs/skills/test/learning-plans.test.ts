import { newId } from '@skillswap/kit/id';
import { aMember } from '@skillswap/kit/test/testkit';
import { anonymous, type Member, type Viewer } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld();
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const planFields = `id title note status version mentor { id } learner { id }
  steps { id title note doneAt tag { slug } skill { id } session { id } }`;
const step = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  doneAt: z.string().nullable(),
  tag: z.object({ slug: z.string() }).nullable(),
  skill: z.object({ id: z.string() }).nullable(),
  session: z.object({ id: z.string() }).nullable(),
});
const plan = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  status: z.string(),
  version: z.number(),
  mentor: z.object({ id: z.string() }),
  learner: z.object({ id: z.string() }),
  steps: z.array(step),
});
type Plan = z.infer<typeof plan>;
const payload = z.object({
  learningPlan: plan.nullable(),
  userErrors: z.array(z.object({ code: z.string(), path: z.array(z.string()) })),
});

async function run(viewer: Viewer, name: string, input: object) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) {
    ${name}(input: $input) { learningPlan { ${planFields} } userErrors { code path } }
  }`;
  const { data, errors } = await world.as(viewer).execute(mutation, { input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return payload.parse(data?.[name]);
}
const done = async (answer: ReturnType<typeof run>): Promise<Plan> => {
  const { learningPlan, userErrors } = await answer;
  if (learningPlan === null) throw new Error(JSON.stringify(userErrors));
  return learningPlan;
};
const refusedAs = (code: string, ...path: string[]) => ({
  learningPlan: null,
  userErrors: [{ code, path }],
});

const asMentor = (person: Member): Member => ({
  ...person,
  roles: ['MENTOR'],
  scopes: ['mentoring'],
});
const written = (over: object = {}) => ({
  title: 'From zero to a song',
  steps: [
    { title: 'Hold the guitar', tagSlug: 'guitar' },
    { title: 'Three chords', tagSlug: 'guitar' },
  ],
  ...over,
});

/** A mentor and somebody who have had a session. */
async function acquainted() {
  const [mentor, learner] = await world.signUps(2);
  if (mentor === undefined || learner === undefined) throw new Error('nobody signed up');
  const sessionId = newId('ses');
  const ids = { teacherId: mentor.id, learnerId: learner.id };
  await world.tell('sessions', 'session.done', { sessionId, skillId: null, ...ids });
  return { mentor: asMentor(mentor), learner, sessionId };
}
const propose = (mentor: Viewer, { id: learnerId }: Member, over: object = {}) =>
  run(mentor, 'proposeLearningPlan', { learnerId, ...written(over) });
const answer = (learner: Viewer, { id: planId, version }: Plan, accept = true) =>
  run(learner, 'answerLearningPlan', { planId, expectedVersion: version, accept });
const tick = (learner: Viewer, { id: planId, version, steps }: Plan, at: number, isDone = true) =>
  run(learner, 'tickLearningStep', {
    ...{ planId, expectedVersion: version, stepId: steps[at]?.id ?? '', done: isDone },
  });
const end = (person: Viewer, { id: planId, version }: Plan) =>
  run(person, 'endLearningPlan', { planId, expectedVersion: version });

const list = z.object({
  _entities: z.tuple([
    z.object({
      learningPlans: z
        .object({
          edges: z.array(z.object({ node: plan })),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        })
        .nullable(),
    }),
  ]),
});
async function plansOf(viewer: Member, args: object = {}) {
  const query = `query ($of: [_Any!]!, $first: Int!, $after: String) {
    _entities(representations: $of) { ... on User { learningPlans(first: $first, after: $after) {
      edges { node { ${planFields} } } pageInfo { hasNextPage endCursor } } } }
  }`;
  const of = [{ __typename: 'User', id: viewer.id }];
  const { data } = await world.as(viewer).execute(query, { of, first: 10, ...args });
  const { learningPlans } = list.parse(data)._entities[0];
  return { ...learningPlans, plans: learningPlans?.edges.map(({ node }) => node) ?? [] };
}

describe('a learning plan', () => {
  it('is proposed by a mentor, agreed to and ticked by its learner, and ended by either', async () => {
    const { mentor, learner, sessionId } = await acquainted();
    const skill = await people.teaches(mentor, 'Fingerstyle');
    const proposed = await done(
      propose(mentor, learner, {
        note: '  Take your time.  ',
        steps: [
          { title: 'Hold the guitar', tagSlug: 'guitar', sessionId },
          { title: 'Travis picking', skillId: skill.id },
        ],
      }),
    );
    expect(proposed).toMatchObject({
      ...{ title: 'From zero to a song', note: 'Take your time.', status: 'PROPOSED', version: 1 },
      ...{ mentor: { id: mentor.id }, learner: { id: learner.id } },
      steps: [
        { tag: { slug: 'guitar' }, skill: null, session: { id: sessionId }, doneAt: null },
        { tag: null, skill: { id: skill.id }, session: null, doneAt: null },
      ],
    });
    const active = await done(answer(learner, proposed));
    expect(active).toMatchObject({ status: 'ACTIVE', version: 2 });
    const ticked = await done(tick(learner, active, 0));
    expect(ticked.steps.map(({ doneAt }) => doneAt !== null)).toEqual([true, false]);
    const back = await done(tick(learner, ticked, 0, false));
    expect(back.steps.map(({ doneAt }) => doneAt)).toEqual([null, null]);
    expect(await done(end(mentor, back))).toMatchObject({ status: 'ENDED', version: 5 });
    expect((await plansOf(learner)).plans).toMatchObject([{ id: proposed.id, status: 'ENDED' }]);
  });

  it('is written anew by its mentor, and steps that stay stay ticked', async () => {
    const { mentor, learner } = await acquainted();
    const active = await done(answer(learner, await done(propose(mentor, learner))));
    const ticked = await done(tick(learner, active, 1));
    const input = {
      ...{ planId: active.id, expectedVersion: ticked.version, title: 'To a song' },
      steps: [
        { title: 'Tune it', tagSlug: 'guitar' },
        { id: ticked.steps[1]?.id, title: 'Four chords', tagSlug: 'guitar' },
      ],
    };
    const updated = await done(run(mentor, 'updateLearningPlan', input));
    expect(updated.steps.map(({ title, doneAt }) => [title, doneAt !== null])).toEqual([
      ['Tune it', false],
      ['Four chords', true],
    ]);
    expect(await run(mentor, 'updateLearningPlan', input)).toEqual(
      refusedAs('STALE_VERSION', 'expectedVersion'),
    );
  });

  it('is one at a time for two people, whoever proposes how often at once', async () => {
    const { mentor, learner } = await acquainted();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => propose(mentor, learner)));
    const [first] = outcomes.flatMap(({ learningPlan }) => learningPlan ?? []);
    expect(outcomes.filter(({ learningPlan }) => learningPlan !== null)).toHaveLength(1);
    expect(outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => 'ALREADY_OPEN'),
    );
    if (first === undefined) throw new Error('there is no plan');
    expect(await done(answer(learner, first, false))).toMatchObject({ status: 'DECLINED' });
    expect(await done(propose(mentor, learner))).toMatchObject({ status: 'PROPOSED' });
  });

  it('is changed by one of those who change it at the same moment', async () => {
    const { mentor, learner } = await acquainted();
    let current = await done(answer(learner, await done(propose(mentor, learner))));
    for (let round = 0; round < 10; round += 1) {
      const changes = await Promise.all([
        tick(learner, current, 0, round % 2 === 0),
        tick(learner, current, 1, round % 2 === 0),
      ]);
      const made = changes.flatMap(({ learningPlan }) => learningPlan ?? []);
      expect(made).toHaveLength(1);
      expect(changes.flatMap(({ userErrors }) => userErrors)).toEqual([
        { code: 'STALE_VERSION', path: ['expectedVersion'] },
      ]);
      current = made[0] ?? current;
    }
    expect((await plansOf(learner)).plans).toEqual([current]);
  });

  it('can be proposed after a mutual match, too', async () => {
    const [mentor, learner] = [await world.signUp(), await world.signUp()];
    expect(await propose(asMentor(mentor), learner)).toEqual(
      refusedAs('NOT_ACQUAINTED', 'learnerId'),
    );
    const subject = `Subject ${newId('x')}`;
    await people.teaches(mentor, subject);
    await people.learns(learner, subject);
    const [match] = await people.matchesOf(learner);
    await people.expressInterest(learner, match?.id ?? '');
    await people.matchesOf(mentor);
    await people.expressInterest(mentor, match?.id ?? '');
    expect(await done(propose(asMentor(mentor), learner))).toMatchObject({ status: 'PROPOSED' });
  });
});

describe('a learning plan is refused', () => {
  it.each([
    [{ title: ' ' }, 'EMPTY', ['title']],
    [{ title: 'x'.repeat(121) }, 'TOO_LONG', ['title']],
    [{ note: 'x'.repeat(1_000_000) }, 'TOO_LONG', ['note']],
    [{ note: 'a\u0007b' }, 'INVALID_TEXT', ['note']],
    [{ steps: [] }, 'STEPS_OUT_OF_RANGE', ['steps']],
    [
      { steps: Array.from({ length: 31 }, () => ({ title: 'x', tagSlug: 'guitar' })) },
      'STEPS_OUT_OF_RANGE',
      ['steps'],
    ],
    [{ steps: [{ title: 'x' }] }, 'TOPIC_REQUIRED', ['steps', '0', 'tagSlug']],
    [{ steps: [{ title: '', tagSlug: 'guitar' }] }, 'EMPTY', ['steps', '0', 'title']],
    [{ steps: [{ title: 'x', tagSlug: 'no-such' }] }, 'UNKNOWN_TAG', ['steps', '0', 'tagSlug']],
    [
      { steps: [{ title: 'x', skillId: newId('skl') }] },
      'UNKNOWN_SKILL',
      ['steps', '0', 'skillId'],
    ],
    [
      { steps: [{ title: 'x', tagSlug: 'guitar', sessionId: newId('ses') }] },
      'UNKNOWN_SESSION',
      ['steps', '0', 'sessionId'],
    ],
    [
      { steps: [{ id: newId('lst'), title: 'x', tagSlug: 'guitar' }] },
      'UNKNOWN_STEP',
      ['steps', '0', 'id'],
    ],
  ])('%j', async (over, code, path) => {
    const { mentor, learner } = await acquainted();
    expect(await propose(mentor, learner, over)).toEqual(refusedAs(code, ...path));
    expect((await plansOf(learner)).plans).toEqual([]);
  });

  it('with a skill or a session of other people', async () => {
    const [{ mentor, learner }, other] = [await acquainted(), await acquainted()];
    const { id: skillId } = await people.teaches(other.mentor, 'Juggling');
    const steps = [
      { title: 'x', skillId },
      { title: 'x', tagSlug: 'guitar', sessionId: other.sessionId },
    ];
    expect(await propose(mentor, learner, { steps: steps.slice(0, 1) })).toEqual(
      refusedAs('UNKNOWN_SKILL', 'steps', '0', 'skillId'),
    );
    expect(await propose(mentor, learner, { steps: steps.slice(1) })).toEqual(
      refusedAs('UNKNOWN_SESSION', 'steps', '0', 'sessionId'),
    );
  });

  it('to nobody, to oneself, and to whoever has blocked the mentor, all in the same way', async () => {
    const { mentor, learner } = await acquainted();
    await world.tell('users', 'user.blocked', { blockerId: learner.id, blockedId: mentor.id });
    for (const nobody of [learner, mentor, aMember(), aMember({ id: 'ses_1' })]) {
      expect(await propose(mentor, nobody)).toEqual(refusedAs('NOT_FOUND', 'learnerId'));
    }
  });

  it('by those who are no mentors', async () => {
    const { mentor, learner } = await acquainted();
    const proposed = await done(propose(mentor, learner));
    const plain: Member = { ...mentor, roles: ['LEARNER'], scopes: [] };
    for (const viewer of [plain, anonymous]) {
      await expect(propose(viewer, learner)).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED/);
    }
    const input = { planId: proposed.id, expectedVersion: 1, ...written() };
    await expect(run(plain, 'updateLearningPlan', input)).rejects.toThrow('FORBIDDEN');
    expect((await plansOf(learner)).plans).toEqual([proposed]);
  });
});

describe('a plan of others', () => {
  it('looks like none to whoever is on no side of it, or on the other one', async () => {
    const [{ mentor, learner }, other] = [await acquainted(), await acquainted()];
    const proposed = await done(propose(mentor, learner));
    const input = { planId: proposed.id, expectedVersion: 1, ...written() };
    const notFound = refusedAs('NOT_FOUND', 'planId');
    expect(await answer(mentor, proposed)).toEqual(notFound);
    expect(await answer(other.learner, proposed)).toEqual(notFound);
    expect(await tick(mentor, proposed, 0)).toEqual(notFound);
    expect(await end(other.mentor, proposed)).toEqual(notFound);
    expect(await run(asMentor(learner), 'updateLearningPlan', input)).toEqual(notFound);
    expect((await plansOf(learner)).plans).toEqual([proposed]);
  });

  it('is hidden from whoever the other person has blocked, while the blocker can still end it', async () => {
    const { mentor, learner } = await acquainted();
    const active = await done(answer(learner, await done(propose(mentor, learner))));
    await world.tell('users', 'user.blocked', { blockerId: learner.id, blockedId: mentor.id });
    expect((await plansOf(mentor)).plans).toEqual([]);
    expect(await end(mentor, active)).toEqual(refusedAs('NOT_FOUND', 'planId'));
    expect(await done(end(learner, active))).toMatchObject({ status: 'ENDED' });
  });
});

describe('what a plan allows', () => {
  it('follows its state', async () => {
    const { mentor, learner } = await acquainted();
    const proposed = await done(propose(mentor, learner));
    const invalid = refusedAs('INVALID_STATE', 'planId');
    expect(await tick(learner, proposed, 0)).toEqual(invalid);
    const active = await done(answer(learner, proposed));
    expect(await answer(learner, active, false)).toEqual(invalid);
    const ended = await done(end(learner, active));
    const input = { planId: ended.id, expectedVersion: ended.version, ...written() };
    expect(await run(mentor, 'updateLearningPlan', input)).toEqual(invalid);
    expect(await tick(learner, ended, 0)).toEqual(invalid);
    expect(await end(mentor, ended)).toEqual(invalid);
  });

  it('is listed for both, a page at a time, the newest first', async () => {
    const { mentor, learner } = await acquainted();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const proposed = await done(propose(mentor, learner));
      await done(answer(learner, proposed, false));
      ids.unshift(proposed.id);
    }
    const first = await plansOf(mentor, { first: 2 });
    expect(first.pageInfo?.hasNextPage).toBe(true);
    const rest = await plansOf(mentor, { first: 2, after: first.pageInfo?.endCursor });
    expect([...first.plans, ...rest.plans].map(({ id }) => id)).toEqual(ids);
    expect((await plansOf(learner)).plans.map(({ id }) => id)).toEqual(ids);
  });
});
