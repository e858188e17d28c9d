import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '@skillswap/kit/references';
import type { Payout as PayoutRecord } from '../payout.ts';
import type { Plan as PlanRecord } from '../plan.ts';
import type { PaymentIntent as PaymentIntentRecord } from '../payment-intent.ts';
import type { Invoice as InvoiceRecord } from '../invoice.ts';
import type { Refund as RefundRecord } from '../refund.ts';
import type { Dispute as DisputeRecord } from '../dispute.ts';
import type { EarningsAccount as EarningsAccountRecord, EarningsEntry as EarningsEntryRecord } from '../earnings.ts';
import type { CreditNote as CreditNoteRecord } from '../credit-note.ts';
import type { Membership as MembershipRecord } from '../membership.ts';
import type { TimeCreditAccount as TimeCreditAccountRecord, TimeCreditEntry as TimeCreditEntryRecord } from '../time-credits.ts';
import type { TimeCreditAdjustment as TimeCreditAdjustmentRecord } from '../time-credit-adjustment.ts';
import type { Span, FinanceRow as FinanceRowRecord, MembershipCount as MembershipCountRecord } from '../finance-report.ts';
import type { AccountStatement as AccountStatementRecord } from '../finance-repository.ts';
import type { Reconciliation as ReconciliationRecord } from '../reconciliation.ts';
import type { PlacedDifference } from '../reconciliation-repository.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as RFC 3339 text, always answered in UTC with milliseconds: 2026-01-31T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What an account of the ledger held and what moved it over a span of time. */
export type AccountStatement = {
  __typename?: 'AccountStatement';
  /** What it held when the span ended. */
  closing: Scalars['Int']['output'];
  /** What moved it, newest first. */
  entries: StatementEntryConnection;
  /** The account's id. */
  id: Scalars['ID']['output'];
  /** What it held when the span began. */
  opening: Scalars['Int']['output'];
  /** What it holds: a currency's ISO 4217 code, or `MINUTES`. */
  unit: Scalars['String']['output'];
};


/** What an account of the ledger held and what moved it over a span of time. */
export type AccountStatementEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** How long one payment of a plan lasts. */
export type BillingPeriod =
  /** One calendar month. */
  | 'MONTH'
  /** One calendar year. */
  | 'YEAR';

/** Ends the viewer's membership. */
export type CancelMembershipInput = {
  /** True to keep it until the end of the paid period, false to end it at once. */
  atPeriodEnd: Scalars['Boolean']['input'];
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
};

/** Keeps another payment method. */
export type ChangePaymentMethodInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment method as the payment provider names it, `pm_card_visa` for instance. */
  paymentMethod: Scalars['String']['input'];
};

/** Changes the plan of the viewer's membership. */
export type ChangePlanInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** The plan to change to. */
  planCode: Scalars['ID']['input'];
};

/** Charges a payment method. */
export type ConfirmPaymentIntentInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment to confirm. */
  paymentIntentId: Scalars['ID']['input'];
  /** The payment method as the payment provider names it, `pm_card_visa` for instance. */
  paymentMethod: Scalars['String']['input'];
};

/** Begins a payment. */
export type CreatePaymentIntentInput = {
  /** The amount in the currency's smallest unit, 50 to 1,000,000. */
  amountMinor: Scalars['Int']['input'];
  /** The currency's ISO 4217 code: EUR, USD, GBP or CHF. */
  currency: Scalars['String']['input'];
  /** What the payment is for, up to 500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /**
   * A session that was held and in which the payer learned, also one half of a swap: its teacher
   * receives the amount less the platform's commission. A session has one payment that is open or
   * charged; another one is refused with WRONG_STATUS. Without it the payment is to the platform.
   */
  sessionId?: InputMaybe<Scalars['ID']['input']>;
};

/** What takes an invoice back, wholly or in part. */
export type CreditNote = {
  __typename?: 'CreditNote';
  /** How much of the invoice it takes back. */
  amount: Money;
  /** When the credit note was issued. */
  issuedAt: Scalars['DateTime']['output'];
  /** The credit note's number: the year and a sequence without gaps, `CN-2026-000001`. */
  number: Scalars['String']['output'];
  /**
   * Where the credit note can be fetched as a PDF. Whoever has the address can, for ten minutes; ask
   * again for another one.
   */
  pdfUrl: Scalars['String']['output'];
};

/** Decides a correction of somebody's time credits. */
export type DecideTimeCreditAdjustmentInput = {
  /** The correction. */
  adjustmentId: Scalars['ID']['input'];
  /** True to carry it out, false to reject it. */
  approve: Scalars['Boolean']['input'];
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
};

/** A charge that its payer's bank takes back, until it has decided for one side. */
export type Dispute = {
  __typename?: 'Dispute';
  /** How much the bank takes back. */
  amount: Money;
  /** Until when evidence can be handed in at the payment provider; null when it takes none. */
  evidenceDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The dispute's id. */
  id: Scalars['ID']['output'];
  /** When we first heard of it. */
  openedAt: Scalars['DateTime']['output'];
  /** Who had paid. */
  payer?: Maybe<User>;
  /** The payment that was charged. */
  payment: PaymentIntent;
  /** The bank's reason, in the payment provider's word for it, `fraudulent` for instance. */
  reason: Scalars['String']['output'];
  /** Where the dispute is in its life. */
  status: DisputeStatus;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
};

/** A page of disputes. */
export type DisputeConnection = {
  __typename?: 'DisputeConnection';
  /** The disputes of this page with their cursors. */
  edges: Array<DisputeEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A dispute in a page. */
export type DisputeEdge = {
  __typename?: 'DisputeEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The dispute. */
  node: Dispute;
};

/** Where a dispute is in its life. It only moves forward. */
export type DisputeStatus =
  /** The bank asked about the charge and left it at that. */
  | 'CLOSED'
  /** The bank asks about the charge; no money has moved. */
  | 'INQUIRY'
  /** The money stays with the payer, unless an appeal is won. */
  | 'LOST'
  /** The money was taken away; evidence is wanted. */
  | 'NEEDS_RESPONSE'
  /** The money was taken away; the bank looks at the evidence. */
  | 'UNDER_REVIEW'
  /** The money was given back to us. */
  | 'WON';

/**
 * What a person has earned by teaching for money, in one currency. Only the person and the finance team
 * may read it.
 */
export type EarningsAccount = {
  __typename?: 'EarningsAccount';
  /**
   * What the person is owed. Below zero when they owe it: what was taken back of payments that they had
   * been paid out. Their next earnings fill it.
   */
  balance: Money;
  /** The currency's ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** What moved it, newest first. */
  entries: EarningsEntryConnection;
};


/**
 * What a person has earned by teaching for money, in one currency. Only the person and the finance team
 * may read it.
 */
export type EarningsAccountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A movement of an account of earnings. */
export type EarningsEntry = {
  __typename?: 'EarningsEntry';
  /** How much came in; below zero when it went out. */
  amount: Money;
  /**
   * What the platform kept of the payment; below zero when it gave that back with a refund. Null when
   * its part did not move.
   */
  commission?: Maybe<Money>;
  /** When the account moved. */
  createdAt: Scalars['DateTime']['output'];
  /** The entry's id. */
  id: Scalars['ID']['output'];
  /** What moved the account. */
  kind: EarningsEntryKind;
  /** The session that was paid for; null when the movement is about none. */
  session?: Maybe<Session>;
};

/** A page of what moved an account of earnings. */
export type EarningsEntryConnection = {
  __typename?: 'EarningsEntryConnection';
  /** The entries of this page with their cursors. */
  edges: Array<EarningsEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An entry in a page. */
export type EarningsEntryEdge = {
  __typename?: 'EarningsEntryEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: EarningsEntry;
};

/** What moves an account of earnings. */
export type EarningsEntryKind =
  /**
   * The payer's bank took a payment back for good, and the teacher's share with it; or an appeal was won
   * and it came back.
   */
  | 'DISPUTE'
  /** A session was paid for: the teacher's share came in. */
  | 'PAYMENT'
  /** Earnings were sent to the person; or could not be, and came back. */
  | 'PAYOUT'
  /** A payment was given back, wholly or in part: so was the teacher's share, in proportion. */
  | 'REFUND';

/** What was earned over a span of time, and how the books stand. */
export type FinanceReport = {
  __typename?: 'FinanceReport';
  /** The platform's own accounts and their balances now. */
  accounts: Array<PlatformAccount>;
  /** When the span begins. */
  from: Scalars['DateTime']['output'];
  /** How many memberships there are now, by plan and state. */
  memberships: Array<MembershipCount>;
  /** What was earned, by currency and by what it was paid for. */
  revenue: Array<FinanceRow>;
  /** When it ends; that instant is no longer in it. */
  to: Scalars['DateTime']['output'];
};

/** What was earned with one thing in one currency. */
export type FinanceRow = {
  __typename?: 'FinanceRow';
  /** What they came to. */
  charged: Money;
  /** The currency's ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** What was charged less what was given back. */
  net: Money;
  /** How many payments were charged. */
  payments: Scalars['Int']['output'];
  /** What it was paid for. */
  purpose: PaymentPurpose;
  /** What they came to. */
  refunded: Money;
  /** How many refunds were made. */
  refunds: Scalars['Int']['output'];
};

/** The invoice of a payment. */
export type Invoice = {
  __typename?: 'Invoice';
  /** What was paid. */
  amount: Money;
  /** The invoice's id. */
  id: Scalars['ID']['output'];
  /** When the invoice was issued. */
  issuedAt: Scalars['DateTime']['output'];
  /** The invoice's number: the year and a sequence without gaps, `2026-000001`. */
  number: Scalars['String']['output'];
  /**
   * An address at which the invoice can be fetched as a PDF for ten minutes. Whoever has it can, so it
   * is asked for anew each time and not kept.
   */
  pdfUrl: Scalars['String']['output'];
  /** Whether the invoice is paid. */
  status: InvoiceStatus;
};

/** A page of invoices. */
export type InvoiceConnection = {
  __typename?: 'InvoiceConnection';
  /** The invoices of this page with their cursors. */
  edges: Array<InvoiceEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An invoice in a page. */
export type InvoiceEdge = {
  __typename?: 'InvoiceEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The invoice. */
  node: Invoice;
};

/** Whether an invoice is paid. */
export type InvoiceStatus =
  /** Paid. */
  | 'PAID'
  /** Issued and not yet paid. */
  | 'PENDING'
  /** Paid and given back. */
  | 'REFUNDED';

/** A person's paid membership. */
export type Membership = {
  __typename?: 'Membership';
  /** Until when it is paid or tried; null before the first payment is confirmed. */
  currentPeriodEnd?: Maybe<Scalars['DateTime']['output']>;
  /** While its renewal is owed: until when it stays in force nevertheless. */
  graceEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The membership's id. */
  id: Scalars['ID']['output'];
  /** The plan that takes the present one's place when the period ends; null when it stays. */
  nextPlan?: Maybe<Plan>;
  /**
   * The payment that it waits for: its first one, a renewal that is owed, or the difference to another
   * plan. Null when it waits for none, and for those who may not read payments.
   */
  pendingPayment?: Maybe<PaymentIntent>;
  /** The plan that was bought. */
  plan: Plan;
  /** When it was bought. */
  startedAt: Scalars['DateTime']['output'];
  /** Where the membership is in its life. */
  status: MembershipStatus;
  /** When its trial ends or ended; null when it began without one. */
  trialEndsAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How many memberships of a plan are in a state. */
export type MembershipCount = {
  __typename?: 'MembershipCount';
  /** How many. */
  count: Scalars['Int']['output'];
  /** The plan. */
  plan?: Maybe<Plan>;
  /** The state. */
  status: MembershipStatus;
};

/** The membership after a request, or why the request was refused. */
export type MembershipPayload = {
  __typename?: 'MembershipPayload';
  /** The membership; null when the request was refused. */
  membership?: Maybe<Membership>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Where a membership is in its life. */
export type MembershipStatus =
  /** Paid and in force. */
  | 'ACTIVE'
  /** In force until the end of the paid period, and cancelled from then on. */
  | 'CANCEL_AT_PERIOD_END'
  /** Over. */
  | 'EXPIRED'
  /** In force although its renewal could not be charged yet. */
  | 'PAST_DUE'
  /** Bought, and waiting for its payment to be confirmed. */
  | 'PENDING'
  /** Out of force until what is owed is paid. */
  | 'SUSPENDED';

/** An amount of money. */
export type Money = {
  __typename?: 'Money';
  /** The amount in the currency's smallest unit: 999 in EUR is €9.99. */
  amountMinor: Scalars['Int']['output'];
  /** The currency's ISO 4217 code. */
  currency: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Ends the viewer's membership, at the end of the paid period or at once. */
  cancelMembership: MembershipPayload;
  /**
   * Keeps another payment method for the renewals of the viewer's membership. A renewal that is owed is
   * charged to it at once.
   */
  changePaymentMethod: MembershipPayload;
  /**
   * Changes the plan of the viewer's membership. A plan that gives more, or the same for longer, takes
   * effect as soon as the difference for the rest of the period is paid; any other takes effect when
   * the paid period ends. The present plan takes back a change that was to come.
   */
  changePlan: MembershipPayload;
  /** Charges a payment method. A bank may demand a further step from the payer first. */
  confirmPaymentIntent: PaymentIntentPayload;
  /** Begins a payment. Nothing is charged before it is confirmed; it expires after one hour. */
  createPaymentIntent: PaymentIntentPayload;
  /**
   * Approves of a correction of time credits, which moves the minutes, or rejects it. Who proposed it
   * and whose account it is cannot decide. For the finance team.
   */
  decideTimeCreditAdjustment: TimeCreditAdjustmentPayload;
  /** Sends a person what they are owed, wholly or in part. For the finance team. */
  payOut: PayOutPayload;
  /**
   * Proposes a correction of somebody's time credits. Nothing moves before another person approves of
   * it. For the finance team.
   */
  proposeTimeCreditAdjustment: TimeCreditAdjustmentPayload;
  /**
   * Gives a payment back to its payer, wholly or in part. For the finance team. A membership whose
   * payment is given back in full is over.
   */
  refundPayment: RefundPaymentPayload;
  /**
   * Applies again what the payment provider reported in a span of time, at most a thousand reports, the
   * oldest first. What had its effect has no other one, so repeating this is harmless. For the finance
   * team.
   */
  replayWebhooks: ReplayWebhooksPayload;
  /** Takes back that the viewer's membership ends with the paid period. */
  resumeMembership: MembershipPayload;
  /**
   * Enters where somebody's payouts go: the account that the payment provider opened for them after it
   * had checked who they are. For the finance team.
   */
  setPayoutAccount: SetPayoutAccountPayload;
  /**
   * Buys a membership, which begins as soon as its payment is confirmed, and renews itself when the
   * paid period ends. With a trial it begins at once and is paid when the trial ends.
   */
  startMembership: MembershipPayload;
};


export type MutationCancelMembershipArgs = {
  input: CancelMembershipInput;
};


export type MutationChangePaymentMethodArgs = {
  input: ChangePaymentMethodInput;
};


export type MutationChangePlanArgs = {
  input: ChangePlanInput;
};


export type MutationConfirmPaymentIntentArgs = {
  input: ConfirmPaymentIntentInput;
};


export type MutationCreatePaymentIntentArgs = {
  input: CreatePaymentIntentInput;
};


export type MutationDecideTimeCreditAdjustmentArgs = {
  input: DecideTimeCreditAdjustmentInput;
};


export type MutationPayOutArgs = {
  input: PayOutInput;
};


export type MutationProposeTimeCreditAdjustmentArgs = {
  input: ProposeTimeCreditAdjustmentInput;
};


export type MutationRefundPaymentArgs = {
  input: RefundPaymentInput;
};


export type MutationReplayWebhooksArgs = {
  input: ReplayWebhooksInput;
};


export type MutationResumeMembershipArgs = {
  input: ResumeMembershipInput;
};


export type MutationSetPayoutAccountArgs = {
  input: SetPayoutAccountInput;
};


export type MutationStartMembershipArgs = {
  input: StartMembershipInput;
};

/** Where a page lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last edge, null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when there is something before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge, null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Sends a person what they are owed. */
export type PayOutInput = {
  /** How much, in the currency's smallest unit: at least 1, and no more than the person is owed. */
  amountMinor: Scalars['Int']['input'];
  /** The currency's ISO 4217 code: EUR, USD, GBP or CHF. */
  currency: Scalars['String']['input'];
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** Who gets it. Nobody pays themselves. */
  personId: Scalars['ID']['input'];
};

/** The payout after a request, or why the request was refused. */
export type PayOutPayload = {
  __typename?: 'PayOutPayload';
  /** The payout; null when the request was refused, also by the payment provider. */
  payout?: Maybe<Payout>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Why a request about money was refused. */
export type PaymentError = UserError & {
  __typename?: 'PaymentError';
  /** The reason, for programs. */
  code: PaymentErrorCode;
  /** The reason, in words for the person. */
  message: Scalars['String']['output'];
  /** Where in the input it lies; empty when it concerns the whole request. */
  path: Array<Scalars['String']['output']>;
};

/** Why a request about money was refused. */
export type PaymentErrorCode =
  /** The payment method was declined. */
  | 'DECLINED'
  /** The first request with this idempotency key is still being worked on. Repeat the request. */
  | 'IDEMPOTENCY_IN_FLIGHT'
  /** The idempotency key was used before with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The amount is not between 50 and 1,000,000. */
  | 'INVALID_AMOUNT'
  /**
   * There is no such payment, plan or membership of the viewer, no held session in which they learned, or
   * no account to pay a person out to.
   */
  | 'NOT_FOUND'
  /** The amount to pay out is below one, or more than the person is owed. */
  | 'PAYOUT_TOO_LARGE'
  /** The payment provider cannot be reached. Repeat the request with the same idempotency key. */
  | 'PROVIDER_UNAVAILABLE'
  /** The amount to give back is below one, or more than what is left of the payment. */
  | 'REFUND_TOO_LARGE'
  /** Somebody else has to do it: it takes two persons, and nobody does it for themselves. */
  | 'SAME_PERSON'
  /** The last log-in or second factor is more than ten minutes ago. Log in again first. */
  | 'STEP_UP_REQUIRED'
  /** The person has had a trial before. */
  | 'TRIAL_USED'
  /** The currency is not one that can be paid in. */
  | 'UNSUPPORTED_CURRENCY'
  /**
   * The payment or membership is in a state that does not allow this, the session has a payment, the
   * account is another person's, or the payment provider refused to pay out.
   */
  | 'WRONG_STATUS';

/** A payment, from its beginning to its end. */
export type PaymentIntent = {
  __typename?: 'PaymentIntent';
  /** What is paid. */
  amount: Money;
  /**
   * What the payer's device needs to take the bank's further step; only the payer sees it, and only
   * while the payment is open.
   */
  clientSecret?: Maybe<Scalars['String']['output']>;
  /**
   * What the platform keeps of a payment for a session; its teacher gets the rest. Null when the payment
   * is for something else.
   */
  commission?: Maybe<Money>;
  /** When the payment was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when it can be confirmed; null when it no longer waits. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The payment's id. */
  id: Scalars['ID']['output'];
  /** The invoice, once the payment is confirmed. */
  invoice?: Maybe<Invoice>;
  /** What was given back of the payment, or is about to be, in the order in which it was begun. */
  refunds: Array<Refund>;
  /** The held session that is paid for; null when the payment is for something else. */
  session?: Maybe<Session>;
  /** Where the payment is in its life. */
  status: PaymentIntentStatus;
};

/** A page of payments. */
export type PaymentIntentConnection = {
  __typename?: 'PaymentIntentConnection';
  /** The payments of this page with their cursors. */
  edges: Array<PaymentIntentEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A payment in a page. */
export type PaymentIntentEdge = {
  __typename?: 'PaymentIntentEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: PaymentIntent;
};

/** The payment after a request, or why the request was refused. */
export type PaymentIntentPayload = {
  __typename?: 'PaymentIntentPayload';
  /** The payment; null when the request was refused. */
  paymentIntent?: Maybe<PaymentIntent>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Where a payment is in its life. A payment only moves forward. */
export type PaymentIntentStatus =
  /** The amount is reserved and not yet charged. */
  | 'AUTHORIZED'
  /** Given up before anything was charged. */
  | 'CANCELLED'
  /** Charged. */
  | 'CONFIRMED'
  /** Not confirmed in time. */
  | 'EXPIRED'
  /** Failed for good. */
  | 'FAILED'
  /** Begun; nothing has been charged. */
  | 'INITIATED'
  /** Charged, and a part of it was given back. */
  | 'PARTIALLY_REFUNDED'
  /** Charged and given back. */
  | 'REFUNDED'
  /** The payer's bank demands a further step from the payer. */
  | 'REQUIRES_ACTION';

/** What money is paid for. */
export type PaymentPurpose =
  /** Payments for sessions: what is kept of them. The rest is their teachers' and not earned by us. */
  | 'COMMISSION'
  /** A membership. */
  | 'MEMBERSHIP'
  /** A payment by itself. */
  | 'PAYMENT';

/** Money that is sent to a person who is owed it. */
export type Payout = {
  __typename?: 'Payout';
  /** Where it goes, as the payment provider names it. */
  account: Scalars['String']['output'];
  /** How much. */
  amount: Money;
  /** The payout's id. */
  id: Scalars['ID']['output'];
  /** Who gets it. */
  person?: Maybe<User>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  requestedBy?: Maybe<User>;
  /** When it was sent or had failed; null before. */
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the payout is in its life. */
  status: PayoutStatus;
};

/** A page of payouts. */
export type PayoutConnection = {
  __typename?: 'PayoutConnection';
  /** The payouts of this page with their cursors. */
  edges: Array<PayoutEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A payout in a page. */
export type PayoutEdge = {
  __typename?: 'PayoutEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The payout. */
  node: Payout;
};

/** Where a payout is in its life. */
export type PayoutStatus =
  /** The payment provider could not send it; the person is owed it again. */
  | 'FAILED'
  /** Set aside; the payment provider has not answered yet. */
  | 'REQUESTED'
  /** Sent to the person's account at the payment provider. */
  | 'SENT';

/** A membership that can be bought. */
export type Plan = {
  __typename?: 'Plan';
  /** What names the plan when buying it, `PREMIUM_MONTH` for instance. */
  code: Scalars['ID']['output'];
  /** What the plan allows beyond what is free. */
  entitlements: Array<Scalars['String']['output']>;
  /** The plan's name for people. */
  name: Scalars['String']['output'];
  /** How long one payment lasts. */
  period: BillingPeriod;
  /** What one period costs. */
  price: Money;
  /** For how many days somebody who never did so may try the plan before the first payment. */
  trialDays: Scalars['Int']['output'];
};

/** An account of the platform's own in the ledger. */
export type PlatformAccount = {
  __typename?: 'PlatformAccount';
  /**
   * How much, in the currency's smallest unit or in minutes. What was earned is below zero, as double
   * entry has it.
   */
  balance: Scalars['Int']['output'];
  /** The account's id. */
  id: Scalars['ID']['output'];
  /** What it holds: a currency's ISO 4217 code, or `MINUTES`. */
  unit: Scalars['String']['output'];
};

/** Proposes a correction of somebody's time credits. */
export type ProposeTimeCreditAdjustmentInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** How many minutes come in; below zero to take them out. At most 6,000 either way. */
  minutes: Scalars['Int']['input'];
  /** Why, in words for the person, 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** Whose account. */
  userId: Scalars['ID']['input'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * What an account of the ledger held and what moved it over a span of time, or null when there is no
   * such account. For the finance team.
   */
  accountStatement?: Maybe<AccountStatement>;
  /** Charges that payers' banks have taken back, newest first. For the finance team. */
  disputes?: Maybe<DisputeConnection>;
  /** What was earned over a span of time, and how the books stand. For the finance team. */
  financeReport?: Maybe<FinanceReport>;
  /** The balance of a member's time credits in minutes. */
  internalTimeCredits: Scalars['Int']['output'];
  /** Money that was sent to those who are owed it, newest first. For the finance team. */
  payouts?: Maybe<PayoutConnection>;
  /** The memberships that can be bought, in the order to show them. */
  plans: Array<Plan>;
  /**
   * Comparisons of the books with the payment provider's, newest first. There is one every night. For
   * the finance team.
   */
  reconciliations?: Maybe<ReconciliationConnection>;
  /** Corrections of time credits, newest first. For the finance team. */
  timeCreditAdjustments?: Maybe<TimeCreditAdjustmentConnection>;
};


export type QueryAccountStatementArgs = {
  accountId: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryDisputesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<DisputeStatus>;
};


export type QueryFinanceReportArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type QueryInternalTimeCreditsArgs = {
  userId: Scalars['ID']['input'];
};


export type QueryPayoutsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<PayoutStatus>;
};


export type QueryReconciliationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryTimeCreditAdjustmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<TimeCreditAdjustmentStatus>;
};

/** A comparison of the books with the payment provider's. */
export type Reconciliation = {
  __typename?: 'Reconciliation';
  /** How many of the provider's charges were compared. */
  charges: Scalars['Int']['output'];
  /** How many differences it found. */
  differenceCount: Scalars['Int']['output'];
  /** The differences in the order in which they were found. */
  differences: ReconciliationDifferenceConnection;
  /** When it was finished. */
  finishedAt: Scalars['DateTime']['output'];
  /** From when on the provider's movements were compared, in the provider's time. */
  from: Scalars['DateTime']['output'];
  /** The comparison's id. */
  id: Scalars['ID']['output'];
  /** How many of the provider's refunds were compared. */
  refunds: Scalars['Int']['output'];
  /** Until when they were compared; that instant is no longer in it. */
  to: Scalars['DateTime']['output'];
};


/** A comparison of the books with the payment provider's. */
export type ReconciliationDifferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of comparisons. */
export type ReconciliationConnection = {
  __typename?: 'ReconciliationConnection';
  /** The comparisons of this page with their cursors. */
  edges: Array<ReconciliationEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** Something that the books and the payment provider's say differently. */
export type ReconciliationDifference = {
  __typename?: 'ReconciliationDifference';
  /** The amount by our books; null when they had none. */
  here?: Maybe<Money>;
  /** True when the books were brought to what the provider says. What is false is for people to decide. */
  isMended: Scalars['Boolean']['output'];
  /** How they differ. */
  kind: ReconciliationDifferenceKind;
  /** The payment; null when the provider's payment is none of ours. */
  payment?: Maybe<PaymentIntent>;
  /** What the provider calls the payment, the refund or the dispute. */
  providerReference: Scalars['String']['output'];
  /** The refund; null when the difference is about something else, or the refund is none of ours. */
  refund?: Maybe<Refund>;
  /** The amount by the provider; null when it has none. */
  there?: Maybe<Money>;
};

/** A page of differences. */
export type ReconciliationDifferenceConnection = {
  __typename?: 'ReconciliationDifferenceConnection';
  /** The differences of this page with their cursors. */
  edges: Array<ReconciliationDifferenceEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A difference in a page. */
export type ReconciliationDifferenceEdge = {
  __typename?: 'ReconciliationDifferenceEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The difference. */
  node: ReconciliationDifference;
};

/** How the books and the payment provider's may differ. */
export type ReconciliationDifferenceKind =
  /** Charged with different amounts. */
  | 'CHARGE_AMOUNT'
  /** Charged at the provider, and not here. */
  | 'CHARGE_MISSING_HERE'
  /** Charged here, and the provider does not know of it. */
  | 'CHARGE_MISSING_THERE'
  /** Disputed at the provider, and not here, or not as far. */
  | 'DISPUTE_MISSING_HERE'
  /** Given back with different amounts. */
  | 'REFUND_AMOUNT'
  /** Given back at the provider, and not here. */
  | 'REFUND_MISSING_HERE'
  /** Given back here, and the provider does not know of it. */
  | 'REFUND_MISSING_THERE';

/** A comparison in a page. */
export type ReconciliationEdge = {
  __typename?: 'ReconciliationEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The comparison. */
  node: Reconciliation;
};

/** Money of a payment that is given back to its payer. Only the payer and the finance team may read it. */
export type Refund = {
  __typename?: 'Refund';
  /** How much is given back. */
  amount: Money;
  /** When the refund was begun. */
  createdAt: Scalars['DateTime']['output'];
  /** The credit note, once the money is given back. */
  creditNote?: Maybe<CreditNote>;
  /** The refund's id. */
  id: Scalars['ID']['output'];
  /** Why it is given back, in words for the payer; null when nothing was said. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Where the refund is in its life. */
  status: RefundStatus;
};

/** Gives a payment back. */
export type RefundPaymentInput = {
  /** How much to give back, in the smallest unit of the payment's currency; all that is left without it. */
  amountMinor?: InputMaybe<Scalars['Int']['input']>;
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment to give back. */
  paymentIntentId: Scalars['ID']['input'];
  /** Why, in words for the payer, up to 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The refund after a request, or why the request was refused. */
export type RefundPaymentPayload = {
  __typename?: 'RefundPaymentPayload';
  /** The refund; null when the request was refused. */
  refund?: Maybe<Refund>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Where a refund is in its life. */
export type RefundStatus =
  /** Could not be given back. */
  | 'FAILED'
  /** Begun; the money is not back yet. */
  | 'PENDING'
  /** Given back. */
  | 'SUCCEEDED';

/** Applies the payment provider's reports again. */
export type ReplayWebhooksInput = {
  /** When the span begins in which they came. */
  from: Scalars['DateTime']['input'];
  /** When it ends; that instant is no longer in it. At most 400 days later. */
  to: Scalars['DateTime']['input'];
};

/** What applying reports again led to, or why the request was refused. */
export type ReplayWebhooksPayload = {
  __typename?: 'ReplayWebhooksPayload';
  /** What it led to; null when the request was refused. */
  replay?: Maybe<WebhookReplay>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Lets a membership go on that was cancelled. */
export type ResumeMembershipInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
};

export type Session = {
  __typename?: 'Session';
  id: Scalars['ID']['output'];
};

/** Enters where somebody's payouts go. */
export type SetPayoutAccountInput = {
  /** The account as the payment provider names it, `acct_` and what follows. It is one person's. */
  account: Scalars['String']['input'];
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** Whose payouts. Nobody enters their own account. */
  personId: Scalars['ID']['input'];
};

/** Whose payout account was entered, or why it was not. */
export type SetPayoutAccountPayload = {
  __typename?: 'SetPayoutAccountPayload';
  /** The person; null when the request was refused. */
  person?: Maybe<User>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Buys a membership. */
export type StartMembershipInput = {
  /**
   * A key of the client's choice, 1 to 255 characters. The same key with the same input gives the first
   * answer again.
   */
  idempotencyKey: Scalars['ID']['input'];
  /** The payment method as the payment provider names it, `pm_card_visa` for instance. */
  paymentMethod: Scalars['String']['input'];
  /** The plan to buy. */
  planCode: Scalars['ID']['input'];
  /** True to try the plan first. A person has one trial. */
  trial?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An entry of a statement. */
export type StatementEntry = {
  __typename?: 'StatementEntry';
  /** How much came in; below zero when it went out. */
  amount: Scalars['Int']['output'];
  /** When it was entered. */
  at: Scalars['DateTime']['output'];
  /** The entry's id. */
  id: Scalars['ID']['output'];
  /** What kind of cause it had, `PAYMENT_CONFIRMED` for instance. */
  kind: Scalars['String']['output'];
  /** What caused it. */
  reference: Scalars['String']['output'];
};

/** A page of a statement. */
export type StatementEntryConnection = {
  __typename?: 'StatementEntryConnection';
  /** The entries of this page with their cursors. */
  edges: Array<StatementEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An entry in a page of a statement. */
export type StatementEntryEdge = {
  __typename?: 'StatementEntryEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: StatementEntry;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Follows one of the viewer's payments: its state now, then its state after each change. */
  paymentIntentUpdated: PaymentIntent;
};


export type SubscriptionPaymentIntentUpdatedArgs = {
  id: Scalars['ID']['input'];
};

/**
 * A person's account of minutes taught and learned. Minutes move from the learner to the teacher when
 * a session is done.
 */
export type TimeCreditAccount = {
  __typename?: 'TimeCreditAccount';
  /** Minutes taught less minutes learned; below zero when the person owes the community time. */
  balanceMinutes: Scalars['Int']['output'];
  /** The movements behind the balance, newest first. */
  entries: TimeCreditEntryConnection;
  /** How many minutes the person can still learn before sessions are refused. */
  remainingMinutes: Scalars['Int']['output'];
  /** How the balance stands to the limits. */
  standing: TimeCreditStanding;
};


/**
 * A person's account of minutes taught and learned. Minutes move from the learner to the teacher when
 * a session is done.
 */
export type TimeCreditAccountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A correction of somebody's time credits. It takes two persons of the finance team. */
export type TimeCreditAdjustment = {
  __typename?: 'TimeCreditAdjustment';
  /** When it was decided; null while it is not. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided it; null while nobody has. */
  decidedBy?: Maybe<User>;
  /** The correction's id. */
  id: Scalars['ID']['output'];
  /** How many minutes come in; below zero when they go out. */
  minutes: Scalars['Int']['output'];
  /** When it was proposed. */
  proposedAt: Scalars['DateTime']['output'];
  /** Who proposed it. */
  proposedBy?: Maybe<User>;
  /** Why, in words for the person. */
  reason: Scalars['String']['output'];
  /** Where it is in its life. */
  status: TimeCreditAdjustmentStatus;
  /** Whose account it is. */
  user?: Maybe<User>;
};

/** A page of corrections. */
export type TimeCreditAdjustmentConnection = {
  __typename?: 'TimeCreditAdjustmentConnection';
  /** The corrections of this page with their cursors. */
  edges: Array<TimeCreditAdjustmentEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A correction in a page. */
export type TimeCreditAdjustmentEdge = {
  __typename?: 'TimeCreditAdjustmentEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The correction. */
  node: TimeCreditAdjustment;
};

/** The correction after a request, or why the request was refused. */
export type TimeCreditAdjustmentPayload = {
  __typename?: 'TimeCreditAdjustmentPayload';
  /** The correction; null when the request was refused. */
  adjustment?: Maybe<TimeCreditAdjustment>;
  /** Why the request was refused; empty when it was not. */
  userErrors: Array<PaymentError>;
};

/** Where a correction of time credits is in its life. */
export type TimeCreditAdjustmentStatus =
  /** Approved of; the minutes have moved. */
  | 'APPROVED'
  /** Waits for a second person. */
  | 'PROPOSED'
  /** Rejected; nothing has moved. */
  | 'REJECTED';

/** A movement of minutes. */
export type TimeCreditEntry = {
  __typename?: 'TimeCreditEntry';
  /** When they moved. */
  createdAt: Scalars['DateTime']['output'];
  /** The movement's id. */
  id: Scalars['ID']['output'];
  /** How many minutes came in; below zero when they went out. */
  minutes: Scalars['Int']['output'];
  /** Of a correction: why it was made. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The session for which they moved. */
  session?: Maybe<Session>;
};

/** A page of movements. */
export type TimeCreditEntryConnection = {
  __typename?: 'TimeCreditEntryConnection';
  /** The movements of this page with their cursors. */
  edges: Array<TimeCreditEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A movement in a page. */
export type TimeCreditEntryEdge = {
  __typename?: 'TimeCreditEntryEdge';
  /** The item's place in the list. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: TimeCreditEntry;
};

/** How a balance of time credits stands to the limits. */
export type TimeCreditStanding =
  /** Ten hours below zero: sessions to learn in are refused until something was taught. */
  | 'EXHAUSTED'
  /** Nothing to say. */
  | 'GOOD'
  /** More than five hours below zero: time to teach something. */
  | 'LOW';

export type User = {
  __typename?: 'User';
  /**
   * What the person has earned by teaching for money, an account for each currency. Only the person and
   * the finance team may read it.
   */
  earnings?: Maybe<Array<EarningsAccount>>;
  /**
   * What the person may do beyond what is free, in the order of the names. Only the person and
   * administrators may read it.
   */
  entitlements?: Maybe<Array<Scalars['String']['output']>>;
  id: Scalars['ID']['output'];
  /** The person's invoices, newest first. Only the person and the finance team may read them. */
  invoices?: Maybe<InvoiceConnection>;
  /**
   * The membership that the person has now, or null without one. Only the person and administrators
   * may read it.
   */
  membership?: Maybe<Membership>;
  /** The person's payments, newest first. Only the person and the finance team may read them. */
  paymentIntents?: Maybe<PaymentIntentConnection>;
  /** What the person has taught and learned, in minutes. Only the person and administrators may read it. */
  timeCredits?: Maybe<TimeCreditAccount>;
};


export type UserInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type UserPaymentIntentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/**
 * Why a mutation did not do what was asked, in a form that the person who asked can act on. Each
 * mutation has its own type with its own codes.
 */
export type UserError = {
  /** A sentence for the person who asked. Programs go by the code. */
  message: Scalars['String']['output'];
  /** The path of the input field that the error is about, without "input". */
  path: Array<Scalars['String']['output']>;
};

/** What applying reports of the payment provider again led to. */
export type WebhookReplay = {
  __typename?: 'WebhookReplay';
  /** How many of them changed something, because they had been lost on us when they came. */
  changed: Scalars['Int']['output'];
  /** How many reports were applied. */
  replayed: Scalars['Int']['output'];
  /** Up to when reports were applied: the end of the span, or where to go on with the rest. */
  through: Scalars['DateTime']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Invoice: Invoice;
  Membership: Membership;
  PaymentIntent: PaymentIntent;
  Plan: Plan;
  Refund: Refund;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Invoice:
    ( { __typename: 'Invoice' }
    & GraphQLRecursivePick<FederationTypes['Invoice'], {"id":true}> );
  Membership:
    ( { __typename: 'Membership' }
    & GraphQLRecursivePick<FederationTypes['Membership'], {"id":true}> );
  PaymentIntent:
    ( { __typename: 'PaymentIntent' }
    & GraphQLRecursivePick<FederationTypes['PaymentIntent'], {"id":true}> );
  Plan:
    ( { __typename: 'Plan' }
    & GraphQLRecursivePick<FederationTypes['Plan'], {"code":true}> );
  Refund:
    ( { __typename: 'Refund' }
    & GraphQLRecursivePick<FederationTypes['Refund'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( PaymentError );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccountStatement: ResolverTypeWrapper<AccountStatementRecord>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  BillingPeriod: BillingPeriod;
  CancelMembershipInput: CancelMembershipInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangePaymentMethodInput: ChangePaymentMethodInput;
  ChangePlanInput: ChangePlanInput;
  ConfirmPaymentIntentInput: ConfirmPaymentIntentInput;
  CreatePaymentIntentInput: CreatePaymentIntentInput;
  CreditNote: ResolverTypeWrapper<CreditNoteRecord>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideTimeCreditAdjustmentInput: DecideTimeCreditAdjustmentInput;
  Dispute: ResolverTypeWrapper<DisputeRecord>;
  DisputeConnection: ResolverTypeWrapper<Omit<DisputeConnection, 'edges'> & { edges: Array<ResolversTypes['DisputeEdge']> }>;
  DisputeEdge: ResolverTypeWrapper<Omit<DisputeEdge, 'node'> & { node: ResolversTypes['Dispute'] }>;
  DisputeStatus: DisputeStatus;
  EarningsAccount: ResolverTypeWrapper<EarningsAccountRecord>;
  EarningsEntry: ResolverTypeWrapper<EarningsEntryRecord>;
  EarningsEntryConnection: ResolverTypeWrapper<Omit<EarningsEntryConnection, 'edges'> & { edges: Array<ResolversTypes['EarningsEntryEdge']> }>;
  EarningsEntryEdge: ResolverTypeWrapper<Omit<EarningsEntryEdge, 'node'> & { node: ResolversTypes['EarningsEntry'] }>;
  EarningsEntryKind: EarningsEntryKind;
  FinanceReport: ResolverTypeWrapper<Span>;
  FinanceRow: ResolverTypeWrapper<FinanceRowRecord>;
  Invoice: ResolverTypeWrapper<InvoiceRecord>;
  InvoiceConnection: ResolverTypeWrapper<Omit<InvoiceConnection, 'edges'> & { edges: Array<ResolversTypes['InvoiceEdge']> }>;
  InvoiceEdge: ResolverTypeWrapper<Omit<InvoiceEdge, 'node'> & { node: ResolversTypes['Invoice'] }>;
  InvoiceStatus: InvoiceStatus;
  Membership: ResolverTypeWrapper<MembershipRecord>;
  MembershipCount: ResolverTypeWrapper<MembershipCountRecord>;
  MembershipPayload: ResolverTypeWrapper<Omit<MembershipPayload, 'membership'> & { membership?: Maybe<ResolversTypes['Membership']> }>;
  MembershipStatus: MembershipStatus;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PayOutInput: PayOutInput;
  PayOutPayload: ResolverTypeWrapper<Omit<PayOutPayload, 'payout'> & { payout?: Maybe<ResolversTypes['Payout']> }>;
  PaymentError: ResolverTypeWrapper<PaymentError>;
  PaymentErrorCode: PaymentErrorCode;
  PaymentIntent: ResolverTypeWrapper<PaymentIntentRecord>;
  PaymentIntentConnection: ResolverTypeWrapper<Omit<PaymentIntentConnection, 'edges'> & { edges: Array<ResolversTypes['PaymentIntentEdge']> }>;
  PaymentIntentEdge: ResolverTypeWrapper<Omit<PaymentIntentEdge, 'node'> & { node: ResolversTypes['PaymentIntent'] }>;
  PaymentIntentPayload: ResolverTypeWrapper<Omit<PaymentIntentPayload, 'paymentIntent'> & { paymentIntent?: Maybe<ResolversTypes['PaymentIntent']> }>;
  PaymentIntentStatus: PaymentIntentStatus;
  PaymentPurpose: PaymentPurpose;
  Payout: ResolverTypeWrapper<PayoutRecord>;
  PayoutConnection: ResolverTypeWrapper<Omit<PayoutConnection, 'edges'> & { edges: Array<ResolversTypes['PayoutEdge']> }>;
  PayoutEdge: ResolverTypeWrapper<Omit<PayoutEdge, 'node'> & { node: ResolversTypes['Payout'] }>;
  PayoutStatus: PayoutStatus;
  Plan: ResolverTypeWrapper<PlanRecord>;
  PlatformAccount: ResolverTypeWrapper<PlatformAccount>;
  ProposeTimeCreditAdjustmentInput: ProposeTimeCreditAdjustmentInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reconciliation: ResolverTypeWrapper<ReconciliationRecord>;
  ReconciliationConnection: ResolverTypeWrapper<Omit<ReconciliationConnection, 'edges'> & { edges: Array<ResolversTypes['ReconciliationEdge']> }>;
  ReconciliationDifference: ResolverTypeWrapper<PlacedDifference>;
  ReconciliationDifferenceConnection: ResolverTypeWrapper<Omit<ReconciliationDifferenceConnection, 'edges'> & { edges: Array<ResolversTypes['ReconciliationDifferenceEdge']> }>;
  ReconciliationDifferenceEdge: ResolverTypeWrapper<Omit<ReconciliationDifferenceEdge, 'node'> & { node: ResolversTypes['ReconciliationDifference'] }>;
  ReconciliationDifferenceKind: ReconciliationDifferenceKind;
  ReconciliationEdge: ResolverTypeWrapper<Omit<ReconciliationEdge, 'node'> & { node: ResolversTypes['Reconciliation'] }>;
  Refund: ResolverTypeWrapper<RefundRecord>;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: ResolverTypeWrapper<Omit<RefundPaymentPayload, 'refund'> & { refund?: Maybe<ResolversTypes['Refund']> }>;
  RefundStatus: RefundStatus;
  ReplayWebhooksInput: ReplayWebhooksInput;
  ReplayWebhooksPayload: ResolverTypeWrapper<ReplayWebhooksPayload>;
  ResumeMembershipInput: ResumeMembershipInput;
  Session: ResolverTypeWrapper<EntityReference>;
  SetPayoutAccountInput: SetPayoutAccountInput;
  SetPayoutAccountPayload: ResolverTypeWrapper<Omit<SetPayoutAccountPayload, 'person'> & { person?: Maybe<ResolversTypes['User']> }>;
  StartMembershipInput: StartMembershipInput;
  StatementEntry: ResolverTypeWrapper<StatementEntry>;
  StatementEntryConnection: ResolverTypeWrapper<StatementEntryConnection>;
  StatementEntryEdge: ResolverTypeWrapper<StatementEntryEdge>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeCreditAccount: ResolverTypeWrapper<TimeCreditAccountRecord>;
  TimeCreditAdjustment: ResolverTypeWrapper<TimeCreditAdjustmentRecord>;
  TimeCreditAdjustmentConnection: ResolverTypeWrapper<Omit<TimeCreditAdjustmentConnection, 'edges'> & { edges: Array<ResolversTypes['TimeCreditAdjustmentEdge']> }>;
  TimeCreditAdjustmentEdge: ResolverTypeWrapper<Omit<TimeCreditAdjustmentEdge, 'node'> & { node: ResolversTypes['TimeCreditAdjustment'] }>;
  TimeCreditAdjustmentPayload: ResolverTypeWrapper<Omit<TimeCreditAdjustmentPayload, 'adjustment'> & { adjustment?: Maybe<ResolversTypes['TimeCreditAdjustment']> }>;
  TimeCreditAdjustmentStatus: TimeCreditAdjustmentStatus;
  TimeCreditEntry: ResolverTypeWrapper<TimeCreditEntryRecord>;
  TimeCreditEntryConnection: ResolverTypeWrapper<Omit<TimeCreditEntryConnection, 'edges'> & { edges: Array<ResolversTypes['TimeCreditEntryEdge']> }>;
  TimeCreditEntryEdge: ResolverTypeWrapper<Omit<TimeCreditEntryEdge, 'node'> & { node: ResolversTypes['TimeCreditEntry'] }>;
  TimeCreditStanding: TimeCreditStanding;
  User: ResolverTypeWrapper<EntityReference>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  WebhookReplay: ResolverTypeWrapper<WebhookReplay>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccountStatement: AccountStatementRecord;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  CancelMembershipInput: CancelMembershipInput;
  Boolean: Scalars['Boolean']['output'];
  ChangePaymentMethodInput: ChangePaymentMethodInput;
  ChangePlanInput: ChangePlanInput;
  ConfirmPaymentIntentInput: ConfirmPaymentIntentInput;
  CreatePaymentIntentInput: CreatePaymentIntentInput;
  CreditNote: CreditNoteRecord;
  DateTime: Scalars['DateTime']['output'];
  DecideTimeCreditAdjustmentInput: DecideTimeCreditAdjustmentInput;
  Dispute: DisputeRecord;
  DisputeConnection: Omit<DisputeConnection, 'edges'> & { edges: Array<ResolversParentTypes['DisputeEdge']> };
  DisputeEdge: Omit<DisputeEdge, 'node'> & { node: ResolversParentTypes['Dispute'] };
  EarningsAccount: EarningsAccountRecord;
  EarningsEntry: EarningsEntryRecord;
  EarningsEntryConnection: Omit<EarningsEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['EarningsEntryEdge']> };
  EarningsEntryEdge: Omit<EarningsEntryEdge, 'node'> & { node: ResolversParentTypes['EarningsEntry'] };
  FinanceReport: Span;
  FinanceRow: FinanceRowRecord;
  Invoice: InvoiceRecord;
  InvoiceConnection: Omit<InvoiceConnection, 'edges'> & { edges: Array<ResolversParentTypes['InvoiceEdge']> };
  InvoiceEdge: Omit<InvoiceEdge, 'node'> & { node: ResolversParentTypes['Invoice'] };
  Membership: MembershipRecord;
  MembershipCount: MembershipCountRecord;
  MembershipPayload: Omit<MembershipPayload, 'membership'> & { membership?: Maybe<ResolversParentTypes['Membership']> };
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PayOutInput: PayOutInput;
  PayOutPayload: Omit<PayOutPayload, 'payout'> & { payout?: Maybe<ResolversParentTypes['Payout']> };
  PaymentError: PaymentError;
  PaymentIntent: PaymentIntentRecord;
  PaymentIntentConnection: Omit<PaymentIntentConnection, 'edges'> & { edges: Array<ResolversParentTypes['PaymentIntentEdge']> };
  PaymentIntentEdge: Omit<PaymentIntentEdge, 'node'> & { node: ResolversParentTypes['PaymentIntent'] };
  PaymentIntentPayload: Omit<PaymentIntentPayload, 'paymentIntent'> & { paymentIntent?: Maybe<ResolversParentTypes['PaymentIntent']> };
  Payout: PayoutRecord;
  PayoutConnection: Omit<PayoutConnection, 'edges'> & { edges: Array<ResolversParentTypes['PayoutEdge']> };
  PayoutEdge: Omit<PayoutEdge, 'node'> & { node: ResolversParentTypes['Payout'] };
  Plan: PlanRecord;
  PlatformAccount: PlatformAccount;
  ProposeTimeCreditAdjustmentInput: ProposeTimeCreditAdjustmentInput;
  Query: Record<PropertyKey, never>;
  Reconciliation: ReconciliationRecord;
  ReconciliationConnection: Omit<ReconciliationConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReconciliationEdge']> };
  ReconciliationDifference: PlacedDifference;
  ReconciliationDifferenceConnection: Omit<ReconciliationDifferenceConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReconciliationDifferenceEdge']> };
  ReconciliationDifferenceEdge: Omit<ReconciliationDifferenceEdge, 'node'> & { node: ResolversParentTypes['ReconciliationDifference'] };
  ReconciliationEdge: Omit<ReconciliationEdge, 'node'> & { node: ResolversParentTypes['Reconciliation'] };
  Refund: RefundRecord;
  RefundPaymentInput: RefundPaymentInput;
  RefundPaymentPayload: Omit<RefundPaymentPayload, 'refund'> & { refund?: Maybe<ResolversParentTypes['Refund']> };
  ReplayWebhooksInput: ReplayWebhooksInput;
  ReplayWebhooksPayload: ReplayWebhooksPayload;
  ResumeMembershipInput: ResumeMembershipInput;
  Session: EntityReference;
  SetPayoutAccountInput: SetPayoutAccountInput;
  SetPayoutAccountPayload: Omit<SetPayoutAccountPayload, 'person'> & { person?: Maybe<ResolversParentTypes['User']> };
  StartMembershipInput: StartMembershipInput;
  StatementEntry: StatementEntry;
  StatementEntryConnection: StatementEntryConnection;
  StatementEntryEdge: StatementEntryEdge;
  Subscription: Record<PropertyKey, never>;
  TimeCreditAccount: TimeCreditAccountRecord;
  TimeCreditAdjustment: TimeCreditAdjustmentRecord;
  TimeCreditAdjustmentConnection: Omit<TimeCreditAdjustmentConnection, 'edges'> & { edges: Array<ResolversParentTypes['TimeCreditAdjustmentEdge']> };
  TimeCreditAdjustmentEdge: Omit<TimeCreditAdjustmentEdge, 'node'> & { node: ResolversParentTypes['TimeCreditAdjustment'] };
  TimeCreditAdjustmentPayload: Omit<TimeCreditAdjustmentPayload, 'adjustment'> & { adjustment?: Maybe<ResolversParentTypes['TimeCreditAdjustment']> };
  TimeCreditEntry: TimeCreditEntryRecord;
  TimeCreditEntryConnection: Omit<TimeCreditEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['TimeCreditEntryEdge']> };
  TimeCreditEntryEdge: Omit<TimeCreditEntryEdge, 'node'> & { node: ResolversParentTypes['TimeCreditEntry'] };
  User: EntityReference;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  WebhookReplay: WebhookReplay;
};

export type PublicDirectiveArgs = { };

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountStatementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountStatement'] = ResolversParentTypes['AccountStatement']> = {
  closing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['StatementEntryConnection'], ParentType, ContextType, RequireFields<AccountStatementEntriesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreditNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditNote'] = ResolversParentTypes['CreditNote']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisputeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Dispute'] = ResolversParentTypes['Dispute']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  evidenceDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['PaymentIntent'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DisputeStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DisputeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputeConnection'] = ResolversParentTypes['DisputeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisputeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisputeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisputeEdge'] = ResolversParentTypes['DisputeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Dispute'], ParentType, ContextType>;
};

export type EarningsAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EarningsAccount'] = ResolversParentTypes['EarningsAccount']> = {
  balance?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['EarningsEntryConnection'], ParentType, ContextType, RequireFields<EarningsAccountEntriesArgs, 'first'>>;
};

export type EarningsEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EarningsEntry'] = ResolversParentTypes['EarningsEntry']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  commission?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EarningsEntryKind'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type EarningsEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EarningsEntryConnection'] = ResolversParentTypes['EarningsEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EarningsEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EarningsEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EarningsEntryEdge'] = ResolversParentTypes['EarningsEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EarningsEntry'], ParentType, ContextType>;
};

export type FinanceReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinanceReport'] = ResolversParentTypes['FinanceReport']> = {
  accounts?: Resolver<Array<ResolversTypes['PlatformAccount']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['MembershipCount']>, ParentType, ContextType>;
  revenue?: Resolver<Array<ResolversTypes['FinanceRow']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FinanceRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FinanceRow'] = ResolversParentTypes['FinanceRow']> = {
  charged?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  payments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['PaymentPurpose'], ParentType, ContextType>;
  refunded?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invoice'] = ResolversParentTypes['Invoice'], FederationReferenceType extends FederationReferenceTypes['Invoice'] = FederationReferenceTypes['Invoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Invoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdfUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InvoiceStatus'], ParentType, ContextType>;
};

export type InvoiceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvoiceConnection'] = ResolversParentTypes['InvoiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InvoiceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvoiceEdge'] = ResolversParentTypes['InvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invoice'], ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership'], FederationReferenceType extends FederationReferenceTypes['Membership'] = FederationReferenceTypes['Membership']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Membership']> | FederationReferenceType, FederationReferenceType, ContextType>;
  currentPeriodEnd?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  graceEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextPlan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  pendingPayment?: Resolver<Maybe<ResolversTypes['PaymentIntent']>, ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MembershipStatus'], ParentType, ContextType>;
  trialEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MembershipCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MembershipCount'] = ResolversParentTypes['MembershipCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MembershipStatus'], ParentType, ContextType>;
};

export type MembershipPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MembershipPayload'] = ResolversParentTypes['MembershipPayload']> = {
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amountMinor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelMembership: Resolver<ResolversTypes['MembershipPayload'], ParentType, ContextType, RequireFields<MutationCancelMembershipArgs, 'input'>>;
  changePaymentMethod: Resolver<ResolversTypes['MembershipPayload'], ParentType, ContextType, RequireFields<MutationChangePaymentMethodArgs, 'input'>>;
  changePlan: Resolver<ResolversTypes['MembershipPayload'], ParentType, ContextType, RequireFields<MutationChangePlanArgs, 'input'>>;
  confirmPaymentIntent: Resolver<ResolversTypes['PaymentIntentPayload'], ParentType, ContextType, RequireFields<MutationConfirmPaymentIntentArgs, 'input'>>;
  createPaymentIntent: Resolver<ResolversTypes['PaymentIntentPayload'], ParentType, ContextType, RequireFields<MutationCreatePaymentIntentArgs, 'input'>>;
  decideTimeCreditAdjustment: Resolver<ResolversTypes['TimeCreditAdjustmentPayload'], ParentType, ContextType, RequireFields<MutationDecideTimeCreditAdjustmentArgs, 'input'>>;
  payOut: Resolver<ResolversTypes['PayOutPayload'], ParentType, ContextType, RequireFields<MutationPayOutArgs, 'input'>>;
  proposeTimeCreditAdjustment: Resolver<ResolversTypes['TimeCreditAdjustmentPayload'], ParentType, ContextType, RequireFields<MutationProposeTimeCreditAdjustmentArgs, 'input'>>;
  refundPayment: Resolver<ResolversTypes['RefundPaymentPayload'], ParentType, ContextType, RequireFields<MutationRefundPaymentArgs, 'input'>>;
  replayWebhooks: Resolver<ResolversTypes['ReplayWebhooksPayload'], ParentType, ContextType, RequireFields<MutationReplayWebhooksArgs, 'input'>>;
  resumeMembership: Resolver<ResolversTypes['MembershipPayload'], ParentType, ContextType, RequireFields<MutationResumeMembershipArgs, 'input'>>;
  setPayoutAccount: Resolver<ResolversTypes['SetPayoutAccountPayload'], ParentType, ContextType, RequireFields<MutationSetPayoutAccountArgs, 'input'>>;
  startMembership: Resolver<ResolversTypes['MembershipPayload'], ParentType, ContextType, RequireFields<MutationStartMembershipArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayOutPayload'] = ResolversParentTypes['PayOutPayload']> = {
  payout?: Resolver<Maybe<ResolversTypes['Payout']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type PaymentErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentError'] = ResolversParentTypes['PaymentError']> = {
  code?: Resolver<ResolversTypes['PaymentErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentIntentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentIntent'] = ResolversParentTypes['PaymentIntent'], FederationReferenceType extends FederationReferenceTypes['PaymentIntent'] = FederationReferenceTypes['PaymentIntent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PaymentIntent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  clientSecret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  commission?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['Invoice']>, ParentType, ContextType>;
  refunds?: Resolver<Array<ResolversTypes['Refund']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentIntentStatus'], ParentType, ContextType>;
};

export type PaymentIntentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentIntentConnection'] = ResolversParentTypes['PaymentIntentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaymentIntentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PaymentIntentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentIntentEdge'] = ResolversParentTypes['PaymentIntentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaymentIntent'], ParentType, ContextType>;
};

export type PaymentIntentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaymentIntentPayload'] = ResolversParentTypes['PaymentIntentPayload']> = {
  paymentIntent?: Resolver<Maybe<ResolversTypes['PaymentIntent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type PayoutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payout'] = ResolversParentTypes['Payout']> = {
  account?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PayoutStatus'], ParentType, ContextType>;
};

export type PayoutConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayoutConnection'] = ResolversParentTypes['PayoutConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayoutEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayoutEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayoutEdge'] = ResolversParentTypes['PayoutEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payout'], ParentType, ContextType>;
};

export type PlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan'], FederationReferenceType extends FederationReferenceTypes['Plan'] = FederationReferenceTypes['Plan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Plan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  entitlements?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['BillingPeriod'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  trialDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlatformAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlatformAccount'] = ResolversParentTypes['PlatformAccount']> = {
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountStatement: Resolver<Maybe<ResolversTypes['AccountStatement']>, ParentType, ContextType, RequireFields<QueryAccountStatementArgs, 'accountId' | 'from' | 'to'>>;
  disputes: Resolver<Maybe<ResolversTypes['DisputeConnection']>, ParentType, ContextType, RequireFields<QueryDisputesArgs, 'first'>>;
  financeReport: Resolver<Maybe<ResolversTypes['FinanceReport']>, ParentType, ContextType, RequireFields<QueryFinanceReportArgs, 'from' | 'to'>>;
  internalTimeCredits: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<QueryInternalTimeCreditsArgs, 'userId'>>;
  payouts: Resolver<Maybe<ResolversTypes['PayoutConnection']>, ParentType, ContextType, RequireFields<QueryPayoutsArgs, 'first'>>;
  plans: Resolver<Array<ResolversTypes['Plan']>, ParentType, ContextType>;
  reconciliations: Resolver<Maybe<ResolversTypes['ReconciliationConnection']>, ParentType, ContextType, RequireFields<QueryReconciliationsArgs, 'first'>>;
  timeCreditAdjustments: Resolver<Maybe<ResolversTypes['TimeCreditAdjustmentConnection']>, ParentType, ContextType, RequireFields<QueryTimeCreditAdjustmentsArgs, 'first'>>;
};

export type ReconciliationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reconciliation'] = ResolversParentTypes['Reconciliation']> = {
  charges?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differenceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['ReconciliationDifferenceConnection'], ParentType, ContextType, RequireFields<ReconciliationDifferencesArgs, 'first'>>;
  finishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refunds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReconciliationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconciliationConnection'] = ResolversParentTypes['ReconciliationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReconciliationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReconciliationDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconciliationDifference'] = ResolversParentTypes['ReconciliationDifference']> = {
  here?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  isMended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReconciliationDifferenceKind'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['PaymentIntent']>, ParentType, ContextType>;
  providerReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  there?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type ReconciliationDifferenceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconciliationDifferenceConnection'] = ResolversParentTypes['ReconciliationDifferenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReconciliationDifferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReconciliationDifferenceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconciliationDifferenceEdge'] = ResolversParentTypes['ReconciliationDifferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReconciliationDifference'], ParentType, ContextType>;
};

export type ReconciliationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReconciliationEdge'] = ResolversParentTypes['ReconciliationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reconciliation'], ParentType, ContextType>;
};

export type RefundResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund'], FederationReferenceType extends FederationReferenceTypes['Refund'] = FederationReferenceTypes['Refund']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Refund']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creditNote?: Resolver<Maybe<ResolversTypes['CreditNote']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RefundStatus'], ParentType, ContextType>;
};

export type RefundPaymentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefundPaymentPayload'] = ResolversParentTypes['RefundPaymentPayload']> = {
  refund?: Resolver<Maybe<ResolversTypes['Refund']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type ReplayWebhooksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayWebhooksPayload'] = ResolversParentTypes['ReplayWebhooksPayload']> = {
  replay?: Resolver<Maybe<ResolversTypes['WebhookReplay']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetPayoutAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetPayoutAccountPayload'] = ResolversParentTypes['SetPayoutAccountPayload']> = {
  person?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type StatementEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEntry'] = ResolversParentTypes['StatementEntry']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatementEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEntryConnection'] = ResolversParentTypes['StatementEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StatementEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatementEntryEdge'] = ResolversParentTypes['StatementEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StatementEntry'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  paymentIntentUpdated: SubscriptionResolver<ResolversTypes['PaymentIntent'], "paymentIntentUpdated", ParentType, ContextType, RequireFields<SubscriptionPaymentIntentUpdatedArgs, 'id'>>;
};

export type TimeCreditAccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditAccount'] = ResolversParentTypes['TimeCreditAccount']> = {
  balanceMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['TimeCreditEntryConnection'], ParentType, ContextType, RequireFields<TimeCreditAccountEntriesArgs, 'first'>>;
  remainingMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['TimeCreditStanding'], ParentType, ContextType>;
};

export type TimeCreditAdjustmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditAdjustment'] = ResolversParentTypes['TimeCreditAdjustment']> = {
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TimeCreditAdjustmentStatus'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type TimeCreditAdjustmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditAdjustmentConnection'] = ResolversParentTypes['TimeCreditAdjustmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimeCreditAdjustmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TimeCreditAdjustmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditAdjustmentEdge'] = ResolversParentTypes['TimeCreditAdjustmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimeCreditAdjustment'], ParentType, ContextType>;
};

export type TimeCreditAdjustmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditAdjustmentPayload'] = ResolversParentTypes['TimeCreditAdjustmentPayload']> = {
  adjustment?: Resolver<Maybe<ResolversTypes['TimeCreditAdjustment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PaymentError']>, ParentType, ContextType>;
};

export type TimeCreditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditEntry'] = ResolversParentTypes['TimeCreditEntry']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
};

export type TimeCreditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditEntryConnection'] = ResolversParentTypes['TimeCreditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimeCreditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TimeCreditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeCreditEntryEdge'] = ResolversParentTypes['TimeCreditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimeCreditEntry'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  earnings?: Resolver<Maybe<Array<ResolversTypes['EarningsAccount']>>, ParentType, ContextType>;
  entitlements?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoices?: Resolver<Maybe<ResolversTypes['InvoiceConnection']>, ParentType, ContextType, RequireFields<UserInvoicesArgs, 'first'>>;
  membership?: Resolver<Maybe<ResolversTypes['Membership']>, ParentType, ContextType>;
  paymentIntents?: Resolver<Maybe<ResolversTypes['PaymentIntentConnection']>, ParentType, ContextType, RequireFields<UserPaymentIntentsArgs, 'first'>>;
  timeCredits?: Resolver<Maybe<ResolversTypes['TimeCreditAccount']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PaymentError', ParentType, ContextType>;
};

export type WebhookReplayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookReplay'] = ResolversParentTypes['WebhookReplay']> = {
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  through?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AccountStatement?: AccountStatementResolvers<ContextType>;
  CreditNote?: CreditNoteResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Dispute?: DisputeResolvers<ContextType>;
  DisputeConnection?: DisputeConnectionResolvers<ContextType>;
  DisputeEdge?: DisputeEdgeResolvers<ContextType>;
  EarningsAccount?: EarningsAccountResolvers<ContextType>;
  EarningsEntry?: EarningsEntryResolvers<ContextType>;
  EarningsEntryConnection?: EarningsEntryConnectionResolvers<ContextType>;
  EarningsEntryEdge?: EarningsEntryEdgeResolvers<ContextType>;
  FinanceReport?: FinanceReportResolvers<ContextType>;
  FinanceRow?: FinanceRowResolvers<ContextType>;
  Invoice?: InvoiceResolvers<ContextType>;
  InvoiceConnection?: InvoiceConnectionResolvers<ContextType>;
  InvoiceEdge?: InvoiceEdgeResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  MembershipCount?: MembershipCountResolvers<ContextType>;
  MembershipPayload?: MembershipPayloadResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayOutPayload?: PayOutPayloadResolvers<ContextType>;
  PaymentError?: PaymentErrorResolvers<ContextType>;
  PaymentIntent?: PaymentIntentResolvers<ContextType>;
  PaymentIntentConnection?: PaymentIntentConnectionResolvers<ContextType>;
  PaymentIntentEdge?: PaymentIntentEdgeResolvers<ContextType>;
  PaymentIntentPayload?: PaymentIntentPayloadResolvers<ContextType>;
  Payout?: PayoutResolvers<ContextType>;
  PayoutConnection?: PayoutConnectionResolvers<ContextType>;
  PayoutEdge?: PayoutEdgeResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  PlatformAccount?: PlatformAccountResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reconciliation?: ReconciliationResolvers<ContextType>;
  ReconciliationConnection?: ReconciliationConnectionResolvers<ContextType>;
  ReconciliationDifference?: ReconciliationDifferenceResolvers<ContextType>;
  ReconciliationDifferenceConnection?: ReconciliationDifferenceConnectionResolvers<ContextType>;
  ReconciliationDifferenceEdge?: ReconciliationDifferenceEdgeResolvers<ContextType>;
  ReconciliationEdge?: ReconciliationEdgeResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  RefundPaymentPayload?: RefundPaymentPayloadResolvers<ContextType>;
  ReplayWebhooksPayload?: ReplayWebhooksPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetPayoutAccountPayload?: SetPayoutAccountPayloadResolvers<ContextType>;
  StatementEntry?: StatementEntryResolvers<ContextType>;
  StatementEntryConnection?: StatementEntryConnectionResolvers<ContextType>;
  StatementEntryEdge?: StatementEntryEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimeCreditAccount?: TimeCreditAccountResolvers<ContextType>;
  TimeCreditAdjustment?: TimeCreditAdjustmentResolvers<ContextType>;
  TimeCreditAdjustmentConnection?: TimeCreditAdjustmentConnectionResolvers<ContextType>;
  TimeCreditAdjustmentEdge?: TimeCreditAdjustmentEdgeResolvers<ContextType>;
  TimeCreditAdjustmentPayload?: TimeCreditAdjustmentPayloadResolvers<ContextType>;
  TimeCreditEntry?: TimeCreditEntryResolvers<ContextType>;
  TimeCreditEntryConnection?: TimeCreditEntryConnectionResolvers<ContextType>;
  TimeCreditEntryEdge?: TimeCreditEntryEdgeResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WebhookReplay?: WebhookReplayResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
