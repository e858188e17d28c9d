import { createHash } from 'node:crypto';
import { normaliseText, refuseText, type TextRefusal } from '@skillswap/kit/text';
import type { Notice } from './notice.ts';
import type { Reaction } from './reaction.ts';

/** Something a member wrote, or a notice that nobody did. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  /** The number of the event of its sending. */
  readonly seq: number;
  /** Null for a notice. */
  readonly senderId: string | null;
  /** Names it once among what its sender has sent here. */
  readonly clientMessageId: string;
  /** Null for what people write. */
  readonly notice: Notice | null;
  /** Null once it is deleted, and for a notice. */
  readonly text: string | null;
  readonly language: string | null;
  readonly replyToId: string | null;
  /** Members whose attention its sender asks for. */
  readonly mentionedIds: readonly string[];
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  /** In the order in which they were given. */
  readonly reactions: readonly Reaction[];
}

/** The message that bears a notice. */
export function noticeMessage(
  bearing: Pick<Message, 'id' | 'conversationId' | 'seq' | 'clientMessageId'> & { notice: Notice },
  createdAt: Date,
): Message {
  const unwritten = { senderId: null, text: null, language: null, replyToId: null };
  const nobody = { mentionedIds: [] };
  const untouched = { editedAt: null, deletedAt: null, reactions: [] };
  return { ...bearing, ...unwritten, ...nobody, ...untouched, createdAt };
}

/** A message as its sender asks for it. */
export interface MessageDraft {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly replyToId: string | null;
  readonly mentionedUserIds: readonly string[];
}

/** Why a message is not sent. */
export type SendRefusalCode =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'EMPTY'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'IDEMPOTENCY_MISMATCH'
  | 'RATE_LIMITED';

/** A refusal and the input field that it is about. */
export interface SendRefusal {
  readonly code: SendRefusalCode;
  readonly field: keyof MessageDraft | null;
}

/** What came of a send. */
export type SendOutcome =
  | { readonly message: Message; readonly deduplicated: boolean; readonly refusal: null }
  | { readonly message: null; readonly deduplicated: false; readonly refusal: SendRefusal };

const maximumText = 4_000;
const maximumClientMessageId = 128;
const mostMentions = 10;

/** Judges a text as it comes and as it would be stored. */
export function refuseMessageText(text: string): TextRefusal | null {
  return refuseText(text, maximumText) ?? refuseText(normaliseText(text), maximumText);
}

/** Judges what can be judged without looking anything up. */
export function refuseDraft(draft: MessageDraft): SendRefusal | null {
  const { text, clientMessageId, mentionedUserIds } = draft;
  const idCode = refuseText(clientMessageId, maximumClientMessageId);
  if (idCode !== null) return { code: idCode, field: 'clientMessageId' };
  const textCode = refuseMessageText(text);
  if (textCode !== null) return { code: textCode, field: 'text' };
  return mentionedUserIds.length > mostMentions
    ? { code: 'TOO_LONG', field: 'mentionedUserIds' }
    : null;
}

/**
 * What tells whether a repeated send is the same message. It is kept beside the text, which may be
 * edited later. Without mentions it is that of a time when there were none.
 */
export function fingerprint({ text, replyToId, mentionedUserIds }: MessageDraft): string {
  const mentions = mentionedUserIds.length > 0 ? [mentionedUserIds.toSorted()] : [];
  return createHash('sha256')
    .update(JSON.stringify([normaliseText(text), replyToId, ...mentions]))
    .digest('base64url');
}
