import { describe, expect, it } from 'vitest';
import { refusePassword } from './password.ts';

describe('a password', () => {
  it.each(['correct horse', '😀😀😀🙈🙉🙊🐒🐵', '        x', 'Ünïcödé-пароль', 'ab'.repeat(500)])(
    'may be %j',
    (password) => {
      expect(refusePassword(password, [])).toBeNull();
    },
  );

  it.each([
    ['1234567', 'PASSWORD_TOO_SHORT'],
    ['😀😀😀😀😀😀😀', 'PASSWORD_TOO_SHORT'],
    ['ab'.repeat(501), 'PASSWORD_TOO_LONG'],
    ['password', 'PASSWORD_TOO_COMMON'],
    ['PassWord1', 'PASSWORD_TOO_COMMON'],
    ['zzzzzzzzzzzz', 'PASSWORD_TOO_COMMON'],
    ['Ada@Example.org', 'PASSWORD_TOO_COMMON'],
  ])('may not be %j', (password, refusal) => {
    expect(refusePassword(password, ['ada@example.org'])).toBe(refusal);
  });
});
