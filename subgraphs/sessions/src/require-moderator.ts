import { codedError } from '@skillswap/kit/errors';
import { hasScope, requireMember, type Member, type Viewer } from '@skillswap/kit/viewer';

/** The viewer as a moderator; FORBIDDEN for other members. */
export function requireModerator(viewer: Viewer): Member {
  const member = requireMember(viewer);
  if (hasScope(member, 'moderation')) return member;
  throw codedError('FORBIDDEN', 'Only moderators may do this.');
}
