import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoTransaction } from '@skillswap/kit/mongo';
import type { Db } from 'mongodb';
import { collections } from './collections.ts';
import { toDocument, toSession, type SessionDocument } from './session-document.ts';
import { participantIds, type Session } from './session.ts';
import { awaitingStatuses, holdingStatuses, type SessionStatus } from './session-status.ts';
import { claimedSpan } from './slot-claim.ts';
import type { Span } from './span.ts';

/** Where a page of a person's sessions goes on: after this start, then after this id. */
export interface SessionKeyset {
  readonly startAt: Date;
  readonly id: string;
}

/** The key with which a proposal was made, and what it said. */
export interface ProposalKey {
  readonly idempotencyKey: string;
  readonly fingerprint: string;
}

interface StoredSession extends SessionDocument, ProposalKey {
  /** Both people, so that one index finds a person's sessions in either role. */
  participantIds: readonly string[];
}

export type SessionRepository = ReturnType<typeof createSessionRepository>;

export function createSessionRepository(db: Db) {
  const sessions = openCollection<StoredSession>(db, 'sessions', collections.sessions);
  const projection = { idempotencyKey: 0, fingerprint: 0, participantIds: 0 } as const;

  return {
    async findByIds(ids: readonly string[]): Promise<Session[]> {
      const found = await sessions.find({ _id: { $in: [...ids] } }, { projection }).toArray();
      return found.map(toSession);
    },

    /** The session as the transaction sees it; a write to it then fails if somebody else was faster. */
    async findById({ session }: MongoTransaction, id: string): Promise<Session | null> {
      const found = await sessions.findOne({ _id: id }, { session, projection });
      return found === null ? null : toSession(found);
    },

    /** The sessions of these groups, in the order of their starts. */
    async findByGroupIds(groupIds: readonly string[], tx?: MongoTransaction): Promise<Session[]> {
      const found = await sessions
        .find(
          { 'group.id': { $in: [...groupIds] } },
          { projection, ...(tx && { session: tx.session }) },
        )
        .sort({ startAt: 1 })
        .toArray();
      return found.map(toSession);
    },

    /** The session that a person made with this key, and what the proposal said. */
    async findByIdempotencyKey(createdById: string, idempotencyKey: string) {
      const found = await sessions.findOne(
        { createdById, idempotencyKey },
        { projection: { fingerprint: 1 } },
      );
      return found === null ? null : { id: found._id, fingerprint: found.fingerprint };
    },

    /** True when there has ever been a session, or a proposal for one, between the two. */
    async existsBetween(userId: string, otherId: string): Promise<boolean> {
      const pairs = [
        { teacherId: userId, learnerId: otherId },
        { teacherId: otherId, learnerId: userId },
      ];
      return (await sessions.findOne({ $or: pairs }, { projection: { _id: 1 } })) !== null;
    },

    /** Sessions but this one that take one of these people's time during the span, by person. */
    async findBusy(
      userIds: readonly string[],
      { start, end }: Span,
      exceptId?: string,
      tx?: MongoTransaction,
    ) {
      const found = await sessions
        .find(
          {
            participantIds: { $in: [...userIds] },
            ...(exceptId !== undefined && { _id: { $ne: exceptId } }),
            status: { $in: [...holdingStatuses] },
            startAt: { $lt: new Date(end) },
            endAt: { $gt: new Date(start) },
          },
          {
            projection: { participantIds: 1, startAt: 1, endAt: 1 },
            ...(tx && { session: tx.session }),
          },
        )
        .toArray();
      return found.flatMap(({ participantIds: both, startAt, endAt }) =>
        both.map((userId) => ({
          userId,
          busy: { start: startAt.getTime(), end: endAt.getTime() },
        })),
      );
    },

    /** Proposals to or by these people that can still be answered, of times that meet the span. */
    async findAwaitingAnswer(
      userIds: readonly string[],
      span: Span,
      now: Date,
    ): Promise<Session[]> {
      const { start, end } = claimedSpan(span);
      const found = await sessions
        .find(
          {
            participantIds: { $in: [...userIds] },
            status: { $in: [...awaitingStatuses] },
            expiresAt: { $gt: now },
            startAt: { $lt: new Date(end) },
            endAt: { $gt: new Date(start) },
          },
          { projection },
        )
        .toArray();
      return found.map(toSession);
    },

    /** A person's sessions, the latest start first. */
    async listByParticipant(
      userId: string,
      statuses: readonly SessionStatus[] | null,
      { limit, after }: PageRequest<SessionKeyset>,
    ): Promise<Page<Session>> {
      const found = await sessions
        .find(
          {
            participantIds: userId,
            ...(statuses && { status: { $in: [...statuses] } }),
            ...(after && {
              $or: [
                { startAt: { $lt: after.startAt } },
                { startAt: after.startAt, _id: { $lt: after.id } },
              ],
            }),
          },
          { projection },
        )
        .sort({ startAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(found.map(toSession), limit);
    },

    /** A person's agreed sessions that start in the span, the earliest first; at most 500. */
    async listAgreed(userId: string, { start, end }: Span): Promise<Session[]> {
      const found = await sessions
        .find(
          {
            participantIds: userId,
            status: { $in: ['CONFIRMED', 'RESCHEDULE_PENDING', 'DONE'] },
            startAt: { $gte: new Date(start), $lt: new Date(end) },
          },
          { projection },
        )
        .sort({ startAt: 1, _id: 1 })
        .limit(500)
        .toArray();
      return found.map(toSession);
    },

    /** Disputed sessions that wait for a moderator, the earliest start first. */
    async listDisputed({ limit, after }: PageRequest<SessionKeyset>): Promise<Page<Session>> {
      const found = await sessions
        .find(
          {
            status: 'DISPUTED',
            ...(after && {
              $or: [
                { startAt: { $gt: after.startAt } },
                { startAt: after.startAt, _id: { $gt: after.id } },
              ],
            }),
          },
          { projection },
        )
        .sort({ startAt: 1, _id: 1 })
        .limit(limit + 1)
        .toArray();
      return toPage(found.map(toSession), limit);
    },

    async insert({ session: mongo }: MongoTransaction, session: Session, key: ProposalKey) {
      await sessions.insertOne(
        { ...toDocument(session), ...key, participantIds: participantIds(session) },
        { session: mongo },
      );
    },

    /** Replaces the version before this one; false when that is no longer the current one. */
    async update({ session: mongo }: MongoTransaction, session: Session): Promise<boolean> {
      const { matchedCount } = await sessions.updateOne(
        { _id: session.id, version: session.version - 1 },
        { $set: toDocument(session) },
        { session: mongo },
      );
      return matchedCount === 1;
    },
  };
}
