import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './email-address.ts';

describe('an e-mail address', () => {
  it.each([
    ['Ada@Example.ORG', 'ada@example.org'],
    ['  ada@example.org\n', 'ada@example.org'],
    ['ada.l+swap@mail.example.co.uk', 'ada.l+swap@mail.example.co.uk'],
    ['ada@exämple.org', 'ada@xn--exmple-cua.org'],
    ['ade\u0301@example.org', 'adé@example.org'],
  ])('%j is kept as %j', (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  it.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@-a.org',
    'ada@a..org',
    'ada lovelace@example.org',
    'ada@example.org\r\nBcc: bob@example.org',
    'a@b@example.org',
    '.ada@example.org',
    'ada\u200B@example.org',
    'ada\uD800@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.org`,
  ])('is not %j', (text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  it('has one form, which stays', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const address = normaliseEmail(text);
        if (address === null) return;
        expect(normaliseEmail(address)).toBe(address);
        expect(normaliseEmail(text.toUpperCase())).toBe(address);
      }),
    );
  });

  it('is found or refused in any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([null, 'string']).toContain(
          normaliseEmail(text) === null ? null : typeof normaliseEmail(text),
        );
      }),
    );
  });
});
