import { requireMember } from '@skillswap/kit/viewer';
import type { ConversationEvent } from '../conversation-event.ts';
import { followConversation, followInbox } from '../follow.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import type { InboxEntry } from '../inbox-repository.ts';
import type { TypingSignal } from '../typing-channel.ts';
import { followTyping } from '../typing.ts';

export const Subscription: SubscriptionResolvers = {
  conversationEvents: {
    subscribe(_, { conversationId, afterSeq }, { viewer, following }) {
      const member = requireMember(viewer);
      return followConversation(following, member.id, conversationId, afterSeq ?? null);
    },
    resolve: (event: ConversationEvent) => event,
  },
  inboxEvents: {
    subscribe(_, { afterCursor }, { viewer, following }) {
      return followInbox(following, requireMember(viewer).id, afterCursor ?? null);
    },
    resolve: (entry: InboxEntry) => entry,
  },
  typing: {
    subscribe(_, { conversationId }, { viewer, typing }) {
      return followTyping(typing, requireMember(viewer).id, conversationId);
    },
    resolve: (signal: TypingSignal) => signal,
  },
};
