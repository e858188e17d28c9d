import type { DueWork, PostgresDueWork } from '@skillswap/kit/due-work';
import type { TransactionSql } from 'postgres';
import type { MembershipRepository, MembershipTerms } from './membership-repository.ts';
import type { MembershipStatus } from './membership.ts';
import { emit } from './outbox.ts';
import type { PaymentIntent } from './payment-intent.ts';
import { periodEnd } from './plan.ts';

/** What a change of a membership touches. */
export interface MembershipBooks {
  readonly memberships: MembershipRepository;
  readonly dueWork: PostgresDueWork;
}

const periodEndKey = (membershipId: string) => `membership:${membershipId}:periodEnd`;

/** A membership follows the payment that it began with: it begins, or it is over unbegun. */
export async function settleMembership(
  tx: TransactionSql,
  books: MembershipBooks,
  payment: PaymentIntent,
  now: Date,
): Promise<void> {
  const { memberships, dueWork } = books;
  const terms = await memberships.findTerms(tx, { paymentIntentId: payment.id });
  if (terms?.status !== 'PENDING') return;
  if (payment.status !== 'CONFIRMED') {
    await changeMembership(tx, books, terms, 'EXPIRED', now);
    return;
  }
  const paid = { ...terms, currentPeriodEnd: periodEnd(now, terms.period) };
  await changeMembership(tx, books, paid, 'ACTIVE', now);
  await memberships.entitle(tx, paid, paid.entitlements, paid.currentPeriodEnd);
  await dueWork.plan(tx, endOfPeriod(paid.id, paid.currentPeriodEnd));
  await emitEntitlements(tx, memberships, paid.userId, paid.entitlements, now);
}

/** Ends a membership and what it entitled to. */
export async function endMembership(
  tx: TransactionSql,
  books: MembershipBooks,
  terms: MembershipTerms,
  now: Date,
): Promise<void> {
  await changeMembership(tx, books, terms, 'EXPIRED', now);
  await books.memberships.entitle(tx, terms, [], now);
  await books.dueWork.cancel(tx, [periodEndKey(terms.id)]);
  await emitEntitlements(tx, books.memberships, terms.userId, [], now);
}

/** A membership whose payment was given back in full is over. */
export async function endRefundedMembership(
  tx: TransactionSql,
  books: MembershipBooks,
  paymentIntentId: string,
  now: Date,
): Promise<void> {
  const terms = await books.memberships.findTerms(tx, { paymentIntentId });
  if (terms !== null && terms.status !== 'EXPIRED') await endMembership(tx, books, terms, now);
}

/** Moves a membership to another state and says so. */
export async function changeMembership(
  tx: TransactionSql,
  { memberships }: MembershipBooks,
  { id, userId, planCode, currentPeriodEnd }: MembershipTerms,
  status: MembershipStatus,
  now: Date,
): Promise<void> {
  await memberships.change(tx, id, { status, currentPeriodEnd });
  const version = await memberships.nextVersion(tx, userId);
  await emit(tx, 'membership.changed', now, { userId, version, planCode, status });
}

async function emitEntitlements(
  tx: TransactionSql,
  memberships: MembershipRepository,
  userId: string,
  entitlements: readonly string[],
  now: Date,
) {
  const version = await memberships.nextVersion(tx, userId);
  await emit(tx, 'entitlements.changed', now, { userId, version, entitlements });
}

function endOfPeriod(membershipId: string, dueAt: Date): DueWork {
  return {
    key: periodEndKey(membershipId),
    kind: 'membership.periodEnd',
    dueAt,
    payload: { membershipId },
  };
}
