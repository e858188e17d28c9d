import { byKey } from '@skillswap/kit/by-key';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import type { Viewer } from '@skillswap/kit/viewer';
import DataLoader from 'dataloader';
import type { Changing } from './change-message.ts';
import type { Grouping } from './change-group.ts';
import type { MessageWindow } from './conversation-event.ts';
import { peerOf, type Conversation, type Membership } from './conversation.ts';
import type { Following } from './follow.ts';
import { shownMembers, visibleAfter } from './group.ts';
import type { KeepingAside } from './keep-aside.ts';
import type { Reading } from './move-marks.ts';
import type { Message } from './message.ts';
import type { Reader } from './notice.ts';
import type { Opening } from './open-direct-conversation.ts';
import type { Sending } from './send-message.ts';
import {
  translateMessages,
  type Translating,
  type TranslationRequest,
} from './translate-messages.ts';
import type { Typing } from './typing.ts';
import { veilMessages } from './veil-messages.ts';

/** What the subgraph's operations work with. */
export interface Chat {
  readonly sending: Sending;
  readonly changing: Changing;
  readonly opening: Opening;
  readonly grouping: Grouping;
  readonly reading: Reading;
  readonly following: Following;
  readonly keepingAside: KeepingAside;
  readonly typing: Typing;
  readonly translating: Translating;
}

/** A union of queries has a limit, which nobody comes near with 100. */
const windowsAtOnce = 100;

/** The context of one operation. Its loaders find only what the viewer may see. */
export interface Context extends RequestContext, Chat, Loaders {}

interface Loaders {
  readonly conversationById: DataLoader<string, Conversation | null>;
  readonly conversationByPeer: DataLoader<string, Conversation | null>;
  readonly conversationBySession: DataLoader<string, Conversation | null>;
  readonly viewerMembership: DataLoader<string, Membership | null>;
  readonly marksByConversation: DataLoader<Conversation, Membership[], string>;
  readonly readerById: DataLoader<string, Reader | null>;
  readonly messageById: DataLoader<string, Message | null>;
  readonly translationByRequest: DataLoader<TranslationRequest, string | null, string>;
  readonly messagesByWindow: DataLoader<MessageWindow, Message[], string>;
}

/** Makes the context of one operation or of one event. */
export function createContext(chat: Chat, request: OperationRequest): Context {
  return { ...request, ...chat, ...createLoaders(chat, viewerId(request.viewer)) };
}

function viewerId(viewer: Viewer): string | null {
  return viewer.kind === 'member' ? viewer.id : null;
}

/** Nobody but a logged-in member finds anything. */
function createLoaders(chat: Chat, memberId: string | null): Loaders {
  const { reading, translating, following } = chat;
  const { conversations, conversationLog, memberships, readers } = reading;
  const asMember =
    <Found>(find: (ids: readonly string[], memberId: string) => Promise<Found[]>) =>
    async (ids: readonly string[]): Promise<Found[]> =>
      memberId === null ? [] : find(ids, memberId);
  const findConversations = asMember(conversations.findByIds);
  const findByPeers = asMember((ids, id) => conversations.findByPeers(id, ids));
  const findBySessions = asMember(conversations.findBySessionIds);
  const findMemberships = asMember((ids, id) => memberships.findByConversationIds(id, ids));

  const conversationById = new DataLoader(async (ids: readonly string[]) =>
    byKey(ids, await findConversations(ids), ({ id }) => id),
  );
  return {
    conversationById,
    conversationByPeer: new DataLoader(async (ids) =>
      byKey(ids, await findByPeers(ids), (conversation) =>
        conversation.kind === 'DIRECT' ? peerOf(conversation, memberId ?? '') : null,
      ),
    ),
    conversationBySession: new DataLoader(async (ids) =>
      byKey(ids, await findBySessions(ids), (conversation) =>
        conversation.kind === 'SESSION' ? conversation.sessionId : null,
      ),
    ),
    viewerMembership: new DataLoader(async (ids) =>
      byKey(ids, await findMemberships(ids), ({ conversationId }) => conversationId),
    ),
    marksByConversation: new DataLoader(
      async (homes: readonly Conversation[]) => {
        const found = await memberships.findOfMembers(
          homes.map((home) => ({
            conversationId: home.id,
            userIds: shownMembers(home, memberId ?? ''),
          })),
        );
        const grouped = Map.groupBy(found, ({ conversationId }) => conversationId);
        return homes.map(({ id }) => grouped.get(id) ?? []);
      },
      { cacheKeyFn: ({ id }) => id },
    ),
    readerById: new DataLoader(async (ids) =>
      byKey(ids, await readers.findByIds(ids), ({ userId }) => userId),
    ),
    messageById: new DataLoader(async (ids) => {
      const messages = memberId === null ? [] : await conversationLog.findMessagesByIds(ids);
      const inHomes = Map.groupBy(messages, ({ conversationId }) => conversationId);
      const visible = await Promise.all(
        [...inHomes].map(async ([conversationId, found]) => {
          const home = await conversationById.load(conversationId);
          if (home === null || memberId === null) return [];
          const after = visibleAfter(home, memberId);
          const later = found.filter(({ seq }) => seq > after);
          return veilMessages(following.blocks, memberId, home, later);
        }),
      );
      return byKey(ids, visible.flat(), ({ id }) => id);
    }),
    translationByRequest: new DataLoader(
      (requests: readonly TranslationRequest[]) => translateMessages(translating, requests),
      { cacheKeyFn: ({ message, language }) => `${message.id}:${language}` },
    ),
    messagesByWindow: new DataLoader((windows) => conversationLog.findMessagesByWindows(windows), {
      cacheKeyFn: (window) => JSON.stringify(window),
      maxBatchSize: windowsAtOnce,
    }),
  };
}
