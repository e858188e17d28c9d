import { createHash } from 'node:crypto';
import { isId, newId } from '@skillswap/kit/id';
import { duplicateKeyIndex } from '@skillswap/kit/mongo';
import { normaliseText, refuseText, type TextRefusal } from '@skillswap/kit/text';
import type { Changed, Grouping, InviteRefusal } from './change-group.ts';
import { strangersADay } from './contact.ts';
import type { GroupConversation } from './conversation.ts';
import type { NewGroup } from './group-repository.ts';
import { mostMembers, refuseTitle } from './group.ts';
import { judgeInvitation } from './invite.ts';
import { newMembership } from './membership-repository.ts';

/** A group as its owner asks for it. */
export interface GroupDraft {
  readonly kind: GroupConversation['kind'];
  readonly title: string;
  readonly userIds: readonly string[];
  readonly idempotencyKey: string;
}

/** Why a group is not opened, and the input field that it is about. */
export interface CreateRefusal {
  readonly code: InviteRefusal | TextRefusal | 'IDEMPOTENCY_KEY_REUSED';
  readonly field: keyof GroupDraft;
}

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

function refused(refusal: CreateRefusal) {
  return { conversation: null, refusal } as const;
}
