import { expect, it } from 'vitest';
import { isId, newId } from '@skillswap/kit/id';

it('ids are well formed, ascend and never come twice, within a millisecond and across them', async () => {
  const ids: string[] = [];
  for (let burst = 0; burst < 300; burst++) {
    ids.push(newId('msg'), newId('msg'));
    if (burst % 30 === 0) await new Promise(setImmediate);
  }
  expect(ids.every((id) => isId('msg', id))).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it('ids of different moments share nothing but the time', async () => {
  const randoms = new Set<string>();
  for (let moment = 0; moment < 10; moment++) {
    randoms.add(newId('msg').slice(-16));
    const before = Date.now();
    while (Date.now() === before) await new Promise(setImmediate);
  }
  expect(randoms.size).toBe(10);
});
