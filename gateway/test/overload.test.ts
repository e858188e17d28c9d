import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPlaces } from '../src/overload.ts';
import { Refusal } from '../src/refusal.ts';
import { head, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

describe('places', () => {
  const limits = { requests: 3, delayMilliseconds: 100, undisturbed: 1 };

  test('are as many as there are, and free again when somebody leaves, once', () => {
    using places = createPlaces(limits);
    const leave = places.enter();
    places.enter();
    places.enter();
    expect(() => places.enter()).toThrow(Refusal);
    leave();
    leave();
    places.enter();
    expect(() => places.enter()).toThrow(Refusal);
  });

  test('are fewer the later the loop is, but for the first', () => {
    vi.useFakeTimers();
    let late = 0;
    let chance = 0;
    using places = createPlaces(limits, {
      now: () => performance.now() + late,
      random: () => chance,
    });
    // Each turn comes that much later than the one before.
    const turns = (milliseconds: number) => {
      for (let count = 0; count < 20; count += 1) {
        late += milliseconds;
        vi.advanceTimersByTime(20);
      }
    };
    places.enter();
    turns(150);
    chance = 0.4;
    expect(() => places.enter()).toThrow(Refusal);
    chance = 0.6;
    places.enter()();
    turns(0);
    chance = 0;
    places.enter();
    vi.useRealTimers();
  });
});

const users = {
  name: 'users',
  sdl: `${head} type Query { viewer: String @public }`,
  resolvers: { Query: { viewer: () => 'ada' } },
};

describe('a gateway that has as much to do as it can', () => {
  let graph: ToySupergraph;
  beforeAll(async () => {
    const overloadLimits = { requests: 2, delayMilliseconds: 1_000, undisturbed: 2 };
    graph = await startToySupergraph([users], { overloadLimits });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('refuses what comes on top with 503, at once, and goes on with the rest', async () => {
    const held: (() => void)[] = [];
    const subgraph = graph.subgraph('users');
    subgraph.answerWith = (_request, response) => {
      held.push(() => response.writeHead(200).end('{"data":{"viewer":"ada"}}'));
    };
    // Not equal, so that they do not share one answer.
    const running = ['a', 'b'].map((name) => graph.post(`query ${name} { ${name}: viewer }`));
    await expect.poll(() => held.length).toBe(2);
    const { status, headers, body } = await graph.post('{ viewer }');
    expect([status, headers.get('retry-after'), body.data]).toEqual([503, '1', undefined]);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' });
    subgraph.answerWith = null;
    for (const answer of held) answer();
    expect((await Promise.all(running)).map((answer) => answer.status)).toEqual([200, 200]);
    expect((await graph.post('{ viewer }')).status).toBe(200);
  });

  test('counts what it refuses', async () => {
    await graph.post('{ nothing }');
    await fetch(new URL('/nowhere', graph.url));
    const metrics = await (await fetch(`${graph.gateway.internalUrl}/metrics`)).text();
    expect(metrics).toContain('gateway_refusals_total{code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(metrics).toContain('gateway_refusals_total{code="NOT_FOUND"} 1');
  });
});
