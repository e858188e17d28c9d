import type { Dependencies } from './dependencies.ts';
import { refusePassword, type PasswordRefusal } from './password.ts';
import type { User } from './user.ts';

/** Why a new password is refused, by its own form or by the list of stolen ones. */
export type NewPasswordRefusal = PasswordRefusal | 'PASSWORD_BREACHED';

/** Judges the new password of somebody who has an account. */
export async function refuseNewPassword(
  { isBreachedPassword }: Pick<Dependencies, 'isBreachedPassword'>,
  password: string,
  { email, displayName }: Pick<User, 'email' | 'displayName'>,
): Promise<NewPasswordRefusal | null> {
  const personal = [email, email.split('@', 1)[0] ?? '', displayName];
  const refused = refusePassword(password, personal);
  if (refused !== null) return refused;
  return (await isBreachedPassword(password)) ? 'PASSWORD_BREACHED' : null;
}
