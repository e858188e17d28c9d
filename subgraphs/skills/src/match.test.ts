import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, newId } from '@skillswap/kit/id';
import { byRank } from './find-matches.ts';
import { matchIdOf, statusFor } from './match.ts';

it('two people have one match id, whoever asks, and no other pair has it', () => {
  const [ada, bob, carol] = [newId('usr'), newId('usr'), newId('usr')];
  expect(matchIdOf(ada, bob)).toBe(matchIdOf(bob, ada));
  expect(matchIdOf(ada, bob)).not.toBe(matchIdOf(ada, carol));
  expect(isId('mat', matchIdOf(ada, bob))).toBe(true);
});

describe('the status from ada’s side', () => {
  it.each([
    ['nobody said anything', [], [], false, 'SUGGESTED'],
    ['only bob is interested', ['bob'], [], false, 'SUGGESTED'],
    ['bob has put it aside', [], ['bob'], false, 'SUGGESTED'],
    ['ada is interested', ['ada'], [], false, 'INTERESTED'],
    ['ada is interested and bob has put it aside', ['ada'], ['bob'], false, 'INTERESTED'],
    ['ada has put it aside', [], ['ada'], false, 'PASSED'],
    ['both are interested', ['ada', 'bob'], [], true, 'MUTUAL'],
  ] as const)('when %s', (_case, interestedBy, passedBy, mutual, status) => {
    const mutualAt = mutual ? new Date(0) : null;
    const pair = {
      id: 'mat_1',
      userIds: ['ada', 'bob'] as const,
      interestedBy,
      passedBy,
      snoozes: [],
      mutualAt,
    };
    expect(statusFor(pair, 'ada')).toBe(status);
  });
});

it('the ranking is a total order: any cut into pages reads everything once', () => {
  const ranked = fc.uniqueArray(
    fc.record({ score: fc.nat(5), id: fc.string({ minLength: 1, maxLength: 3 }) }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  fc.assert(
    fc.property(ranked, fc.integer({ min: 1, max: 7 }), (matches, size) => {
      const sorted = matches.toSorted(byRank);
      expect(matches.toReversed().toSorted(byRank)).toEqual(sorted);
      const read: typeof matches = [];
      for (let page = sorted.slice(0, size); page.length > 0;) {
        read.push(...page);
        const last = page.at(-1);
        if (last === undefined) break;
        page = matches
          .filter((match) => byRank(match, last) > 0)
          .sort(byRank)
          .slice(0, size);
      }
      expect(read).toEqual(sorted);
    }),
  );
});
