import type { InviteRefusal } from './change-group.ts';
import type { CreateRefusal } from './create-group.ts';
import type { TextRefusal } from '@skillswap/kit/text';

const inviteMessages: Readonly<Record<InviteRefusal, string>> = {
  NOT_FOUND: 'Among them is somebody whom you cannot reach.',
  NOT_ALLOWED: 'Among them is somebody who only talks with their mutual matches.',
  DAILY_LIMIT: 'You have begun talking with many new people today. Go on tomorrow.',
  TOO_MANY_MEMBERS: 'A group has at most 100 members.',
};

const titleMessages: Readonly<Record<TextRefusal, string>> = {
  EMPTY: 'There is nothing to see in this.',
  TOO_LONG: 'This is too long.',
  INVALID_TEXT: 'This has characters that are no text.',
};

const createMessages: Readonly<Record<CreateRefusal['code'], string>> = {
  ...inviteMessages,
  ...titleMessages,
  IDEMPOTENCY_KEY_REUSED: 'You have opened another group under this key.',
};

/** The error as clients read it. */
export function createGroupError({ code, field }: CreateRefusal) {
  return { code, message: createMessages[code], path: [field === 'userIds' ? 'memberIds' : field] };
}

const noConversation = {
  code: 'NOT_FOUND' as const,
  message: 'You have no such group.',
  path: ['conversationId'],
};
const noAdministrator = {
  code: 'NOT_ALLOWED' as const,
  message: 'Only who administers the group may do this.',
  path: ['conversationId'],
};

/** The error as clients read it. */
export function addMembersError(code: InviteRefusal | 'NO_CONVERSATION' | 'NO_ADMINISTRATOR') {
  if (code === 'NO_CONVERSATION') return noConversation;
  if (code === 'NO_ADMINISTRATOR') return noAdministrator;
  return { code, message: inviteMessages[code], path: ['userIds'] };
}

/** The error as clients read it. */
export function removeMemberError(code: 'NOT_FOUND' | 'NOT_ALLOWED' | 'NO_CONVERSATION') {
  if (code === 'NO_CONVERSATION') return noConversation;
  const messages = {
    NOT_FOUND: 'There is no such member.',
    NOT_ALLOWED: 'You cannot send this person away.',
  };
  return { code, message: messages[code], path: ['userId'] };
}

/** The error as clients read it. */
export function setRoleError(code: 'NOT_FOUND' | 'NOT_ALLOWED' | 'NO_CONVERSATION') {
  if (code === 'NO_CONVERSATION') return noConversation;
  const messages = {
    NOT_FOUND: 'There is no such member.',
    NOT_ALLOWED: 'Only the owner gives roles, and to others.',
  };
  return { code, message: messages[code], path: ['userId'] };
}

/** The error as clients read it. */
export function renameError(code: TextRefusal | 'NOT_ALLOWED' | 'NO_CONVERSATION') {
  if (code === 'NO_CONVERSATION') return noConversation;
  if (code === 'NOT_ALLOWED') return noAdministrator;
  return { code, message: titleMessages[code], path: ['title'] };
}
