import { isId } from '@skillswap/kit/id';
import { z } from 'zod';
import { refuseDraft } from './message.ts';

/** One message of an old conversation, as a line of an import's file tells it. */
export interface ImportedLine {
  /** Its place in the file, from 1. */
  readonly line: number;
  /** What names the message where it comes from: once for each sender and conversation. */
  readonly id: string;
  readonly senderId: string;
  readonly recipientId: string;
  readonly text: string;
  readonly sentAt: Date;
}

/** A line that is none, and why. */
export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

const person = z.string().refine((id) => isId('usr', id), 'is no person’s id');
const shape = z.strictObject({
  id: z.string(),
  from: person,
  to: person,
  text: z.string(),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});

/** Reads a line of JSON; nothing is looked up. */
export function readImportedLine(text: string, line: number, now: Date): ImportedLine | BadLine {
  const json = parseJson(text);
  if (json === undefined) return { line, reason: 'is no JSON' };
  const { data, error } = shape.safeParse(json);
  if (data === undefined) {
    const [issue] = error.issues;
    return { line, reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
  }
  const { id, from: senderId, to: recipientId, at: sentAt } = data;
  if (senderId === recipientId) return { line, reason: 'is from somebody to themselves' };
  if (sentAt > now) return { line, reason: 'is from the future' };
  const draft = { conversationId: '', clientMessageId: id, text: data.text };
  const refusal = refuseDraft({ ...draft, replyToId: null, mentionedUserIds: [] });
  if (refusal === null) return { line, id, senderId, recipientId, text: data.text, sentAt };
  const field = refusal.field === 'clientMessageId' ? 'id' : 'text';
  return { line, reason: `${field} is refused: ${refusal.code}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
