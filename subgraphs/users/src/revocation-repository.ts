import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { accessTokenLifeSeconds } from './access-token.ts';
import { collections } from './collections.ts';
import type { CurrentRoles } from './revocation.ts';
import type { Role } from './roles.ts';

interface RevocationDocument {
  /** A log-in that has ended, or a person whose roles have changed. */
  _id: string;
  /** Null for a log-in. */
  roles: { version: number; names: Role[] } | null;
  /** By real time: those who follow and the retention index go by it. */
  at: Date;
}

/**
 * How long after its `at` a row may become visible: MongoDB ends transactions after a minute at the
 * latest, and the clocks of two instances differ a little.
 */
const unsettledMilliseconds = 65_000;

/** Which access tokens are no longer good, for as long as there may be some. */
export type RevocationRepository = ReturnType<typeof createRevocationRepository>;

/** Reads and writes revocations, in the transactions that cause them. */
export function createRevocationRepository({ db }: MongoStore, now: () => Date) {
  const revocations = openCollection<RevocationDocument>(
    db,
    'revocations',
    collections.revocations,
  );
  return {
    async addLogIns({ session }: MongoTransaction, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      const at = now();
      await revocations.insertMany(
        ids.map((id) => ({ _id: id, roles: null, at })),
        { session },
      );
    },

    async addRoles({ session }: MongoTransaction, current: CurrentRoles): Promise<void> {
      const { userId, version, roles } = current;
      await revocations.updateOne(
        { _id: userId },
        { $set: { roles: { version, names: [...roles] }, at: now() } },
        { session, upsert: true },
      );
    },

    /**
     * What was revoked since somebody read for the last time; null for everything of which there may
     * still be tokens. Some of it they know already.
     */
    async listSince(since: Date | null) {
      const oldest = now().getTime() - accessTokenLifeSeconds * 1000;
      const from = new Date(Math.max(oldest, since?.getTime() ?? 0) - unsettledMilliseconds);
      const documents = await revocations.find({ at: { $gt: from } }).toArray();
      return {
        authSessionIds: documents.flatMap(({ _id, roles }) => (roles === null ? [_id] : [])),
        roles: documents.flatMap(({ _id, roles }) =>
          roles === null ? [] : [{ userId: _id, version: roles.version, roles: roles.names }],
        ),
      };
    },
  };
}
