import { encodeCursor, toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import type { GroupConversation, Membership } from './conversation.ts';
import { roleOf, type GroupRole } from './group.ts';
import type { MembershipRepository } from './membership-repository.ts';

/** Keeps the cursors of participants apart from those of other lists. */
export const participantCursorKind = 'participant';

/** A member of a group with what they may do there. */
export interface Participant extends Membership {
  readonly role: GroupRole;
}

/** A participant's place: people stand in the order of their ids, which never changes. */
export function participantCursor({ userId }: Participant): string {
  return encodeCursor(participantCursorKind, [userId]);
}

/** Reads the part of a cursor; null when it names no place. */
export function parseParticipantPlace([userId]: (string | number)[]): string | null {
  return typeof userId === 'string' ? userId : null;
}

/** A page of a group's participants. */
export async function listParticipants(
  memberships: MembershipRepository,
  group: GroupConversation,
  { limit, after }: PageRequest<string>,
): Promise<Page<Participant>> {
  const following = group.memberIds.toSorted().filter((id) => after === null || id > after);
  const page = toPage(following.slice(0, limit + 1), limit);
  const conversationId = group.id;
  const found = await memberships.findOfMembers([{ conversationId, userIds: page.rows }]);
  const byId = new Map(found.map((membership) => [membership.userId, membership]));
  const unread = { conversationId, readSeq: 0, othersRead: 0, deliveredSeq: 0 };
  const rows = page.rows.map((userId) => ({
    ...unread,
    ...byId.get(userId),
    userId,
    role: roleOf(group, userId),
  }));
  return { ...page, rows };
}
