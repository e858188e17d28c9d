import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOnCircle } from '../src/person.ts';
import { createOperations } from './operations.ts';
import { openSkillsWorld, type SkillsWorld } from './skills-fixture.ts';

let world: SkillsWorld;
let people: ReturnType<typeof createOperations>;
beforeAll(async () => {
  world = await openSkillsWorld({ candidateLimit: 10 });
  people = createOperations(world);
});
afterAll(() => world[Symbol.asyncDispose]());

it('everybody in a crowd is suggested to those whom they follow on the circle', async () => {
  const teachers = await world.signUps(40);
  await Promise.all(teachers.map((teacher) => people.teaches(teacher, 'guitar')));
  const learners = await world.signUps(3);
  for (const learner of learners) {
    await people.learns(learner, 'guitar');
    const start = placeOnCircle(learner.id);
    const ahead = ({ id }: { id: string }) => (placeOnCircle(id) - start + 65_536) % 65_536;
    const next = teachers.toSorted((a, b) => ahead(a) - ahead(b)).slice(0, 10);
    const suggested = (await people.matchesOf(learner)).map(({ user }) => user?.id);
    expect(suggested.toSorted()).toEqual(next.map(({ id }) => id).toSorted());
  }
});

it('whoever fits both ways comes before a crowd that fits one way', async () => {
  const [ada, bob] = [await world.signUp(), await world.signUp()];
  for (const teacher of await world.signUps(20)) await people.teaches(teacher, 'piano');
  await people.teaches(bob, 'piano');
  await people.learns(bob, 'Icelandic');
  await people.learns(ada, 'piano');
  await people.teaches(ada, 'Icelandic');
  const [first] = await people.matchesOf(ada);
  expect(first?.user?.id).toBe(bob.id);
});
