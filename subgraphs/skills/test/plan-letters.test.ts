import { newId } from '@skillswap/kit/id';
import { eventually } from '@skillswap/kit/test/testkit';
import type { Member } from '@skillswap/kit/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planLetter } from '../src/tell-of-plan.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
beforeAll(async () => {
  world = await openSkillsWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const plan = z.object({ learningPlan: z.object({ id: z.string(), version: z.number() }) });

async function run(viewer: Member, name: string, type: string, input: object) {
  const mutation = `mutation ($input: ${type}!) {
    ${name}(input: $input) { learningPlan { id version } userErrors { code } }
  }`;
  const { data } = await world.as(viewer).execute(mutation, { input });
  return plan.parse(data?.[name]).learningPlan;
}

/** Gives somebody an address. */
function reach({ id }: Member, displayName: string, preferredLanguage: string | null = null) {
  const email = `${id}@x.example`;
  world.addresses.set(id, { state: 'ACTIVE', email, displayName, preferredLanguage });
}
const lettersTo = ({ id }: Member) => world.mails.filter(({ to }) => to === `${id}@x.example`);

/** A mentor, a learner who cannot be written to yet, and a plan that was proposed. */
async function aProposedPlan() {
  const [mo, learner] = [await world.signUp(), await world.signUp()];
  const mentor: Member = { ...mo, roles: ['MENTOR'], scopes: ['mentoring'] };
  reach(mentor, 'Mo');
  const ids = { teacherId: mentor.id, learnerId: learner.id };
  await world.tell('sessions', 'session.done', { sessionId: newId('ses'), skillId: null, ...ids });
  const { id, version } = await run(mentor, 'proposeLearningPlan', 'ProposeLearningPlanInput', {
    ...{ learnerId: learner.id, title: 'To a song' },
    steps: [{ title: 'Hold the guitar', tagSlug: 'guitar' }],
  });
  await allIsSent();
  return { mentor, learner, id, version };
}

/** As the product reads it: a plain read sees a commit before those who read by majority do. */
const allIsSent = () =>
  eventually(async () => {
    expect(await world.runtime.dueWork.dueSince(new Date())).toBeNull();
  });

/** Lets the letter's turn come, as after a crash that came before its end was noted. */
async function letItsTurnCome(planId: string): Promise<void> {
  const work = { key: `${planLetter}:${planId}`, kind: planLetter, payload: { planId } };
  await world.runtime.transact(({ session }) =>
    world.runtime.dueWork.plan(session, { ...work, dueAt: new Date() }),
  );
  await allIsSent();
}

describe('a letter about a learning plan', () => {
  it.each([
    [null, 'Mo proposes a learning plan to you', 'Hello Lea,'],
    ['fr-CA', 'Mo vous propose un plan d’apprentissage', 'Bonjour Lea,'],
  ])('goes to its learner once, in their language (%s)', async (language, subject, greeting) => {
    const { mentor, learner, id } = await aProposedPlan();
    expect(lettersTo(learner)).toEqual([]);
    reach(learner, 'Lea', language);
    await letItsTurnCome(id);
    await letItsTurnCome(id);
    const [letter, ...more] = lettersTo(learner);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: 'LEARNING_PLAN_PROPOSED', subject });
    expect(letter?.text).toContain(greeting);
    expect(letter?.text).toContain('To a song');
    expect(letter?.text).toContain(`https://app.example/learning-plans/${id}`);
    expect(lettersTo(mentor)).toEqual([]);
  });

  it('does not go out when the plan was taken back', async () => {
    const { mentor, learner, id, version } = await aProposedPlan();
    const input = { planId: id, expectedVersion: version };
    await run(mentor, 'endLearningPlan', 'EndLearningPlanInput', input);
    reach(learner, 'Lea');
    await letItsTurnCome(id);
    expect(lettersTo(learner)).toEqual([]);
  });

  it('does not go out between people of whom one has blocked the other', async () => {
    const { mentor, learner, id } = await aProposedPlan();
    await world.tell('users', 'user.blocked', { blockerId: learner.id, blockedId: mentor.id });
    reach(learner, 'Lea');
    await letItsTurnCome(id);
    expect(lettersTo(learner)).toEqual([]);
  });
});
