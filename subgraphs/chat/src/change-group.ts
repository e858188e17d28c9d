import type { Clock } from '@skillswap/kit/clock';
import { isId } from '@skillswap/kit/id';
import type { MongoTransaction, Transact } from '@skillswap/kit/mongo';
import { normaliseText, type TextRefusal } from '@skillswap/kit/text';
import { strangersADay } from './contact.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { GroupConversation } from './conversation.ts';
import type { FirstContactRepository } from './first-contact-repository.ts';
import type { GroupRepository } from './group-repository.ts';
import {
  addMembers,
  isGroup,
  leave,
  mostMembers,
  refuseTitle,
  removeMember,
  rename,
  setRole,
  type GroupChange,
  type GroupOutcome,
  type GroupRole,
} from './group.ts';
import type { InboxProjector } from './inbox-projector.ts';
import { judgeInvitation, type Inviting } from './invite.ts';
import { newMembership, type MembershipRepository } from './membership-repository.ts';
import type { WakeUps } from './wake-ups.ts';

/** What changing groups needs. */
export interface Grouping extends Inviting {
  readonly groups: GroupRepository;
  readonly conversationLog: ConversationLog;
  readonly memberships: MembershipRepository;
  readonly firstContacts: FirstContactRepository;
  readonly transact: Transact;
  readonly wakeUps: WakeUps;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** Why somebody is not brought in. */
export type InviteRefusal = 'NOT_FOUND' | 'NOT_ALLOWED' | 'DAILY_LIMIT' | 'TOO_MANY_MEMBERS';

/** What came of it. */
export type Changed<Refusal> =
  | { readonly conversation: GroupConversation; readonly refusal: null }
  | { readonly conversation: null; readonly refusal: Refusal };

/** Brings people into a group; those who are there already stay as they are. */
export async function addToGroup(
  grouping: Grouping,
  actorId: string,
  conversationId: string,
  userIds: readonly string[],
): Promise<Changed<InviteRefusal | 'NO_CONVERSATION' | 'NO_ADMINISTRATOR'>> {
  const [group] = await grouping.conversations.findByIds([conversationId], actorId);
  if (group === undefined || !isGroup(group)) return refused('NO_CONVERSATION');
  if (!group.adminIds.includes(actorId)) return refused('NO_ADMINISTRATOR');
  const newcomers = userIds.filter((id) => !group.memberIds.includes(id));
  if (newcomers.length > mostMembers) return refused('TOO_MANY_MEMBERS');
  if (!newcomers.every((id) => isId('usr', id))) return refused('NOT_FOUND');
  const { refusal, strangers } = await judgeInvitation(grouping, actorId, newcomers);
  if (refusal !== null) return refused(refusal);
  type Refusal = InviteRefusal | 'NO_ADMINISTRATOR';
  return change<Refusal>(grouping, actorId, conversationId, async (current, tx) => {
    const outcome = addMembers(current, actorId, newcomers);
    if (outcome.refusal === 'NOT_ALLOWED') return { group: null, refusal: 'NO_ADMINISTRATOR' };
    if (outcome.refusal !== null || outcome.changes.length === 0) return outcome;
    const now = grouping.clock.now();
    return (await grouping.firstContacts.count(tx, actorId, now, strangersADay, strangers))
      ? outcome
      : ({ group: null, refusal: 'DAILY_LIMIT' } as const);
  });
}

/** Sends somebody away from a group. */
export function removeFromGroup(
  grouping: Grouping,
  actorId: string,
  conversationId: string,
  userId: string,
): Promise<Changed<'NOT_FOUND' | 'NOT_ALLOWED' | 'NO_CONVERSATION'>> {
  return change(grouping, actorId, conversationId, (group) => removeMember(group, actorId, userId));
}

/** Leaves a group. */
export function leaveGroup(
  grouping: Grouping,
  memberId: string,
  conversationId: string,
): Promise<Changed<'NO_CONVERSATION'>> {
  return change(grouping, memberId, conversationId, (group) => leave(group, memberId));
}

/** Gives a member another role. */
export function setGroupRole(
  grouping: Grouping,
  actorId: string,
  conversationId: string,
  { userId, role }: { readonly userId: string; readonly role: GroupRole },
): Promise<Changed<'NOT_FOUND' | 'NOT_ALLOWED' | 'NO_CONVERSATION'>> {
  return change(grouping, actorId, conversationId, (group) =>
    setRole(group, actorId, userId, role),
  );
}

/** Gives a group another title. */
export async function renameGroup(
  grouping: Grouping,
  actorId: string,
  conversationId: string,
  title: string,
): Promise<Changed<TextRefusal | 'NOT_ALLOWED' | 'NO_CONVERSATION'>> {
  const invalid = refuseTitle(title);
  if (invalid !== null) return refused(invalid);
  return change(grouping, actorId, conversationId, (group) =>
    rename(group, actorId, normaliseText(title)),
  );
}

/** Changes a group and tells of it in one transaction; whoever is no member finds none. */
async function change<Refusal>(
  grouping: Grouping,
  actorId: string,
  conversationId: string,
  decide: (
    group: GroupConversation,
    tx: MongoTransaction,
  ) => GroupOutcome<Refusal> | Promise<GroupOutcome<Refusal>>,
): Promise<Changed<Refusal | 'NO_CONVERSATION'>> {
  const { groups, transact, wakeUps, inboxProjector } = grouping;
  const changed = await transact<Changed<Refusal | 'NO_CONVERSATION'>>(async (tx) => {
    const before = await groups.find(tx, conversationId);
    if (before?.memberIds.includes(actorId) !== true) return refused('NO_CONVERSATION');
    const outcome = await decide(before, tx);
    if (outcome.group === null) return refused(outcome.refusal);
    const { group, changes } = outcome;
    if (changes.length === 0) return { conversation: group, refusal: null };
    await record(grouping, tx, group, changes);
    const lastSeq = before.lastSeq + changes.length;
    return { conversation: { ...group, lastSeq }, refusal: null };
  });
  if (changed.conversation !== null) {
    wakeUps.wakeConversation(conversationId, changed.conversation.lastSeq);
    inboxProjector.wake();
  }
  return changed;
}

async function record(
  { groups, memberships, conversationLog, clock }: Grouping,
  tx: MongoTransaction,
  group: GroupConversation,
  changes: readonly GroupChange[],
): Promise<void> {
  const { id: conversationId, lastSeq, messageCount, sentCounts, joinedSeqs } = group;
  const at = clock.now();
  await groups.save(tx, group, changes.length);
  await conversationLog.appendGroupChanges(
    tx,
    changes.map((changed, index) => ({
      conversationId,
      seq: lastSeq + 1 + index,
      at,
      ...toEvent(changed),
    })),
  );
  const newcomers = changes.flatMap((changed) =>
    changed.kind === 'JOINED' ? [changed.userId] : [],
  );
  const toMembership = (userId: string) =>
    newMembership(conversationId, userId, {
      readSeq: joinedSeqs[userId] ?? 0,
      othersRead: messageCount - (sentCounts[userId] ?? 0),
    });
  const gone = changes.flatMap((changed) =>
    changed.kind === 'LEFT' || changed.kind === 'REMOVED' ? [changed.userId] : [],
  );
  await memberships.add(tx, newcomers.map(toMembership));
  await memberships.remove(tx, conversationId, gone);
  for (const changed of changes) {
    if (changed.kind === 'RENAMED') continue;
    tx.emit('conversation.membershipChanged', { conversationId, ...changed });
  }
}

function toEvent(changed: GroupChange) {
  return changed.kind === 'RENAMED'
    ? ({ kind: 'TITLE_CHANGED' } as const)
    : ({ kind: 'MEMBERSHIP_CHANGED', membershipChange: changed } as const);
}

function refused<Refusal>(refusal: Refusal) {
  return { conversation: null, refusal } as const;
}
