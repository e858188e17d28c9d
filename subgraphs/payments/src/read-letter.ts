import { graceEnd, patienceEnd } from './dunning.ts';
import type { PaperLinks } from './paper-links.ts';
import type { Letter, LetterKind, LetterSubject, MembershipLetter } from './letter.ts';
import type { Membership, MembershipStatus } from './membership.ts';
import type { MoneyDesk } from './money-desk.ts';

/** Where letters find what they say. */
export interface LetterSources {
  readonly desk: Pick<
    MoneyDesk,
    | 'intents'
    | 'invoices'
    | 'refunds'
    | 'creditNotes'
    | 'memberships'
    | 'charges'
    | 'plans'
    | 'clock'
  >;
  readonly paperLinks: PaperLinks;
  readonly appUrl: string;
}

/** A letter and whom it is for. */
export interface AddressedLetter {
  readonly userId: string;
  readonly letter: Letter;
}

/** What a letter says now; null when it is no longer true, or there is nothing to say it of. */
export function readLetter(
  sources: LetterSources,
  kind: LetterKind,
  subject: LetterSubject,
): Promise<AddressedLetter | null> {
  if (kind === 'PAYMENT_RECEIPT') return readReceipt(sources, subject.id);
  if (kind === 'PAYMENT_REFUNDED') return readRefund(sources, subject.id);
  return readMembership(sources, kind, subject);
}

async function readReceipt(
  { desk, paperLinks }: LetterSources,
  id: string,
): Promise<AddressedLetter | null> {
  const [[payment], [invoice]] = await Promise.all([
    desk.intents.findByIds([id]),
    desk.invoices.findByPaymentIntentIds([id]),
  ]);
  if (payment == null || invoice == null) return null;
  const { userId, amount, description } = payment;
  const link = await paperLinks.make(invoice.id, 'MAIL');
  const facts = { amount, description, invoiceNumber: invoice.number, link };
  return { userId, letter: { kind: 'PAYMENT_RECEIPT', ...facts } };
}

async function readRefund(
  { desk, paperLinks }: LetterSources,
  id: string,
): Promise<AddressedLetter | null> {
  const [[refund], [creditNote]] = await Promise.all([
    desk.refunds.findByIds([id]),
    desk.creditNotes.findByRefundIds([id]),
  ]);
  if (refund == null || creditNote == null) return null;
  const { userId, amount, reason } = refund;
  const link = await paperLinks.make(creditNote.id, 'MAIL');
  const facts = { amount, reason, creditNoteNumber: creditNote.number, link };
  return { userId, letter: { kind: 'PAYMENT_REFUNDED', ...facts } };
}

/** In which state a membership is as its letters say, and by when its reader is to act. */
const truths: Readonly<
  Record<
    MembershipLetter['kind'],
    { readonly status: MembershipStatus; readonly until: (periodEnd: Date) => Date }
  >
> = {
  TRIAL_ENDING: { status: 'ACTIVE', until: (trialEnd) => trialEnd },
  RENEWAL_DECLINED: { status: 'PAST_DUE', until: graceEnd },
  RENEWAL_REMINDER: { status: 'PAST_DUE', until: graceEnd },
  MEMBERSHIP_SUSPENDED: { status: 'SUSPENDED', until: patienceEnd },
  MEMBERSHIP_RESTORED: { status: 'ACTIVE', until: (periodEnd) => periodEnd },
};

async function readMembership(
  { desk, appUrl }: LetterSources,
  kind: MembershipLetter['kind'],
  { id, period }: LetterSubject,
): Promise<AddressedLetter | null> {
  const [membership] = await desk.memberships.findByIds([id]);
  const { status, until } = truths[kind];
  if (membership?.currentPeriodEnd == null || membership.status !== status) return null;
  const { currentPeriodEnd, userId } = membership;
  if (period !== undefined && period.getTime() !== currentPeriodEnd.getTime()) return null;
  if (kind === 'TRIAL_ENDING' && currentPeriodEnd <= desk.clock.now()) return null;
  const [plan] = await desk.plans.findByCodes([membership.nextPlanCode ?? membership.planCode]);
  if (plan == null) return null;
  const amount = (await owedBy(desk, membership)) ?? plan.price;
  const facts = { planName: plan.name, amount, until: until(currentPeriodEnd) };
  return { userId, letter: { kind, ...facts, link: `${appUrl}/membership` } };
}

/** What a membership waits to be paid; null when nothing is owed. */
async function owedBy({ charges, intents }: LetterSources['desk'], { id }: Membership) {
  const [open] = await charges.findOpenPayments([id]);
  const [payment] = open == null ? [] : await intents.findByIds([open]);
  return payment?.amount ?? null;
}
