import { readFileSync } from 'node:fs';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode } from '@apollo/query-planner';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { toLoadable } from '../gateway/src/supergraph.ts';
import { AddSkill, Home } from './journey/documents.ts';
import { Person, refuseNothing } from './journey/person.ts';
import { endpointOf, somebody } from './stage.ts';

const system = inject('system');
const endpoint = endpointOf(system);
const ada = new Person(endpoint, somebody('Ada'));

beforeAll(() => ada.signUp());
afterAll(() => ada[Symbol.asyncDispose]());

describe('the home screen', () => {
  it('is planned in at most 18 fetches and 5 stages', () => {
    const supergraph = readFileSync(
      new URL('../schema/supergraph.graphql', import.meta.url),
      'utf8',
    );
    const loaded = Supergraph.build(toLoadable(supergraph));
    const operation = operationFromDocument(loaded.apiSchema(), Home);
    const { node } = new QueryPlanner(loaded).buildQueryPlan(operation);
    if (node?.kind === 'Subscription') throw new Error('the home screen is a query');
    expect(node && fetches(node)).toBeLessThanOrEqual(18);
    expect(node && stages(node)).toBeLessThanOrEqual(5);
  });

  it('costs as many requests with ten matches as with one', async () => {
    const topic = crypto.randomUUID();
    await teach(ada, `Chess ${topic}`, 'LEARN');
    const counts = new Map<number, number>();
    for (let matches = 1; matches <= 10; matches += 1) {
      await using peer = new Person(endpoint, somebody('Bob'));
      await peer.signUp();
      await teach(peer, `Chess ${topic}`, 'TEACH');
      await expect.poll(async () => (await home()).matches, { timeout: 10_000 }).toBe(matches);
      const before = await requestsToSubgraphs();
      await home();
      counts.set(matches, (await requestsToSubgraphs()) - before);
    }
    expect(counts.get(10)).toBe(counts.get(1));
    expect(counts.get(10)).toBeLessThanOrEqual(18);
  });
});

async function teach(person: Person, label: string, type: 'TEACH' | 'LEARN'): Promise<void> {
  const { addSkill } = await person.mutate(AddSkill, {
    input: { type, label, level: 'BEGINNER', languages: ['en'], modes: ['REMOTE'] },
  });
  refuseNothing(addSkill.userErrors);
}

async function home(): Promise<{ matches: number }> {
  const { viewer } = await ada.query(Home, {});
  return { matches: viewer?.matches?.edges.length ?? 0 };
}

/** How many requests the gateway has sent to subgraphs so far. */
async function requestsToSubgraphs(): Promise<number> {
  const metrics = await (await fetch(`${system.internalOrigin}/metrics`)).text();
  const counts = metrics.matchAll(/^gateway_subgraph_fetch_seconds_count\{.*\} (\d+)$/gm);
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

function fetches(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return fetches(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, child) => sum + fetches(child), 0);
    case 'Condition':
    case 'Defer':
      throw new Error(`the home screen needs no ${node.kind}`);
  }
}

/** How many fetches wait for each other. */
function stages(node: PlanNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Flatten':
      return stages(node.node);
    case 'Sequence':
      return node.nodes.reduce((sum, child) => sum + stages(child), 0);
    case 'Parallel':
      return Math.max(...node.nodes.map(stages));
    case 'Condition':
    case 'Defer':
      throw new Error(`the home screen needs no ${node.kind}`);
  }
}
