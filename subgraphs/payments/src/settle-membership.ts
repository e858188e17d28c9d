import type { DueWork, PostgresDueWork } from '@skillswap/kit/due-work';
import type { TransactionSql } from 'postgres';
import { carryOutOf } from './carry-out.ts';
import { graceEnd, isReminder, nextAttempt } from './dunning.ts';
import { letterWork } from './letter.ts';
import type { MembershipChargeRepository } from './membership-charge-repository.ts';
import type {
  MembershipChange,
  MembershipRepository,
  MembershipTerms,
} from './membership-repository.ts';
import type { MembershipCharge } from './membership.ts';
import { emit } from './outbox.ts';
import { paidMembership } from './paid-membership.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { RefundRepository } from './refund-repository.ts';

/** What a change of a membership touches. */
export interface MembershipBooks {
  readonly memberships: MembershipRepository;
  readonly charges: MembershipChargeRepository;
  readonly refunds: RefundRepository;
  readonly dueWork: PostgresDueWork;
}

/** What is known of the payment of a charge, and when it became known. */
export interface ChargeReport {
  readonly payment: PaymentIntent;
  /** What it was charged to, when the provider said so. */
  readonly paymentMethod: string | null;
  readonly now: Date;
}

const billingKey = (membershipId: string) => `membership:${membershipId}:periodEnd`;

/**
 * A membership follows its payments: what was paid brings it in force, a first payment or a renewal
 * that is given up ends it. What was paid for a membership that has changed meanwhile goes back.
 */
export async function settleMembership(
  tx: TransactionSql,
  books: MembershipBooks,
  { payment, paymentMethod, now }: ChargeReport,
): Promise<void> {
  const { memberships, charges } = books;
  const charge = await charges.find(tx, payment.id);
  const terms = charge && (await memberships.findTerms(tx, { id: charge.membershipId }));
  if (charge === null || terms === null) return;
  if (payment.status !== 'CONFIRMED') {
    if (isLost(charge, terms)) await endMembership(tx, books, terms, now);
    return;
  }
  const paid = paidMembership(charge, terms, now);
  if (paid === null) await giveBack(tx, books, payment, now);
  else {
    const kept = paymentMethod ?? terms.paymentMethod;
    await bringInForce(tx, books, { ...paid, paymentMethod: kept }, now);
    if (isOwed(terms)) {
      const { id, currentPeriodEnd: period } = paid;
      const subject = { id, ...(period !== null && { period }) };
      await books.dueWork.plan(tx, letterWork('MEMBERSHIP_RESTORED', subject, now));
    }
  }
}

/** Puts a membership in force until the end of its period, with what its plan gives. */
export async function bringInForce(
  tx: TransactionSql,
  books: MembershipBooks,
  membership: MembershipTerms,
  now: Date,
): Promise<void> {
  await changeMembership(tx, books, membership, {}, now);
  const terms = await books.memberships.findTerms(tx, { id: membership.id });
  if (terms?.currentPeriodEnd == null) throw new Error(`${membership.id} has no period`);
  await books.memberships.entitle(tx, terms, terms.entitlements, terms.currentPeriodEnd);
  await books.dueWork.plan(tx, billingOf(terms.id, terms.currentPeriodEnd));
  await emitEntitlements(tx, books.memberships, terms.userId, terms.entitlements, now);
}

/**
 * What follows when a renewal was declined: the membership stays in force for the days of grace,
 * in which it is charged again, and is suspended after them. The member is written to.
 */
export async function fallBehind(
  tx: TransactionSql,
  books: MembershipBooks,
  terms: MembershipTerms,
  { periodStart, attempts }: MembershipCharge,
  now: Date,
): Promise<void> {
  if (terms.status !== 'ACTIVE' && terms.status !== 'PAST_DUE') return;
  const { memberships, dueWork } = books;
  const again = nextAttempt(periodStart, attempts);
  const subject = { id: terms.id, period: periodStart };
  if (again === null) {
    await dueWork.plan(tx, letterWork('MEMBERSHIP_SUSPENDED', subject, now));
    await changeMembership(tx, books, terms, { status: 'SUSPENDED', graceEndsAt: null }, now);
    await memberships.entitle(tx, terms, [], now);
    await emitEntitlements(tx, memberships, terms.userId, [], now);
    return;
  }
  const graceEndsAt = graceEnd(periodStart);
  if (terms.status === 'ACTIVE') {
    await changeMembership(tx, books, terms, { status: 'PAST_DUE', graceEndsAt }, now);
    await memberships.entitle(tx, terms, terms.entitlements, graceEndsAt);
    await dueWork.plan(tx, letterWork('RENEWAL_DECLINED', subject, now));
  } else if (isReminder(attempts)) {
    await dueWork.plan(tx, letterWork('RENEWAL_REMINDER', { ...subject, turn: attempts }, now));
  }
  await dueWork.plan(tx, billingOf(terms.id, again));
}

/** Ends a membership and what it entitled to. */
export async function endMembership(
  tx: TransactionSql,
  books: MembershipBooks,
  terms: MembershipTerms,
  now: Date,
): Promise<void> {
  const over = { status: 'EXPIRED', graceEndsAt: null, nextPlanCode: null } as const;
  await changeMembership(tx, books, terms, over, now);
  await books.dueWork.cancel(tx, [billingKey(terms.id)]);
  if (terms.status === 'PENDING') return;
  await books.memberships.entitle(tx, terms, [], now);
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

/** Changes a membership and says so. */
export async function changeMembership(
  tx: TransactionSql,
  { memberships }: MembershipBooks,
  terms: MembershipTerms,
  change: MembershipChange,
  now: Date,
): Promise<void> {
  const changed = { ...terms, ...change };
  const { userId, planCode, status } = changed;
  await memberships.change(tx, changed);
  const version = await memberships.nextVersion(tx, userId);
  await emit(tx, 'membership.changed', now, { userId, version, planCode, status });
}

/** True when the membership cannot go on without this payment. */
function isLost({ kind, periodStart }: MembershipCharge, terms: MembershipTerms): boolean {
  if (kind === 'START') return terms.status === 'PENDING';
  const isItsPeriod = terms.currentPeriodEnd?.getTime() === periodStart.getTime();
  return kind === 'RENEWAL' && isOwed(terms) && isItsPeriod;
}

/** True while a membership's renewal was declined and not paid since. */
function isOwed({ status }: MembershipTerms): boolean {
  return status === 'PAST_DUE' || status === 'SUSPENDED';
}

async function giveBack(
  tx: TransactionSql,
  { refunds, dueWork }: MembershipBooks,
  payment: PaymentIntent,
  now: Date,
) {
  const id = payment.id.replace('pay_', 'ref_');
  await refunds.reserve(tx, {
    id,
    paymentIntentId: payment.id,
    amountMinor: null,
    reason: 'It came after the membership had changed.',
    requestedBy: 'platform',
    createdAt: now,
  });
  await dueWork.plan(tx, carryOutOf('refund', id, now));
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

function billingOf(membershipId: string, dueAt: Date): DueWork {
  return {
    key: billingKey(membershipId),
    kind: 'membership.periodEnd',
    dueAt,
    payload: { membershipId },
  };
}
