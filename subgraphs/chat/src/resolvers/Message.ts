import { isSelf } from '@skillswap/kit/viewer';
import type { Context } from '../context.ts';
import type { MessageResolvers } from '../generated/resolvers.ts';
import { noticeLanguage, translateNotice, wordNotice } from '../notice.ts';
import { groupReactions } from '../reaction.ts';

export const Message: MessageResolvers = {
  __resolveReference: ({ id }, { messageById }) => messageById.load(id),
  async conversation({ conversationId }, _, { conversationById }) {
    const conversation = await conversationById.load(conversationId);
    if (conversation === null) throw new Error('a message outside the viewer’s conversations');
    return conversation;
  },
  clientMessageId: ({ senderId, clientMessageId }, _, { viewer }) =>
    senderId !== null && isSelf(viewer, senderId) ? clientMessageId : null,
  sender: ({ senderId }) => (senderId === null ? null : { id: senderId }),
  notice: ({ notice }) => notice?.kind ?? null,
  text: async ({ notice, text }, _, context) =>
    notice === null ? text : wordNotice(notice, await findReader(context)),
  language: async ({ notice, language }, _, context) =>
    notice === null ? language : noticeLanguage((await findReader(context))?.language ?? null),
  async translation(message, { language }, context) {
    const { notice } = message;
    if (notice !== null) return translateNotice(notice, language, await findReader(context));
    const text = await context.translationByRequest.load({ message, language });
    return text === null ? null : { text, language };
  },
  replyTo: ({ replyToId }, _, { messageById }) =>
    replyToId === null ? null : messageById.load(replyToId),
  mentions: ({ mentionedIds }) => mentionedIds.map((id) => ({ id })),
  mentionsViewer: ({ mentionedIds }, _, { viewer }) =>
    viewer.kind === 'member' && mentionedIds.includes(viewer.id),
  reactions: ({ reactions }) => groupReactions(reactions),
};

function findReader({ viewer, readerById }: Context) {
  return viewer.kind === 'member' ? readerById.load(viewer.id) : null;
}
