import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { Identity, IdentityFlow } from './identity.ts';
import { hashSecret } from './secret-token.ts';

interface IdentityFlowDocument extends IdentityFlow {
  /** The hash of the secret that only the client which began it knows. */
  _id: string;
}

/** Those who are away at an identity provider. */
export type IdentityFlowRepository = ReturnType<typeof createIdentityFlowRepository>;

/** Reads and writes who is away at an identity provider. */
export function createIdentityFlowRepository({ db }: MongoStore) {
  const flows = openCollection<IdentityFlowDocument>(
    db,
    'identityFlows',
    collections.identityFlows,
  );
  return {
    async insert(secret: string, flow: IdentityFlow): Promise<void> {
      await flows.insertOne({ _id: hashSecret(secret), ...flow });
    },

    async find(secret: string, now: Date): Promise<IdentityFlow | null> {
      return flows.findOne(
        { _id: hashSecret(secret), expiresAt: { $gt: now } },
        { projection: { _id: 0 } },
      );
    },

    /** Keeps who it was, once. */
    async keepIdentity(secret: string, identity: Identity): Promise<void> {
      const unproved = { _id: hashSecret(secret), identity: null };
      await flows.updateOne(unproved, { $set: { identity } });
    },

    /** Uses the flow up; false when it is used or too old. */
    async take({ session }: MongoTransaction, secret: string, now: Date): Promise<boolean> {
      const { deletedCount } = await flows.deleteOne(
        { _id: hashSecret(secret), expiresAt: { $gt: now } },
        { session },
      );
      return deletedCount === 1;
    },
  };
}
