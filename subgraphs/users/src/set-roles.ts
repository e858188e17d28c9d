import type { Dependencies } from './dependencies.ts';
import { done, refusal, refused, type Outcome } from './refusal.ts';
import type { Role } from './roles.ts';
import type { User } from './user.ts';

/** Why roles are not changed. */
export type SetRolesRefusal = 'NOT_FOUND' | 'CANNOT_CHANGE_YOURSELF';

/** A change of roles; `byId` is who makes it, null for an operator at the terminal. */
export interface RolesChange {
  readonly byId: string | null;
  readonly userId: string;
  readonly roles: readonly Role[];
}

type Needs = Pick<Dependencies, 'transact' | 'users' | 'announceRevocation'>;

/**
 * Gives a person exactly these roles. Tokens that say otherwise are announced as revoked; the
 * log-ins stay, so that the person's devices get tokens with the new roles.
 */
export async function setRoles(
  { transact, users, announceRevocation }: Needs,
  { byId, userId, roles }: RolesChange,
): Promise<Outcome<User, SetRolesRefusal>> {
  // The last administrator cannot lock everybody out by accident.
  if (byId === userId) return refused(refusal('CANNOT_CHANGE_YOURSELF', 'userId'));
  const user = await transact(async (tx) => {
    const changed = await users.update(tx, userId, ['ACTIVE', 'SUSPENDED'], {
      roles: [...new Set(roles)],
    });
    if (changed !== null) {
      const { version } = changed;
      tx.emit('user.rolesChanged', { userId, version, roles: changed.roles });
    }
    return changed;
  });
  if (user === null) return refused(refusal('NOT_FOUND', 'userId'));
  await announceRevocation({ userId, authSessionId: null });
  return done(user);
}
