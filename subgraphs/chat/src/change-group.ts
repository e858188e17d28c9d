import { createHash } from 'node:crypto';
import type { Clock } from '@skillswap/kit/clock';
import { isId, newId } from '@skillswap/kit/id';
import { duplicateKeyIndex, type MongoTransaction, type Transact } from '@skillswap/kit/mongo';
import { normaliseText, refuseText, type TextRefusal } from '@skillswap/kit/text';
import { strangersADay } from './contact.ts';
import type { ConversationLog } from './conversation-log.ts';
import type { GroupConversation } from './conversation.ts';
import type { FirstContactRepository } from './first-contact-repository.ts';
import type { GroupRepository, NewGroup } from './group-repository.ts';
import {
  addMembers,
  isGroup,
  leave,
  mostMembers,
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

/** A group as its owner asks for it. */
export interface GroupDraft {
  readonly kind: GroupConversation['kind'];
  readonly title: string;
  readonly userIds: readonly string[];
  readonly idempotencyKey: string;
}

/** Why somebody is not brought in. */
export type InviteRefusal = 'NOT_FOUND' | 'NOT_ALLOWED' | 'DAILY_LIMIT' | 'TOO_MANY_MEMBERS';

/** Why a group is not opened, and the input field that it is about. */
export interface CreateRefusal {
  readonly code: InviteRefusal | TextRefusal | 'IDEMPOTENCY_KEY_REUSED';
  readonly field: keyof GroupDraft;
}

/** What came of it. */
export type Changed<Refusal> =
  | { readonly conversation: GroupConversation; readonly refusal: null }
  | { readonly conversation: null; readonly refusal: Refusal };

const longestTitle = 100;
const longestKey = 128;

/** Opens a group, or answers the one that was opened under the same key. */
export async function createGroup(
  grouping: Grouping,
  ownerId: string,
  draft: GroupDraft,
): Promise<Changed<CreateRefusal>> {
  const { groups, firstContacts, transact, clock, inboxProjector } = grouping;
  const userIds = [...new Set(draft.userIds)].filter((id) => id !== ownerId);
  const invalid = refuseDraft(draft, userIds);
  if (invalid !== null) return refused(invalid);
  const group: NewGroup = {
    id: newId('cnv'),
    kind: draft.kind,
    title: normaliseText(draft.title),
    ownerId,
    memberIds: [ownerId, ...userIds],
    creationKey: `${ownerId}:${draft.idempotencyKey}`,
    fingerprint: fingerprint(draft),
  };
  const before = await recall(grouping, group);
  if (before !== null) return before;
  const { refusal, strangers } = await judgeInvitation(grouping, ownerId, userIds);
  if (refusal !== null) return refused({ code: refusal, field: 'userIds' });
  try {
    const isWithinLimit = await transact(async (tx) => {
      const now = clock.now();
      if (!(await firstContacts.count(tx, ownerId, now, strangersADay, strangers))) return false;
      await groups.insert(tx, group, now);
      const { id, memberIds } = group;
      await grouping.memberships.add(
        tx,
        memberIds.map((userId) => newMembership(id, userId)),
      );
      return true;
    });
    if (!isWithinLimit) return refused({ code: 'DAILY_LIMIT', field: 'userIds' });
  } catch (error) {
    if (duplicateKeyIndex(error) !== 'created_once') throw error;
  }
  inboxProjector.wake();
  const created = await recall(grouping, group);
  if (created === null) throw new Error('a group that was just opened is not there');
  return created;
}

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

/** What the owner has opened under the key, a mismatch, or null when it is nothing. */
async function recall(
  { groups }: Grouping,
  { creationKey, fingerprint: asked }: NewGroup,
): Promise<Changed<CreateRefusal> | null> {
  const created = await groups.findCreated(creationKey);
  if (created === null) return null;
  if (created.fingerprint === asked) return { conversation: created.group, refusal: null };
  return refused({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
}

function fingerprint({ kind, title, userIds }: GroupDraft): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, normaliseText(title), userIds.toSorted()]))
    .digest('base64url');
}

function refuseDraft(draft: GroupDraft, userIds: readonly string[]): CreateRefusal | null {
  const key = refuseText(draft.idempotencyKey, longestKey);
  if (key !== null) return { code: key, field: 'idempotencyKey' };
  const title = refuseTitle(draft.title);
  if (title !== null) return { code: title, field: 'title' };
  if (userIds.length >= mostMembers) return { code: 'TOO_MANY_MEMBERS', field: 'userIds' };
  const areIds = userIds.every((id) => isId('usr', id));
  return areIds ? null : { code: 'NOT_FOUND', field: 'userIds' };
}

function refuseTitle(title: string): TextRefusal | null {
  return refuseText(title, longestTitle) ?? refuseText(normaliseText(title), longestTitle);
}

function refused<Refusal>(refusal: Refusal) {
  return { conversation: null, refusal } as const;
}
