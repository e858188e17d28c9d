import { createHash } from 'node:crypto';
import { normaliseText } from '@skillswap/kit/text';
import { emptyConversation, type ConversationDocument } from './conversation-document.ts';
import { pairKey } from './conversation.ts';
import type { BadLine, ImportedLine } from './imported-line.ts';
import { toDocument, type MessageSentDocument } from './log-document.ts';
import { fingerprint } from './message.ts';

/** An old conversation of two people, ready to be stored. */
export interface ImportedConversation {
  readonly row: ConversationDocument;
  /** Its messages, numbered from 1 on without a gap in the order of their times. */
  readonly events: readonly MessageSentDocument[];
  /** Where it begins in the file. */
  readonly line: number;
}

/** What speaks against lines that are right by themselves: the same message twice. */
export function refuseRepeated(lines: readonly ImportedLine[]): BadLine[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, id, senderId, recipientId }) => {
    const key = JSON.stringify([pairKey(senderId, recipientId), senderId, id]);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined ? [] : [{ line, reason: `repeats line ${String(before)}` }];
  });
}

/**
 * Puts lines together to conversations. Their ids follow from what is in them: the same file makes
 * the same rows whenever it is imported, and another file never meets what an import left behind
 * that was killed.
 */
export function toConversations(lines: readonly ImportedLine[]): ImportedConversation[] {
  const pairs = Map.groupBy(lines, ({ senderId, recipientId }) => pairKey(senderId, recipientId));
  return [...pairs].map(([pair, ofPair]) => toConversation(pair, ofPair));
}

function toConversation(pair: string, ofPair: readonly ImportedLine[]): ImportedConversation {
  const ordered = ofPair.toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
  const said = ordered.map(({ id, senderId, text, sentAt }) => [id, senderId, text, sentAt]);
  const conversationId = `cnv_${contentId([pair, said])}`;
  const events = ordered.map((line, index) => toEvent(conversationId, index + 1, line));
  const memberIds = pair.split(':');
  const sent = Map.groupBy(ordered, ({ senderId }) => senderId);
  const [begin, end] = [ordered[0]?.sentAt ?? new Date(0), ordered.at(-1)?.sentAt ?? new Date(0)];
  const row = {
    ...emptyConversation(conversationId, memberIds, begin),
    kind: 'DIRECT' as const,
    pairKey: pair,
    lastSeq: events.length,
    messageCount: events.length,
    sentCounts: Object.fromEntries([...sent].map(([id, own]) => [id, own.length])),
    lastActivityAt: end,
  };
  return { row, events, line: ofPair[0]?.line ?? 0 };
}

function toEvent(conversationId: string, seq: number, line: ImportedLine): MessageSentDocument {
  const { id: clientMessageId, senderId, text, sentAt } = line;
  const draft = { conversationId, clientMessageId, text, replyToId: null, mentionedUserIds: [] };
  const message = {
    id: `msg_${contentId([conversationId, seq])}`,
    conversationId,
    seq,
    senderId,
    clientMessageId,
    notice: null,
    text: normaliseText(text),
    language: null,
    replyToId: null,
    mentionedIds: [],
    createdAt: sentAt,
    editedAt: null,
    deletedAt: null,
    reactions: [],
  };
  return toDocument(message, fingerprint(draft));
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The part of an id after its prefix, from 130 bits of a digest. */
function contentId(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  return [...digest.subarray(0, 26)].map((byte) => digits.charAt(byte % 32)).join('');
}
