import { parse, print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPlannerSupergraph } from '../src/execution/planner-supergraph.ts';
import { startPlanner, type Planner } from '../src/planner/planner.ts';
import { toLoadable } from '../src/supergraph.ts';
import { composeToys, head } from './toy-supergraph.ts';

const { supergraphSdl } = composeToys([
  {
    name: 'users',
    sdl: `${head} type Query { name(of: Knot): String @public, names: [String!] @public }
      input Knot { knots: [Knot!] }`,
  },
]);
const loadable = toLoadable(supergraphSdl);
const data = {
  supergraphSdl: loadable,
  plannedSdl: print(toPlannerSupergraph(parse(loadable)).document),
};

let planner: Planner;
beforeAll(async () => {
  planner = await startPlanner(data);
});
afterAll(() => planner[Symbol.asyncDispose]());

test('the planner tells what clients see', () => {
  expect(planner.clientSdl).toContain('names: [String!]');
  expect(planner.clientSdl).not.toContain('join__');
});

test('operations are planned beside the thread that serves', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  const plans = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      planner.plan(`query Q${String(index)} { name names }`),
    ),
  );
  clearInterval(turning);
  expect(plans.map(({ node }) => node?.kind)).toEqual(plans.map(() => 'Fetch'));
  expect(turns).toBeGreaterThan(0);
});

test('an operation that cannot be planned fails alone', async () => {
  const [bad, good] = await Promise.allSettled([
    planner.plan('{ unknown }'),
    planner.plan('{ name }'),
  ]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});

test('more operations than can be planned in time are refused at once', async () => {
  const plans = Array.from({ length: 200 }, () => planner.plan('{ name }'));
  expect(() => planner.plan('{ name }')).toThrow('Too many new operations');
  await Promise.all(plans);
});

test('an operation that is never planned takes its thread along, and the next starts another', async () => {
  await using hasty = await startPlanner(data, 300);
  // The planner's time for a value doubles with each list in it.
  const endless = `{ name(of: ${'{ knots: ['.repeat(40)}{}${'] }'.repeat(40)}) }`;
  const [bad, behind] = await Promise.allSettled([hasty.plan(endless), hasty.plan('{ name }')]);
  expect([bad.status, behind.status]).toEqual(['rejected', 'rejected']);
  expect((await hasty.plan('{ name }')).node?.kind).toBe('Fetch');
});

test('a supergraph that is none stops the start', async () => {
  await expect(startPlanner({ ...data, supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow();
});
