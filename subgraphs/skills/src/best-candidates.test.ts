import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestCandidates, type Answering } from './best-candidates.ts';
import { placeOnCircle } from './person.ts';

const looking = { viewerId: 'usr_viewer', without: [], limit: 10 };
const list = (type: Answering['type'], ...userIds: string[]): Answering => ({
  type,
  userIds,
  circles: userIds.map(placeOnCircle),
});

it('whoever teaches and learns comes before whoever answers more one way', () => {
  const lists = [list('TEACH', 'ada', 'bob'), list('TEACH', 'ada'), list('LEARN', 'bob')];
  expect(bestCandidates(lists, looking)).toEqual(['bob', 'ada']);
});

it('whoever answers more comes first among equals', () => {
  const lists = [list('LEARN', 'ada', 'bob'), list('LEARN', 'bob')];
  expect(bestCandidates(lists, looking)).toEqual(['bob', 'ada']);
});

it('nobody is among them who is to be left out', () => {
  const lists = [list('TEACH', 'ada', 'bob')];
  expect(bestCandidates(lists, { ...looking, without: ['ada', 'carol'] })).toEqual(['bob']);
});

it('a place that the store does not have is known all the same', () => {
  const people = ['ada', 'bob', 'carol', 'dan', 'eve'];
  const without = { ...list('TEACH', ...people), circles: people.map(() => null) };
  expect(bestCandidates([without], looking)).toEqual(
    bestCandidates([list('TEACH', ...people)], looking),
  );
});

it('a shorter list is the beginning of a longer one, in whatever order they were read', () => {
  const person = fc.integer({ min: 0, max: 30 }).map((number) => `usr_${String(number)}`);
  const lists = fc.array(
    fc
      .record({
        type: fc.constantFrom('TEACH', 'LEARN'),
        userIds: fc.uniqueArray(person, { maxLength: 20 }),
      })
      .map(({ type, userIds }) => list(type, ...userIds)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lists, fc.nat(20), (read, limit) => {
      const whole = bestCandidates(read, { ...looking, limit: 1_000 });
      expect(bestCandidates(read.toReversed(), { ...looking, limit })).toEqual(
        whole.slice(0, limit),
      );
      expect(new Set(whole)).toEqual(new Set(read.flatMap(({ userIds }) => userIds)));
    }),
  );
});
