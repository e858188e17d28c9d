import { canTalk, hasAnswered, talksToMatchesOnly, type ContactFacts } from './contact.ts';
import type { Contacts } from './contacts.ts';
import { peerOf, type Conversation } from './conversation.ts';
import { isGroup } from './group.ts';

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
  const facts = await contacts.facts(memberId, partnersOf(conversation, memberId));
  return { facts, isOpen: await isOpen(contacts, facts, conversation, memberId) };
}

/** Those whose blocks and states close the conversation. A group is open whoever is in it. */
function partnersOf(conversation: Conversation, memberId: string): string[] {
  return isGroup(conversation) ? [] : conversation.memberIds.filter((id) => id !== memberId);
}

async function isOpen(
  contacts: Contacts,
  facts: ContactFacts,
  conversation: Conversation,
  memberId: string,
): Promise<boolean> {
  if (!canTalk(facts, memberId, partnersOf(conversation, memberId))) return false;
  if (conversation.kind !== 'DIRECT') return true;
  const peerId = peerOf(conversation, memberId);
  if (peerId === null) return false;
  if (!talksToMatchesOnly(facts, peerId) || hasAnswered(conversation, peerId)) return true;
  return contacts.isMutualMatch(memberId, peerId);
}
