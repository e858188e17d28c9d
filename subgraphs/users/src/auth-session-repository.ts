import type { Filter } from 'mongodb';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import type { AuthSession, RefreshToken } from './auth-session.ts';
import { collections } from './collections.ts';
import { hashSecret } from './secret-token.ts';

interface AuthSessionDocument extends Omit<AuthSession, 'id' | 'provedAt'> {
  _id: string;
  /** Absent in a log-in that has not been proved again. */
  provedAt?: Date;
}

interface RefreshTokenDocument extends RefreshToken {
  /** The hash of the token. */
  _id: string;
}

/** Where a log-in stands in a person's list. */
export interface AuthSessionKeyset {
  readonly createdAt: Date;
  readonly id: string;
}

/** Log-ins of a person: all of them, only one, or all but one. */
export interface AuthSessionsOf {
  readonly userId: string;
  readonly only?: string;
  readonly except?: string;
}

/** Log-ins and their refresh tokens. */
export type AuthSessionRepository = ReturnType<typeof createAuthSessionRepository>;

/** Reads and writes log-ins and their refresh tokens. */
export function createAuthSessionRepository({ db }: MongoStore) {
  const sessions = openCollection<AuthSessionDocument>(
    db,
    'authSessions',
    collections.authSessions,
  );
  const tokens = openCollection<RefreshTokenDocument>(
    db,
    'refreshTokens',
    collections.refreshTokens,
  );
  return {
    async insert({ session }: MongoTransaction, { id, ...plain }: AuthSession): Promise<void> {
      await sessions.insertOne({ _id: id, ...plain }, { session });
    },

    async insertToken(
      { session }: MongoTransaction,
      secret: string,
      { id, expiresAt }: AuthSession,
    ): Promise<void> {
      const token = { authSessionId: id, rotation: null, expiresAt };
      await tokens.insertOne({ _id: hashSecret(secret), ...token }, { session });
    },

    async findToken({ session }: MongoTransaction, secret: string): Promise<RefreshToken | null> {
      return tokens.findOne({ _id: hashSecret(secret) }, { session, projection: { _id: 0 } });
    },

    async markRotated(
      { session }: MongoTransaction,
      secret: string,
      rotation: NonNullable<RefreshToken['rotation']>,
    ): Promise<void> {
      const unused = { _id: hashSecret(secret), rotation: null };
      await tokens.updateOne(unused, { $set: { rotation } }, { session });
    },

    /** Marks a live log-in as used; null when it has ended. Refreshes of one log-in take turns here. */
    async touch(
      { session }: MongoTransaction,
      id: string,
      lastUsedAt: Date,
    ): Promise<AuthSession | null> {
      const document = await sessions.findOneAndUpdate(
        { _id: id, ...live(lastUsedAt) },
        { $set: { lastUsedAt } },
        { session, returnDocument: 'after' },
      );
      return document && toAuthSession(document);
    },

    /** Marks a live log-in as proved again; null when it has ended. */
    async prove(
      { session }: MongoTransaction,
      id: string,
      provedAt: Date,
    ): Promise<AuthSession | null> {
      const document = await sessions.findOneAndUpdate(
        { _id: id, ...live(provedAt) },
        { $set: { provedAt, lastUsedAt: provedAt } },
        { session, returnDocument: 'after' },
      );
      return document && toAuthSession(document);
    },

    /** Names the device of one of a person's live log-ins; null when they have no such log-in. */
    async rename(
      { session }: MongoTransaction,
      userId: string,
      id: string,
      deviceName: string | null,
      now: Date,
    ): Promise<AuthSession | null> {
      const document = await sessions.findOneAndUpdate(
        { _id: id, userId, ...live(now) },
        { $set: { deviceName } },
        { session, returnDocument: 'after' },
      );
      return document && toAuthSession(document);
    },

    /** Ends those of a person's log-ins that are live; returns them. */
    async revoke(
      { session }: MongoTransaction,
      { userId, only, except }: AuthSessionsOf,
      revokedAt: Date,
    ): Promise<Pick<AuthSession, 'id' | 'lastUsedAt'>[]> {
      const which = {
        userId,
        ...(only !== undefined && { _id: only }),
        ...(except !== undefined && { _id: { $ne: except } }),
        ...live(revokedAt),
      };
      const projection = { lastUsedAt: 1 };
      const ended = await sessions
        .find<Pick<AuthSessionDocument, '_id' | 'lastUsedAt'>>(which, { session, projection })
        .toArray();
      await sessions.updateMany(which, { $set: { revokedAt } }, { session });
      return ended.map(({ _id, lastUsedAt }) => ({ id: _id, lastUsedAt }));
    },

    /** A person's live log-ins, newest first. */
    async list(
      userId: string,
      now: Date,
      { limit, after }: PageRequest<AuthSessionKeyset>,
    ): Promise<Page<AuthSession>> {
      const documents = await sessions
        .find({ userId, ...live(now), ...(after !== null && olderThan(after)) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(documents.map(toAuthSession), limit);
    },
  };
}

function live(now: Date) {
  return { revokedAt: null, expiresAt: { $gt: now } } as const;
}

function olderThan({ createdAt, id }: AuthSessionKeyset): Filter<AuthSessionDocument> {
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] };
}

function toAuthSession({ _id, ...plain }: AuthSessionDocument): AuthSession {
  return { id: _id, ...plain, provedAt: plain.provedAt ?? plain.createdAt };
}
