import { expect, it } from 'vitest';
import { createBatches } from './batches.ts';

it('what arrives during a batch is done together in the next, up to the maximum', async () => {
  const batches: number[][] = [];
  const double = createBatches(3, (items: readonly number[]) => {
    batches.push([...items]);
    return Promise.resolve(items.map((item) => item * 2));
  });
  const results = await Promise.all([1, 2, 3, 4, 5].map((item) => double('a', item)));
  expect(results).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

it('a batch that fails fails its items and nobody else', async () => {
  const run = createBatches(2, (items: readonly string[]) =>
    items.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(items),
  );
  const results = await Promise.allSettled(['a', 'bad', 'b', 'c'].map((item) => run('key', item)));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(await run('key', 'd')).toBe('d');
});

it('work of another key does not wait', async () => {
  const held = Promise.withResolvers<string[]>();
  const run = createBatches(2, (items: readonly string[]) =>
    items.includes('slow') ? held.promise : Promise.resolve(items),
  );
  const slow = run('a', 'slow');
  expect(await run('b', 'quick')).toBe('quick');
  held.resolve(['slow']);
  expect(await slow).toBe('slow');
});
