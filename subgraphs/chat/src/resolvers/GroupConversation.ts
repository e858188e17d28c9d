import { pageRequest, toConnection, type ForwardArguments } from '@skillswap/kit/connection';
import { requireMember } from '@skillswap/kit/viewer';
import type { Context } from '../context.ts';
import type { GroupConversation as GroupRecord } from '../conversation.ts';
import type { GroupConversationResolvers } from '../generated/resolvers.ts';
import { roleOf } from '../group.ts';
import {
  listParticipants,
  parseParticipantPlace,
  participantCursor,
  participantCursorKind,
} from '../participant-page.ts';
import { conversationFields } from './Conversation.ts';

/** The fields that groups and announcements have beside those of every conversation. */
export const groupFields = {
  ...conversationFields,
  viewerRole: (group: GroupRecord, _: object, { viewer }: Context) =>
    roleOf(group, requireMember(viewer).id),
  memberCount: ({ memberIds }: GroupRecord) => memberIds.length,
  async participants(group: GroupRecord, page: ForwardArguments, { reading }: Context) {
    const request = pageRequest(participantCursorKind, 1, page, parseParticipantPlace);
    const found = await listParticipants(reading.memberships, group, request);
    return toConnection(found, participantCursor, request.after !== null);
  },
};

export const GroupConversation: GroupConversationResolvers = {
  ...groupFields,
  async __resolveReference({ id }, { conversationById }) {
    const conversation = await conversationById.load(id);
    return conversation?.kind === 'GROUP' ? conversation : null;
  },
};
