import { expect, it } from 'vitest';
import { createBatches } from './batches.ts';

it('what arrives during a batch is done together in the next, up to the maximum', async () => {
  const batches: number[][] = [];
  const double = createBatches(3, (items: readonly number[]) => {
    batches.push([...items]);
    return Promise.resolve(items.map((item) => item * 2));
  });
  const results = await Promise.all([1, 2, 3, 4, 5].map(double));
  expect(results).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

it('a batch that fails fails its items and nobody else', async () => {
  const run = createBatches(2, (items: readonly string[]) =>
    items.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(items),
  );
  const results = await Promise.allSettled(['a', 'bad', 'b', 'c'].map(run));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(await run('d')).toBe('d');
});

it('an item may fail by itself', async () => {
  const run = createBatches(3, (items: readonly string[]) =>
    Promise.resolve(
      items.map((item) =>
        item === 'bad' ? Promise.reject<string>(new Error('bad')) : Promise.resolve(item),
      ),
    ),
  );
  const results = await Promise.allSettled(['a', 'bad', 'b'].map(run));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('work of another key does not wait', async () => {
  const held = Promise.withResolvers<string[]>();
  const run = createBatches(
    2,
    (items: readonly string[]) => (items.includes('slow') ? held.promise : Promise.resolve(items)),
    (item) => item,
  );
  const slow = run('slow');
  expect(await run('quick')).toBe('quick');
  held.resolve(['slow']);
  expect(await slow).toBe('slow');
});

it('the next batch does not wait for a result that is only promised', async () => {
  const held = Promise.withResolvers<string>();
  const run = createBatches(1, (items: readonly string[]) =>
    Promise.resolve(items.map((item) => (item === 'slow' ? held.promise : item))),
  );
  const slow = run('slow');
  expect(await run('quick')).toBe('quick');
  held.resolve('late');
  expect(await slow).toBe('late');
});
