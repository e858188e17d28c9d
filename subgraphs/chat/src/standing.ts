import { canTalk, hasAnswered, talksToMatchesOnly, type ContactFacts } from './contact.ts';
import type { Contacts } from './contacts.ts';
import { peerOf, type Conversation } from './conversation.ts';

/** Whether somebody may speak in a conversation, and what was learnt about its members. */
export interface Standing {
  readonly isOpen: boolean;
  readonly facts: ContactFacts;
}

/** Asks the owners of people, blocks and matches; without their answer there is none here. */
export async function askStanding(
  contacts: Contacts,
  conversation: Conversation,
  memberId: string,
): Promise<Standing> {
  const otherIds = conversation.memberIds.filter((id) => id !== memberId);
  const facts = await contacts.facts(memberId, otherIds);
  return { facts, isOpen: await isOpen(contacts, facts, conversation, memberId) };
}

async function isOpen(
  contacts: Contacts,
  facts: ContactFacts,
  conversation: Conversation,
  memberId: string,
): Promise<boolean> {
  const otherIds = conversation.memberIds.filter((id) => id !== memberId);
  if (!canTalk(facts, memberId, otherIds)) return false;
  if (conversation.kind !== 'DIRECT') return true;
  const peerId = peerOf(conversation, memberId);
  if (peerId === null) return false;
  if (!talksToMatchesOnly(facts, peerId) || hasAnswered(conversation, peerId)) return true;
  return contacts.isMutualMatch(memberId, peerId);
}
