import { codedError } from '@skillswap/kit/errors';
import { hasScope, requireMember, type Member, type Viewer } from '@skillswap/kit/viewer';

/** The viewer as an administrator, or UNAUTHENTICATED or FORBIDDEN. */
export function requireAdmin(viewer: Viewer): Member {
  const member = requireMember(viewer);
  if (hasScope(member, 'admin')) return member;
  throw codedError('FORBIDDEN', 'Only administrators may do this.');
}
