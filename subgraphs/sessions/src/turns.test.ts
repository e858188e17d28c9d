import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
  it('run work for one person in order, also after a failure', async () => {
    const inTurn = createTurns();
    const done: number[] = [];
    let running = 0;
    const work = (number: number) => async () => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
      done.push(number);
      if (number === 2) throw new Error('failed');
    };
    const people = [['ada'], ['ada', 'bob'], ['bob', 'ada'], ['ada']];
    const results = await Promise.allSettled(
      people.map((userIds, at) => inTurn(userIds, work(at + 1))),
    );
    expect(done).toEqual([1, 2, 3, 4]);
    expect(results.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    ]);
  });

  it('do not make strangers wait for each other', async () => {
    const inTurn = createTurns();
    const endless = inTurn(['ada'], () => new Promise(() => undefined));
    expect(await inTurn(['bob'], () => Promise.resolve('done'))).toBe('done');
    expect(endless).toBeInstanceOf(Promise);
  });
});
