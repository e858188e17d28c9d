import type { Conversation } from './conversation.ts';

/** A conversation as it is stored. */
export interface ConversationDocument {
  _id: string;
  kind: Conversation['kind'];
  /** Direct conversations only. */
  pairKey?: string;
  /** Session conversations only. */
  sessionId?: string;
  /** The version of the session of which the latest notice tells. */
  sessionVersion?: number;
  /** Groups only, as are the following. */
  title?: string;
  ownerId?: string | null;
  /** Those who administer, the owner included. */
  adminIds?: string[];
  /** Absent for those who were there from the beginning. */
  joinedSeqs?: Record<string, number>;
  creationKey?: string;
  fingerprint?: string;
  memberIds: string[];
  lastSeq: number;
  /** Absent while the whole log is kept. */
  removedThroughSeq?: number;
  messageCount: number;
  sentCounts: Record<string, number>;
  lastActivityAt: Date;
  createdAt: Date;
  /** True until the members' inboxes have been told of the latest event. */
  isInboxBehind: boolean;
  /** Absent while nobody has. */
  mutedBy?: string[];
  archivedBy?: string[];
}

/** What every conversation begins with. */
export function emptyConversation(id: string, memberIds: readonly string[], now: Date) {
  return {
    _id: id,
    memberIds: [...memberIds],
    lastSeq: 0,
    messageCount: 0,
    sentCounts: {},
    lastActivityAt: now,
    createdAt: now,
    isInboxBehind: true,
  };
}

/** The conversation that a row holds. */
export function toConversation(document: ConversationDocument): Conversation {
  const { _id: id, kind, memberIds, lastSeq, messageCount, sentCounts, lastActivityAt } = document;
  const { mutedBy = [], archivedBy = [], removedThroughSeq = 0 } = document;
  const progress = { lastSeq, removedThroughSeq, messageCount, sentCounts, lastActivityAt };
  const common = { id, memberIds, ...progress, mutedBy, archivedBy };
  switch (kind) {
    case 'DIRECT':
      return { ...common, kind };
    case 'SESSION':
      return { ...common, kind, sessionId: document.sessionId ?? '' };
    case 'GROUP':
    case 'ANNOUNCEMENT': {
      const { title = '', ownerId = null, adminIds = [], joinedSeqs = {} } = document;
      return { ...common, kind, title, ownerId, adminIds, joinedSeqs };
    }
  }
}
