import { normaliseText, refuseText, type TextRefusal } from '@skillswap/kit/text';
import type { Conversation, GroupConversation } from './conversation.ts';

/** What somebody may do in a group. The owner is an administrator, too. */
export type GroupRole = 'OWNER' | 'ADMIN' | 'MEMBER';

/** Somebody has come, gone, or may do something else than before. */
export interface MembershipChange {
  readonly kind: 'JOINED' | 'LEFT' | 'REMOVED' | 'ROLE_CHANGED';
  readonly userId: string;
  /** Who did it; the person themselves when they left. */
  readonly actorId: string;
  /** What they may do from then on; null for those who have gone. */
  readonly role: GroupRole | null;
}

/** Something about a group that is told as one event. */
export type GroupChange = MembershipChange | { readonly kind: 'RENAMED' };

/** What a change makes of a group, and as which events it is told; none when nothing changes. */
export type GroupOutcome<Refusal> =
  | { readonly group: GroupConversation; readonly changes: GroupChange[]; readonly refusal: null }
  | { readonly group: null; readonly refusal: Refusal };

/** How many people a group has at most. */
export const mostMembers = 100;

const longestTitle = 100;

/** Judges a title as it comes and as it would be stored. */
export function refuseTitle(title: string): TextRefusal | null {
  return refuseText(title, longestTitle) ?? refuseText(normaliseText(title), longestTitle);
}

/** True for conversations that people join and leave. */
export function isGroup(conversation: Conversation): conversation is GroupConversation {
  return conversation.kind === 'GROUP' || conversation.kind === 'ANNOUNCEMENT';
}

/** The role of a member. */
export function roleOf({ ownerId, adminIds }: GroupConversation, memberId: string): GroupRole {
  if (memberId === ownerId) return 'OWNER';
  return adminIds.includes(memberId) ? 'ADMIN' : 'MEMBER';
}

/** True unless only administrators write here and the member is none. */
export function mayWrite(conversation: Conversation, memberId: string): boolean {
  return conversation.kind !== 'ANNOUNCEMENT' || conversation.adminIds.includes(memberId);
}

/** The number after which a member sees the conversation: what was before they came is not theirs. */
export function visibleAfter(conversation: Conversation, memberId: string): number {
  return isGroup(conversation) ? (conversation.joinedSeqs[memberId] ?? 0) : 0;
}

/** How many members of a group are shown with it, whoever is beyond is paged through. */
const mostShown = 10;

/** The members that are shown with a conversation, the viewer among them. */
export function shownMembers(conversation: Conversation, viewerId: string): readonly string[] {
  const { memberIds } = conversation;
  if (memberIds.length <= mostShown) return memberIds;
  const first = memberIds.slice(0, mostShown);
  return first.includes(viewerId) ? first : [...first.slice(0, -1), viewerId];
}

/** Brings in people; those who are there already stay as they are. */
export function addMembers(
  group: GroupConversation,
  actorId: string,
  userIds: readonly string[],
): GroupOutcome<'NOT_ALLOWED' | 'TOO_MANY_MEMBERS'> {
  if (!group.adminIds.includes(actorId)) return refused('NOT_ALLOWED');
  const added = [...new Set(userIds)].filter((id) => !group.memberIds.includes(id));
  const memberIds = [...group.memberIds, ...added];
  if (memberIds.length > mostMembers) return refused('TOO_MANY_MEMBERS');
  const joined = added.map((id, index) => [id, group.lastSeq + index] as const);
  const joinedSeqs = { ...group.joinedSeqs, ...Object.fromEntries(joined) };
  const changes = added.map(
    (userId) => ({ kind: 'JOINED', userId, actorId, role: 'MEMBER' }) as const,
  );
  return { group: { ...group, memberIds, joinedSeqs }, changes, refusal: null };
}

/** Sends somebody away: an administrator a member, the owner anybody. Nobody sends away the owner. */
export function removeMember(
  group: GroupConversation,
  actorId: string,
  userId: string,
): GroupOutcome<'NOT_FOUND' | 'NOT_ALLOWED'> {
  if (!group.adminIds.includes(actorId)) return refused('NOT_ALLOWED');
  if (!group.memberIds.includes(userId)) return refused('NOT_FOUND');
  const isProtected = group.adminIds.includes(userId) && actorId !== group.ownerId;
  if (isProtected || userId === actorId) return refused('NOT_ALLOWED');
  const change = { kind: 'REMOVED', userId, actorId, role: null } as const;
  return { group: without(group, userId), changes: [change], refusal: null };
}

/**
 * Lets somebody go. An owner's place falls to the administrator who has been there longest, without
 * one to the member who has; a group that nobody is left in has none.
 */
export function leave(group: GroupConversation, userId: string): GroupOutcome<never> {
  const left = { kind: 'LEFT', userId, actorId: userId, role: null } as const;
  const remaining = without(group, userId);
  if (userId !== group.ownerId) return { group: remaining, changes: [left], refusal: null };
  const byStay = remaining.memberIds;
  const heirId = byStay.find((id) => remaining.adminIds.includes(id)) ?? byStay[0] ?? null;
  if (heirId === null) return { group: remaining, changes: [left], refusal: null };
  const risen = { kind: 'ROLE_CHANGED', userId: heirId, actorId: userId, role: 'OWNER' } as const;
  return { group: withOwner(remaining, heirId), changes: [left, risen], refusal: null };
}

/** Gives a member another role. Only the owner does; another owner makes them an administrator. */
export function setRole(
  group: GroupConversation,
  actorId: string,
  userId: string,
  role: GroupRole,
): GroupOutcome<'NOT_FOUND' | 'NOT_ALLOWED'> {
  if (actorId !== group.ownerId) return refused('NOT_ALLOWED');
  if (!group.memberIds.includes(userId)) return refused('NOT_FOUND');
  if (roleOf(group, userId) === role) return { group, changes: [], refusal: null };
  if (userId === actorId) return refused('NOT_ALLOWED');
  const change = { kind: 'ROLE_CHANGED', userId, actorId, role } as const;
  if (role !== 'OWNER') {
    const others = group.adminIds.filter((id) => id !== userId);
    const adminIds = role === 'ADMIN' ? [...others, userId] : others;
    return { group: { ...group, adminIds }, changes: [change], refusal: null };
  }
  const former = { kind: 'ROLE_CHANGED', userId: actorId, actorId, role: 'ADMIN' } as const;
  return { group: withOwner(group, userId), changes: [change, former], refusal: null };
}

/** Gives the group another title, which was judged before. */
export function rename(
  group: GroupConversation,
  actorId: string,
  title: string,
): GroupOutcome<'NOT_ALLOWED'> {
  if (!group.adminIds.includes(actorId)) return refused('NOT_ALLOWED');
  const changes = title === group.title ? [] : [{ kind: 'RENAMED' } as const];
  return { group: { ...group, title }, changes, refusal: null };
}

function without(group: GroupConversation, userId: string): GroupConversation {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== userId);
  const joined = Object.entries(group.joinedSeqs).filter(([id]) => id !== userId);
  return {
    ...group,
    ownerId: group.ownerId === userId ? null : group.ownerId,
    memberIds: others(group.memberIds),
    adminIds: others(group.adminIds),
    mutedBy: others(group.mutedBy),
    archivedBy: others(group.archivedBy),
    joinedSeqs: Object.fromEntries(joined),
  };
}

function withOwner(group: GroupConversation, ownerId: string): GroupConversation {
  return { ...group, ownerId, adminIds: [...new Set([...group.adminIds, ownerId])] };
}

function refused<Refusal>(refusal: Refusal) {
  return { group: null, refusal } as const;
}
