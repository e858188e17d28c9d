import type { TransactionSql } from 'postgres';
import type { Dispute } from './dispute.ts';
import { changeMembership, endMembership, type MembershipBooks } from './settle-membership.ts';

/**
 * Whoever takes back the payment of a membership keeps it until the paid period ends and is charged
 * no more, unless they let it go on themselves. When the money stays taken back, it is over.
 */
export async function heedDispute(
  tx: TransactionSql,
  books: MembershipBooks,
  { paymentIntentId, status }: Pick<Dispute, 'paymentIntentId' | 'status'>,
  now: Date,
): Promise<void> {
  const terms = await books.memberships.findTerms(tx, { paymentIntentId });
  if (terms === null || terms.status === 'EXPIRED') return;
  if (status === 'LOST') await endMembership(tx, books, terms, now);
  else if (status !== 'WON' && terms.status === 'ACTIVE') {
    const cancelled = { status: 'CANCEL_AT_PERIOD_END', nextPlanCode: null } as const;
    await changeMembership(tx, books, terms, cancelled, now);
  }
}
