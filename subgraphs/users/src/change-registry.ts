import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { Dependencies } from './dependencies.ts';

/** What every change of partners, keys and registered operations needs. */
export type RegistryNeeds = Pick<
  Dependencies,
  'clock' | 'transact' | 'registry' | 'announceRegistry'
>;

/**
 * Changes partners, keys or registered operations. Changes take turns, so that what one counts is not
 * changed by another; gateways are woken once it is committed.
 */
export async function changeRegistry<Result>(
  { transact, registry, announceRegistry }: RegistryNeeds,
  work: (tx: MongoTransaction) => Promise<Result>,
): Promise<Result> {
  const result = await transact(async (tx) => {
    await registry.advance(tx);
    return work(tx);
  });
  await announceRegistry();
  return result;
}
