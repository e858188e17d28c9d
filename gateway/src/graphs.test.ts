import { expect, test } from 'vitest';
import { serveGraphs } from './graphs.ts';

function createGraph(name: string) {
  return {
    name,
    isGiven: false,
    [Symbol.asyncDispose]() {
      this.isGiven = true;
      return Promise.resolve();
    },
  };
}

test('a graph is served until another one is loaded, and kept for what began on it', async () => {
  const [first, second] = [createGraph('first'), createGraph('second')];
  const retired: string[] = [];
  const graphs = serveGraphs({
    first,
    retire: ({ name }) => retired.push(name),
    lingerMilliseconds: 60_000,
  });
  const loading = Promise.withResolvers<typeof second>();
  const replaced = graphs.replace(() => loading.promise);
  expect(graphs.current().name).toBe('first');
  loading.resolve(second);
  await replaced;
  expect([graphs.current().name, retired, first.isGiven]).toEqual(['second', ['first'], false]);
  await graphs[Symbol.asyncDispose]();
  expect([first.isGiven, second.isGiven]).toEqual([true, true]);
});

test('a graph that is refused leaves the one before, and the next is tried', async () => {
  const graphs = serveGraphs({
    first: createGraph('first'),
    retire: () => undefined,
    lingerMilliseconds: 60_000,
  });
  const refused = graphs.replace(() => Promise.reject(new Error('no supergraph')));
  const loading = Promise.withResolvers<ReturnType<typeof createGraph>>();
  const accepted = graphs.replace(() => loading.promise);
  await expect(refused).rejects.toThrow('no supergraph');
  expect(graphs.current().name).toBe('first');
  loading.resolve(createGraph('second'));
  await accepted;
  expect(graphs.current().name).toBe('second');
  await graphs[Symbol.asyncDispose]();
});

test('a graph that nothing needs any more is given up', async () => {
  const first = createGraph('first');
  const graphs = serveGraphs({ first, retire: () => undefined, lingerMilliseconds: 1 });
  await graphs.replace(() => Promise.resolve(createGraph('second')));
  await expect.poll(() => first.isGiven).toBe(true);
  await graphs[Symbol.asyncDispose]();
});
