import { codedError, unauthorizedField } from '@skillswap/kit/errors';
import { hasScope, isSelf, requireMember, type Member, type Viewer } from '@skillswap/kit/viewer';

/** True for the person whose it is and for staff with the scope. */
export function canSee(viewer: Viewer, userId: string, scope: 'admin' | 'finance'): boolean {
  return isSelf(viewer, userId) || hasScope(viewer, scope);
}

/** Lets only those pass for whom {@link canSee} holds; a field that others may not read answers so. */
export function requireSight(viewer: Viewer, userId: string, scope: 'admin' | 'finance'): void {
  if (!canSee(viewer, userId, scope)) throw unauthorizedField();
}

/** The viewer as a member of the finance team, or FORBIDDEN. */
export function requireFinance(viewer: Viewer): Member {
  const member = requireMember(viewer);
  if (hasScope(member, 'finance')) return member;
  throw codedError('FORBIDDEN', 'This is for the finance team.');
}
