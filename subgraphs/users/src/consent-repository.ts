import { newId } from '@skillswap/kit/id';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';

/** Something that a person agreed to; rows are added, never changed. */
export interface Consent {
  readonly userId: string;
  readonly purpose: 'TERMS';
  readonly version: string;
  readonly grantedAt: Date;
}

/** What people agreed to. */
export type ConsentRepository = ReturnType<typeof createConsentRepository>;

/** Records what people agree to. */
export function createConsentRepository({ db }: MongoStore) {
  const consents = openCollection<Consent & { _id: string }>(db, 'consents', collections.consents);
  return {
    async insert(tx: MongoTransaction, consent: Consent): Promise<void> {
      await consents.insertOne({ _id: newId('cst'), ...consent }, { session: tx.session });
    },
  };
}
