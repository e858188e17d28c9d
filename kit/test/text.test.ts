import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLanguage, isTimeZone, normaliseText, refuseText } from '../src/text.ts';

describe('people’s text', () => {
  it.each([
    ['', 'EMPTY'],
    [' \t\n ', 'EMPTY'],
    ['\u200B\u2060\uFEFF', 'EMPTY'],
    ['a\u0000b', 'INVALID_TEXT'],
    ['a\u001Bb', 'INVALID_TEXT'],
    ['a\u0085b', 'INVALID_TEXT'],
    ['a\uD800b', 'INVALID_TEXT'],
    ['a'.repeat(11), 'TOO_LONG'],
    ['a'.repeat(1_000_000), 'TOO_LONG'],
    ['a\tb\nc\r\n', null],
    ['😀'.repeat(10), null],
    ['😀'.repeat(11), 'TOO_LONG'],
    ['עברית', null],
  ])('%j is refused as %s', (text, refusal) => {
    expect(refuseText(text, 10)).toBe(refusal);
  });

  it('is judged without a throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect([null, 'EMPTY', 'TOO_LONG', 'INVALID_TEXT']).toContain(refuseText(text, 10));
      }),
    );
  });

  it('is stored composed, with line feeds, without outer white space', () => {
    expect(normaliseText('  Cafe\u0301\r\nau lait ')).toBe('Café\nau lait');
  });
});

describe('a time zone', () => {
  it.each(['Europe/Paris', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+3'])(
    'is %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(['', '+02:00', 'Europe/Nowhere', 'Europe/Paris\u0000', '../etc/passwd', 'x'.repeat(100)])(
    'is not %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

describe('a language', () => {
  it('is given in its canonical form', () => {
    expect(canonicalLanguage('FR-ca')).toBe('fr-CA');
    expect(canonicalLanguage('en')).toBe('en');
  });

  it.each(['', 'e', 'fr_FR', 'english language', 'x'.repeat(36), '{"$gt":""}'])(
    'is not %j',
    (tag) => {
      expect(canonicalLanguage(tag)).toBeNull();
    },
  );
});
