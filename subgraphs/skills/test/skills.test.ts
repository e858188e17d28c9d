import { defineSubgraphSuite } from '../../../kit/test/subgraph-suite.ts';
import { openSkillsWorld } from './skills-fixture.ts';

defineSubgraphSuite('skills', async () => {
  const world = await openSkillsWorld();
  return { ...world.running, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
});
