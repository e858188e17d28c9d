import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLabel, searchWords } from './label.ts';

describe('labels are compared without', () => {
  it.each([
    ['case', 'GUITARE', 'guitare'],
    ['accents', 'Échecs', 'Echecs'],
    ['accents written apart', 'E\u0301checs', 'Échecs'],
    ['repeated spaces', '  web \t development ', 'web development'],
    ['invisible characters', 'gui\u200Btar', 'guitar'],
    ['the shape of apostrophes', 'jeu d’échecs', "jeu d'échecs"],
    ['the width of letters', 'ｐｉａｎｏ', 'piano'],
  ])('%s', (_what, one, other) => {
    expect(normaliseLabel(one)).toBe(normaliseLabel(other));
  });

  it('keeps what distinguishes', () => {
    expect(normaliseLabel('C#')).not.toBe(normaliseLabel('C++'));
    expect(normaliseLabel('中文')).not.toBe(normaliseLabel('日本語'));
  });
});

it.each(['grapheme', 'binary'] as const)('normalising twice changes nothing (%s)', (unit) => {
  fc.assert(
    fc.property(fc.string({ unit }), (label) => {
      const once = normaliseLabel(label);
      expect(normaliseLabel(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

it('search words hold no operator of a text search', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const word of searchWords(text)) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
  expect(searchWords('-guitar "piano  forte"')).toEqual(['guitar', 'piano', 'forte']);
});
