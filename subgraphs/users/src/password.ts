import { isCommonPassword } from './common-passwords.ts';

/** Why a password is refused. */
export type PasswordRefusal = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_COMMON';

const minimum = 8;
const maximum = 1_000;

/** The form in which a password is hashed: the same keys pressed on any device give the same text. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Judges a new password by length and by how soon it would be guessed; `personal` holds what the
 * guesser knows, such as the address. Which kinds of characters it has is nobody's business.
 */
export function refusePassword(
  password: string,
  personal: readonly string[],
): PasswordRefusal | null {
  if (password.length > maximum * 2) return 'PASSWORD_TOO_LONG';
  const length = Array.from(password).length;
  if (length < minimum) return 'PASSWORD_TOO_SHORT';
  if (length > maximum) return 'PASSWORD_TOO_LONG';
  const lower = normalisePassword(password).toLowerCase();
  const known = personal.some((text) => text.toLowerCase() === lower);
  return known || isCommonPassword(lower) ? 'PASSWORD_TOO_COMMON' : null;
}
