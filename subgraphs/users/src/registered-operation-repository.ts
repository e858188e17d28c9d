import type { Filter } from 'mongodb';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import {
  statesBefore,
  type OperationClient,
  type OperationState,
  type RegisteredOperation,
} from './registered-operation.ts';

interface OperationDocument extends Omit<RegisteredOperation, 'id' | 'client'> {
  _id: string;
  partnerId: string | null;
  app: string | null;
}

/** Where an operation stands in the list. */
export interface OperationKeyset {
  readonly createdAt: Date;
  readonly id: string;
}

/** Which operations to list. */
export interface OperationFilter {
  readonly partnerId?: string | null | undefined;
  readonly app?: string | null | undefined;
  readonly state?: OperationState | null | undefined;
}

/** What the registry tells of an operation. */
export type OperationInRegistry = Pick<
  RegisteredOperation,
  'id' | 'hash' | 'name' | 'state' | 'deprecatedAt'
> & {
  readonly partnerId: string | null;
  readonly app: string | null;
  /** Null when it is retired. */
  readonly text: string | null;
};

/** Operations that clients may run by id. */
export type RegisteredOperationRepository = ReturnType<typeof createRegisteredOperationRepository>;

/** Reads and writes registered operations. */
export function createRegisteredOperationRepository({ db }: MongoStore) {
  const operations = openCollection<OperationDocument>(
    db,
    'registeredOperations',
    collections.registeredOperations,
  );
  return {
    /** Latest first. */
    async list(
      { partnerId, app, state }: OperationFilter,
      { limit, after }: PageRequest<OperationKeyset>,
    ): Promise<Page<RegisteredOperation>> {
      const documents = await operations
        .find({
          ...(partnerId != null && { partnerId }),
          ...(app != null && { app }),
          ...(state != null && { state }),
          ...(after !== null && olderThan(after)),
        })
        .sort({ publishedAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(documents.map(toOperation), limit);
    },

    /** Those of these partners and of all apps of our own. */
    async listInRegistry(partnerIds: readonly string[]): Promise<OperationInRegistry[]> {
      const documents = await operations
        .find({ $or: [{ partnerId: null }, { partnerId: { $in: [...partnerIds] } }] })
        .toArray();
      return documents.map(({ _id, text, state, ...rest }) => ({
        id: _id,
        ...rest,
        state,
        text: state === 'RETIRED' ? null : text,
      }));
    },

    /** The hashes of a client's list with their states. */
    async findStates(
      { session }: MongoTransaction,
      client: OperationClient,
    ): Promise<ReadonlyMap<string, OperationState>> {
      const documents = await operations
        .find({ ...client }, { session, projection: { hash: 1, state: 1 } })
        .toArray();
      return new Map(documents.map(({ hash, state }) => [hash, state]));
    },

    async insert(
      { session }: MongoTransaction,
      added: readonly RegisteredOperation[],
    ): Promise<void> {
      if (added.length === 0) return;
      await operations.insertMany(added.map(toDocument), { session });
    },

    async findIn({ session }: MongoTransaction, id: string): Promise<RegisteredOperation | null> {
      const document = await operations.findOne({ _id: id }, { session });
      return document && toOperation(document);
    },

    /** The operation that a client knows by a hash. */
    async findByHash(client: OperationClient, hash: string): Promise<RegisteredOperation | null> {
      const document = await operations.findOne({ ...client, hash });
      return document && toOperation(document);
    },

    /** Brings an operation into a state; null when it cannot come there from its own. */
    async move(
      { session }: MongoTransaction,
      id: string,
      state: OperationState,
      now: Date,
    ): Promise<RegisteredOperation | null> {
      const times = {
        ACTIVE: { deprecatedAt: null, retiredAt: null },
        DEPRECATED: { deprecatedAt: now },
        RETIRED: { retiredAt: now },
      } as const;
      const document = await operations.findOneAndUpdate(
        { _id: id, state: { $in: [...statesBefore[state]] } },
        { $set: { state, ...times[state] } },
        { session, returnDocument: 'after' },
      );
      return document && toOperation(document);
    },
  };
}

function olderThan({ createdAt, id }: OperationKeyset): Filter<OperationDocument> {
  return {
    $or: [{ publishedAt: { $lt: createdAt } }, { publishedAt: createdAt, _id: { $lt: id } }],
  };
}

function toDocument({ id, client, ...plain }: RegisteredOperation): OperationDocument {
  return { _id: id, ...client, ...plain };
}

function toOperation({ _id, partnerId, app, ...plain }: OperationDocument): RegisteredOperation {
  const client = partnerId === null ? { partnerId, app: app ?? '' } : { partnerId, app: null };
  return { id: _id, client, ...plain };
}
