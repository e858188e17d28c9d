import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atEndOfTurn } from './end-of-turn.ts';

test('what is asked for in a turn happens at its end, in order, with what is asked for on the way', async () => {
  const happened: string[] = [];
  const noting = (what: string) => () => {
    happened.push(what);
  };
  atEndOfTurn(() => {
    happened.push('first');
    atEndOfTurn(noting('on the way'));
  });
  await Promise.resolve();
  atEndOfTurn(noting('second'));
  expect(happened).toEqual([]);
  await turn();
  expect(happened).toEqual(['first', 'second', 'on the way']);
  atEndOfTurn(noting('in the next turn'));
  await turn();
  expect(happened.at(-1)).toBe('in the next turn');
});
