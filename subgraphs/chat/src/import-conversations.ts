import type { Transact } from '@skillswap/kit/mongo';
import type { ImportRepository } from './import-repository.ts';
import {
  refuseRepeated,
  toConversations,
  type ImportedConversation,
} from './imported-conversation.ts';
import { readImportedLine, type BadLine, type ImportedLine } from './imported-line.ts';
import type { ReaderRepository } from './reader-repository.ts';

/** What {@link importConversations} needs. */
export interface Importing {
  readonly imports: ImportRepository;
  readonly readers: Pick<ReaderRepository, 'findByIds'>;
  readonly transact: Transact;
  readonly now: Date;
  /** Hears how many of how many messages are stored. */
  readonly progress: (stored: number, of: number) => void;
}

/** What came of an import; nothing is stored when a line is bad. */
export interface ImportOutcome {
  readonly badLines: readonly BadLine[];
  /** How many conversations are there now that were not. */
  readonly imported: number;
  /** How many were there from the same import before. */
  readonly repeated: number;
  readonly messages: number;
}

const messagesAtOnce = 1_000;

/**
 * Imports old conversations of two people from lines of JSON. The lines are judged first, all of
 * them; then each conversation appears as a whole or not at all. What was killed in the middle, or
 * is done already, may be imported again.
 */
export async function importConversations(
  importing: Importing,
  text: readonly string[],
): Promise<ImportOutcome> {
  const read = text.flatMap((line, index) =>
    line.trim() === '' ? [] : [readImportedLine(line, index + 1, importing.now)],
  );
  const bad = read.filter(isBad);
  const lines = read.filter((line): line is ImportedLine => !isBad(line));
  const conversations = toConversations(lines);
  const there = await importing.imports.findByPairs(conversations.map(pairOf));
  const refused = [
    ...bad,
    ...refuseRepeated(lines),
    ...(await refuseStrangers(importing, lines)),
    ...conversations.flatMap((conversation) => refusePair(conversation, there)),
  ];
  const nothing = { imported: 0, repeated: 0, messages: 0 };
  if (refused.length > 0) {
    return { badLines: refused.toSorted((one, other) => one.line - other.line), ...nothing };
  }
  const missing = conversations.filter((conversation) => !there.has(pairOf(conversation)));
  const lost = await store(importing, missing);
  if (lost.length > 0)
    return { badLines: lost, ...nothing, imported: missing.length - lost.length };
  const repeated = conversations.length - missing.length;
  return { badLines: [], imported: missing.length, repeated, messages: lines.length };
}

function isBad(line: ImportedLine | BadLine): line is BadLine {
  return 'reason' in line;
}

const pairOf = ({ row }: ImportedConversation) => row.pairKey ?? '';

function refusePair(conversation: ImportedConversation, there: ReadonlyMap<string, string>) {
  const id = there.get(pairOf(conversation)) ?? conversation.row._id;
  return id === conversation.row._id ? [] : [hasAnother(conversation)];
}

function hasAnother({ line }: ImportedConversation): BadLine {
  return { line, reason: 'is of two people who have another conversation' };
}

async function refuseStrangers(
  { readers }: Importing,
  lines: readonly ImportedLine[],
): Promise<BadLine[]> {
  const ids = new Set(lines.flatMap(({ senderId, recipientId }) => [senderId, recipientId]));
  const known = new Set((await readers.findByIds([...ids])).map(({ userId }) => userId));
  return lines.flatMap(({ line, senderId, recipientId }) => {
    const stranger = [senderId, recipientId].find((id) => !known.has(id));
    return stranger === undefined ? [] : [{ line, reason: `there is nobody with id ${stranger}` }];
  });
}

/** Answers those whose people have begun another conversation meanwhile. */
async function store(
  { imports, transact, progress }: Importing,
  conversations: readonly ImportedConversation[],
): Promise<BadLine[]> {
  const total = conversations.reduce((sum, { events }) => sum + events.length, 0);
  const lost: BadLine[] = [];
  let stored = 0;
  for (const conversation of conversations) {
    const { row, events } = conversation;
    for (let first = 0; first < events.length; first += messagesAtOnce) {
      const batch = events.slice(first, first + messagesAtOnce);
      await imports.insertEvents(batch);
      stored += batch.length;
      progress(stored, total);
    }
    if (!(await transact((tx) => imports.complete(tx, row)))) lost.push(hasAnother(conversation));
  }
  return lost;
}
