import { canTalk, hasAnswered, talksToMatchesOnly } from './contact.ts';
import type { Contacts } from './contacts.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { peerOf } from './conversation.ts';

/** What {@link judgeInvitation} needs. */
export interface Inviting {
  readonly contacts: Contacts;
  readonly conversations: ConversationRepository;
}

/** Whether people may be brought into a group, and how many of them are strangers. */
export interface Judgement {
  readonly refusal: 'NOT_FOUND' | 'NOT_ALLOWED' | null;
  readonly strangers: number;
}

/**
 * Judges by the rules of first contact: a group is no way round a block or a restriction. Whoever
 * shares a conversation of two with the inviter is no stranger, which mutual matches always do.
 */
export async function judgeInvitation(
  { contacts, conversations }: Inviting,
  inviterId: string,
  userIds: readonly string[],
): Promise<Judgement> {
  if (userIds.length === 0) return { refusal: null, strangers: 0 };
  const [facts, found] = await Promise.all([
    contacts.facts(inviterId, userIds),
    conversations.findByPeers(inviterId, userIds),
  ]);
  if (!canTalk(facts, inviterId, userIds)) return { refusal: 'NOT_FOUND', strangers: 0 };
  const shared = found.filter((conversation) => conversation.kind === 'DIRECT');
  const known = new Map(shared.map((direct) => [peerOf(direct, inviterId) ?? '', direct]));
  const reserved = userIds.filter((id) => {
    const direct = known.get(id);
    return talksToMatchesOnly(facts, id) && !(direct !== undefined && hasAnswered(direct, id));
  });
  const matches = await Promise.all(reserved.map((id) => contacts.isMutualMatch(inviterId, id)));
  return {
    refusal: matches.includes(false) ? 'NOT_ALLOWED' : null,
    strangers: userIds.filter((id) => !known.has(id)).length,
  };
}
