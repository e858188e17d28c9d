import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('work of one key runs one after the other, also after a failure', async () => {
  const takeTurns = createTurns();
  const log: string[] = [];
  const step = (name: string, fails: boolean) => async () => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const results = await Promise.allSettled([
    takeTurns('a', step('1', true)),
    takeTurns('a', step('2', false)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(log).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
});

it('work of another key does not wait', async () => {
  const takeTurns = createTurns();
  const held = Promise.withResolvers<undefined>();
  const first = takeTurns('a', () => held.promise);
  expect(await takeTurns('b', () => Promise.resolve(1))).toBe(1);
  held.resolve(undefined);
  await first;
});
