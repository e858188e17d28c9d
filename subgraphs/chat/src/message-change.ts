import type { Message } from './message.ts';
import type { Reaction } from './reaction.ts';

/** What a change makes of a message: the same object when there is nothing to change. */
export type Change<Refusal> =
  | { readonly message: Message; readonly refusal: null }
  | { readonly message: null; readonly refusal: Refusal };

/** Why a message's text stays as it is. */
export type EditRefusal =
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'NOT_YOURS'
  | 'DELETED'
  | 'EMPTY'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'RATE_LIMITED';

/** Why a message is not deleted. */
export type DeleteRefusal = 'NOT_FOUND' | 'NOT_YOURS';

/** Why the reactions to a message stay as they are. */
export type ReactRefusal =
  'NOT_FOUND' | 'NOT_ALLOWED' | 'DELETED' | 'NOT_AN_EMOJI' | 'TOO_MANY' | 'RATE_LIMITED';

/** Gives a message of the editor another text. */
export function edit(
  message: Message,
  editorId: string,
  text: string,
  now: Date,
): Change<EditRefusal> {
  if (message.senderId !== editorId) return refused('NOT_YOURS');
  if (message.deletedAt !== null) return refused('DELETED');
  return changed(message.text === text ? message : { ...message, text, editedAt: now });
}

/** Leaves of a message of its sender only that it was there. */
export function bury(message: Message, senderId: string, now: Date): Change<DeleteRefusal> {
  if (message.senderId !== senderId) return refused('NOT_YOURS');
  if (message.deletedAt !== null) return changed(message);
  return changed({ ...message, text: null, reactions: [], deletedAt: now });
}

/** How many emojis one person may leave on a message. */
export const emojisPerPerson = 10;

/** Gives a reaction, or takes it back. */
export function react(
  message: Message,
  { userId, emoji }: Reaction,
  isGiven: boolean,
): Change<ReactRefusal> {
  if (message.deletedAt !== null) return refused('DELETED');
  const { reactions } = message;
  const others = reactions.filter((one) => one.userId !== userId || one.emoji !== emoji);
  const wasGiven = others.length < reactions.length;
  if (wasGiven === isGiven) return changed(message);
  if (!isGiven) return changed({ ...message, reactions: others });
  if (reactions.filter((one) => one.userId === userId).length >= emojisPerPerson) {
    return refused('TOO_MANY');
  }
  return changed({ ...message, reactions: [...reactions, { userId, emoji }] });
}

function changed(message: Message) {
  return { message, refusal: null } as const;
}

function refused<Refusal>(refusal: Refusal) {
  return { message: null, refusal } as const;
}
