import type { Clock } from '@skillswap/kit/clock';
import { isId } from '@skillswap/kit/id';
import { duplicateKeyIndex, type Transact } from '@skillswap/kit/mongo';
import { refuseContact, strangersADay, talksToMatchesOnly, type OpenRefusal } from './contact.ts';
import type { Contacts } from './contacts.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { ConversationIdentity, DirectConversation } from './conversation.ts';
import type { FirstContactRepository } from './first-contact-repository.ts';
import type { InboxProjector } from './inbox-projector.ts';

/** What {@link openDirectConversation} needs. */
export interface Opening {
  readonly conversations: ConversationRepository;
  readonly firstContacts: FirstContactRepository;
  readonly contacts: Contacts;
  readonly transact: Transact;
  readonly inboxProjector: Pick<InboxProjector, 'wake'>;
  readonly clock: Clock;
}

/** What came of opening a conversation. */
export type OpenOutcome =
  | { readonly conversation: DirectConversation; readonly refusal: null }
  | { readonly conversation: null; readonly refusal: OpenRefusal };

/**
 * Answers the one conversation of two people, opening it if need be. One that exists is answered
 * whatever has come between the two, because its history stays readable.
 */
export async function openDirectConversation(
  opening: Opening,
  userId: string,
  otherId: string,
): Promise<OpenOutcome> {
  if (userId === otherId) return refused('YOURSELF');
  if (!isId('usr', otherId)) return refused('NOT_FOUND');
  const existing = await findDirect(opening, userId, otherId);
  if (existing !== null) return { conversation: existing, refusal: null };

  const { facts, isMutualMatch } = await askAbout(opening.contacts, userId, otherId);
  const refusal =
    refuseContact(facts, userId, otherId, isMutualMatch) ??
    (await open(opening, userId, otherId, isMutualMatch));
  if (refusal !== null) return refused(refusal);
  opening.inboxProjector.wake();
  const conversation = await findDirect(opening, userId, otherId);
  return conversation === null ? refused('NOT_FOUND') : { conversation, refusal: null };
}

function refused(refusal: OpenRefusal): OpenOutcome {
  return { conversation: null, refusal };
}

async function findDirect({ conversations }: Opening, userId: string, otherId: string) {
  const [conversation] = await conversations.findByPeers(userId, [otherId]);
  return conversation?.kind === 'DIRECT' ? conversation : null;
}

/**
 * Asks both owners at once. When the owner of matches does not answer, people who talk with
 * everyone can be reached all the same, as strangers.
 */
async function askAbout(contacts: Contacts, userId: string, otherId: string) {
  const [facts, match] = await Promise.allSettled([
    contacts.facts(userId, [otherId]),
    contacts.isMutualMatch(userId, otherId),
  ]);
  if (facts.status === 'rejected') throw facts.reason;
  if (match.status === 'fulfilled') return { facts: facts.value, isMutualMatch: match.value };
  if (talksToMatchesOnly(facts.value, otherId)) throw match.reason;
  return { facts: facts.value, isMutualMatch: false };
}

async function open(
  { transact, conversations, firstContacts, clock }: Opening,
  userId: string,
  otherId: string,
  isMutualMatch: boolean,
): Promise<OpenRefusal | null> {
  const identity: ConversationIdentity = { kind: 'DIRECT', memberIds: [userId, otherId] };
  try {
    return await transact(async (tx) => {
      const now = clock.now();
      if (await conversations.isOpen(tx, identity)) return null;
      const isWithinLimit =
        isMutualMatch || (await firstContacts.count(tx, userId, now, strangersADay));
      if (!isWithinLimit) return 'DAILY_LIMIT';
      await conversations.open(tx, identity, now);
      return null;
    });
  } catch (error) {
    // The other side has opened it meanwhile, which is as good.
    if (duplicateKeyIndex(error) === 'one_per_pair') return null;
    throw error;
  }
}
