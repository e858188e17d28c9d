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

type Needs = Pick<Dependencies, 'transact' | 'users' | 'revocations' | 'announceRevocations'>;

/**
 * Gives a person exactly these roles. Tokens that say otherwise are announced as revoked; the
 * log-ins stay, so that the person's devices get tokens with the new roles.
 */
export async function setRoles(
  { transact, users, revocations, announceRevocations }: Needs,
  { byId, userId, roles }: RolesChange,
): Promise<Outcome<User, SetRolesRefusal>> {
  // The last administrator cannot lock everybody out by accident.
  if (byId === userId) return refused(refusal('CANNOT_CHANGE_YOURSELF', 'userId'));
  const user = await transact(async (tx) => {
    const changed = await users.update(tx, userId, ['ACTIVE', 'SUSPENDED'], {
      roles: [...new Set(roles)],
    });
    if (changed !== null) {
      const current = { userId, version: changed.version, roles: changed.roles };
      tx.emit('user.rolesChanged', current);
      await revocations.addRoles(tx, current);
    }
    return changed;
  });
  if (user === null) return refused(refusal('NOT_FOUND', 'userId'));
  const { version, roles: current } = user;
  await announceRevocations({ authSessionIds: [], roles: [{ userId, version, roles: current }] });
  return done(user);
}
