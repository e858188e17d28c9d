import type { OpenRefusal } from './contact.ts';
import type { MarkRefusal } from './conversation.ts';
import type { DeleteRefusal, EditRefusal, ReactRefusal } from './message-change.ts';
import type { SendRefusal, SendRefusalCode } from './message.ts';
import type { TypingRefusal } from './typing.ts';

interface Worded {
  readonly message: string;
  readonly path: string[];
}

const openMessages: Readonly<Record<OpenRefusal, string>> = {
  NOT_FOUND: 'There is nobody with this id whom you can write to.',
  YOURSELF: 'You cannot write to yourself.',
  NOT_ALLOWED: 'This person only talks with their mutual matches.',
  DAILY_LIMIT: 'You have begun talking with many new people today. Go on tomorrow.',
};

/** The error as clients read it. */
export function openError(code: OpenRefusal) {
  return { code, message: openMessages[code], path: ['userId'] };
}

const sendMessages: Readonly<Record<SendRefusalCode, string>> = {
  NOT_FOUND: 'This is not in your conversations.',
  NOT_ALLOWED: 'This conversation is closed.',
  EMPTY: 'There is nothing to see in this.',
  TOO_LONG: 'This is too long.',
  INVALID_TEXT: 'This has characters that are no text.',
  IDEMPOTENCY_MISMATCH: 'You have sent another message under this id.',
  RATE_LIMITED: 'You send too many messages at once. Wait a moment.',
};

/** The error as clients read it. */
export function sendError({ code, field }: SendRefusal) {
  return { code, message: sendMessages[code], path: field === null ? [] : [field] };
}

const markErrors: Readonly<Record<MarkRefusal, Worded>> = {
  NOT_FOUND: { message: 'You have no conversation with this id.', path: ['conversationId'] },
  OUT_OF_RANGE: { message: 'A seq is not negative.', path: ['seq'] },
};

/** The error as clients read it. */
export function markError(code: MarkRefusal) {
  return { code, ...markErrors[code] };
}

const noMessage = { message: 'This is not in your conversations.', path: ['messageId'] };
const deletedMessage = { message: 'This message is deleted.', path: ['messageId'] };
const closedHere = { message: 'This conversation is closed.', path: ['messageId'] };
const tooOften = { message: 'You do this too often. Wait a moment.', path: [] };

const editErrors: Readonly<Record<EditRefusal, Worded>> = {
  NOT_FOUND: noMessage,
  NOT_ALLOWED: closedHere,
  NOT_YOURS: { message: 'Only its sender changes a message.', path: ['messageId'] },
  DELETED: deletedMessage,
  EMPTY: { message: sendMessages.EMPTY, path: ['text'] },
  TOO_LONG: { message: sendMessages.TOO_LONG, path: ['text'] },
  INVALID_TEXT: { message: sendMessages.INVALID_TEXT, path: ['text'] },
  RATE_LIMITED: tooOften,
};

/** The error as clients read it. */
export function editError(code: EditRefusal) {
  return { code, ...editErrors[code] };
}

const deleteErrors: Readonly<Record<DeleteRefusal, Worded>> = {
  NOT_FOUND: noMessage,
  NOT_YOURS: { message: 'Only its sender deletes a message.', path: ['messageId'] },
};

/** The error as clients read it. */
export function deleteError(code: DeleteRefusal) {
  return { code, ...deleteErrors[code] };
}

const reactErrors: Readonly<Record<ReactRefusal, Worded>> = {
  NOT_FOUND: noMessage,
  NOT_ALLOWED: closedHere,
  DELETED: deletedMessage,
  NOT_AN_EMOJI: { message: 'A reaction is exactly one emoji.', path: ['emoji'] },
  TOO_MANY: { message: 'You have left many emojis on this message already.', path: ['emoji'] },
  RATE_LIMITED: tooOften,
};

/** The error as clients read it. */
export function reactError(code: ReactRefusal) {
  return { code, ...reactErrors[code] };
}

/** The error of somebody who has no such conversation, as clients read it. */
export function noConversationError() {
  return { code: 'NOT_FOUND', ...markErrors.NOT_FOUND } as const;
}

const typingErrors: Readonly<Record<TypingRefusal, Worded>> = {
  NOT_FOUND: markErrors.NOT_FOUND,
  NOT_ALLOWED: { message: sendMessages.NOT_ALLOWED, path: ['conversationId'] },
  RATE_LIMITED: tooOften,
};

/** The error as clients read it. */
export function typingError(code: TypingRefusal) {
  return { code, ...typingErrors[code] };
}
