interface AnyConversation {
  readonly id: string;
  /** In the order in which they came. */
  readonly memberIds: readonly string[];
  /** The number of the latest event. */
  readonly lastSeq: number;
  /** Events up to this number are no longer kept; 0 while all are. */
  readonly removedThroughSeq: number;
  /** How many messages were ever sent here; deleting leaves a tombstone, so it never sinks. */
  readonly messageCount: number;
  /** The same for each member who has sent any. */
  readonly sentCounts: Readonly<Record<string, number>>;
  readonly lastActivityAt: Date;
  readonly mutedBy: readonly string[];
  /** Whoever has put it away; the next message brings it back for all. */
  readonly archivedBy: readonly string[];
}

/** The conversation of two people. */
export interface DirectConversation extends AnyConversation {
  readonly kind: 'DIRECT';
}

/** The conversation of a session's teacher and learner. */
export interface SessionConversation extends AnyConversation {
  readonly kind: 'SESSION';
  readonly sessionId: string;
}

/** A conversation that people join and leave; in an announcement administrators alone write. */
export interface GroupConversation extends AnyConversation {
  readonly kind: 'GROUP' | 'ANNOUNCEMENT';
  readonly title: string;
  /** Null when nobody is left. */
  readonly ownerId: string | null;
  /** Those who administer, the owner included. */
  readonly adminIds: readonly string[];
  /** The number after which each member sees events; absent for those there from the beginning. */
  readonly joinedSeqs: Readonly<Record<string, number>>;
}

/** A place where people write to each other. */
export type Conversation = DirectConversation | SessionConversation | GroupConversation;

/** What makes a conversation the only one of its sort. */
export type ConversationIdentity =
  | { readonly kind: 'DIRECT'; readonly memberIds: readonly [string, string] }
  | {
      readonly kind: 'SESSION';
      readonly sessionId: string;
      readonly memberIds: readonly [string, string];
    };

/** One member's place in a conversation. */
export interface Membership {
  readonly conversationId: string;
  readonly userId: string;
  /** The number up to which the member has read. */
  readonly readSeq: number;
  /** How many messages of others that covers. */
  readonly othersRead: number;
  /** The number up to which one of the member's devices has it; what is read is delivered too. */
  readonly deliveredSeq: number;
}

/** The name of an unordered pair of people. */
export function pairKey(one: string, other: string): string {
  return [one, other].sort().join(':');
}

/** Whom `userId` writes to in a conversation of two. */
export function peerOf({ memberIds }: DirectConversation, userId: string): string | null {
  return memberIds.find((id) => id !== userId) ?? null;
}

/**
 * How many messages of others the member has not read. It costs no look at the history: the counts
 * move in the transactions that move the history. A membership that was read later than its
 * conversation may know of messages that the conversation does not, hence the floor.
 */
export function unreadCount(conversation: Conversation, membership: Membership | null): number {
  if (membership === null) return 0;
  const own = conversation.sentCounts[membership.userId] ?? 0;
  return Math.max(0, conversation.messageCount - own - membership.othersRead);
}

/** Why a mark is refused. */
export type MarkRefusal = 'NOT_FOUND' | 'OUT_OF_RANGE';

/** Judges how far somebody says to have got. */
export function refuseMark(seq: number): MarkRefusal | null {
  return seq < 0 ? 'OUT_OF_RANGE' : null;
}
