import type { ForwardArguments, Page } from '@skillswap/kit/connection';
import type { LiveSequenceOptions } from '@skillswap/kit/live';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import DataLoader from 'dataloader';
import type { CreditNote } from './credit-note.ts';
import type { EarningsRepository } from './earnings-repository.ts';
import type { EarningsAccount, EarningsEntry } from './earnings.ts';
import type { FinanceRepository } from './finance-repository.ts';
import type { PaperLinks } from './paper-links.ts';
import type { Invoice } from './invoice.ts';
import type { Membership } from './membership.ts';
import type { MoneyDesk } from './money-desk.ts';
import { createPageLoader } from './page-loader.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { Payout } from './payout.ts';
import type { Plan } from './plan.ts';
import type { Refund } from './refund.ts';
import type { TimeCreditAdjustment } from './time-credit-adjustment.ts';
import type { TimeCreditsRepository } from './time-credits-repository.ts';
import type { TimeCreditAccount, TimeCreditEntry } from './time-credits.ts';

type LoadPage<Row> = (ownerId: string, args: ForwardArguments) => Promise<Page<Row>>;

/** What {@link createContext} makes contexts from. */
export interface Stores {
  readonly desk: MoneyDesk;
  readonly timeCredits: TimeCreditsRepository;
  readonly earnings: EarningsRepository;
  readonly finance: FinanceRepository;
  readonly paperLinks: PaperLinks;
  readonly pubsub: LiveSequenceOptions<unknown, unknown>['pubsub'];
  /** Where those who follow a payment are woken. */
  readonly channelOf: (paymentIntentId: string) => string;
}

/** What resolvers work with. */
export interface Context
  extends RequestContext, Pick<Stores, 'desk' | 'finance' | 'paperLinks' | 'pubsub' | 'channelOf'> {
  readonly paymentIntentById: DataLoader<string, PaymentIntent | null>;
  readonly invoiceById: DataLoader<string, Invoice | null>;
  readonly invoiceByPaymentIntent: DataLoader<string, Invoice | null>;
  readonly refundById: DataLoader<string, Refund | null>;
  readonly refundsByPaymentIntent: DataLoader<string, Refund[]>;
  readonly creditNoteByRefund: DataLoader<string, CreditNote | null>;
  readonly membershipById: DataLoader<string, Membership | null>;
  readonly membershipByUser: DataLoader<string, Membership | null>;
  readonly openPaymentByMembership: DataLoader<string, string | null>;
  readonly entitlementsByUser: DataLoader<string, string[]>;
  readonly adjustmentById: DataLoader<string, TimeCreditAdjustment | null>;
  readonly payoutById: DataLoader<string, Payout | null>;
  readonly planByCode: DataLoader<string, Plan | null>;
  readonly timeCreditsByUser: DataLoader<string, TimeCreditAccount>;
  readonly earningsByUser: DataLoader<string, EarningsAccount[]>;
  readonly earningsEntriesByAccount: LoadPage<EarningsEntry>;
  readonly paymentIntentsByUser: LoadPage<PaymentIntent>;
  readonly invoicesByUser: LoadPage<Invoice>;
  readonly timeCreditEntriesByUser: LoadPage<TimeCreditEntry>;
}

/** Makes the context of one operation. */
export function createContext(stores: Stores, request: OperationRequest): Context {
  const { desk, timeCredits, earnings, finance, paperLinks, pubsub, channelOf } = stores;
  const { intents, invoices, refunds, creditNotes, memberships, charges, plans } = desk;
  const { viewer, requestId, log } = request;
  return {
    viewer,
    requestId,
    log,
    desk,
    finance,
    paperLinks,
    pubsub,
    channelOf,
    paymentIntentById: new DataLoader((ids) => intents.findByIds(ids)),
    invoiceById: new DataLoader((ids) => invoices.findByIds(ids)),
    invoiceByPaymentIntent: new DataLoader((ids) => invoices.findByPaymentIntentIds(ids)),
    refundById: new DataLoader((ids) => refunds.findByIds(ids)),
    refundsByPaymentIntent: new DataLoader((ids) => refunds.listByPaymentIntentIds(ids)),
    creditNoteByRefund: new DataLoader((ids) => creditNotes.findByRefundIds(ids)),
    membershipById: new DataLoader((ids) => memberships.findByIds(ids)),
    membershipByUser: new DataLoader((ids) => memberships.findLiveByUserIds(ids)),
    openPaymentByMembership: new DataLoader((ids) => charges.findOpenPayments(ids)),
    entitlementsByUser: new DataLoader((ids) => memberships.listEntitlements(ids)),
    adjustmentById: new DataLoader((ids) => desk.adjustments.findByIds(ids)),
    payoutById: new DataLoader((ids) => desk.payouts.findByIds(ids)),
    planByCode: new DataLoader((codes) => plans.findByCodes(codes)),
    timeCreditsByUser: new DataLoader((ids) => timeCredits.findByUserIds(ids)),
    earningsByUser: new DataLoader((ids) => earnings.listByUserIds(ids)),
    earningsEntriesByAccount: createPageLoader('earnings', (ids, page) =>
      earnings.listEntriesByAccountIds(ids, page),
    ),
    paymentIntentsByUser: createPageLoader('payments', (ids, page) =>
      intents.listByUserIds(ids, page),
    ),
    invoicesByUser: createPageLoader('invoices', (ids, page) => invoices.listByUserIds(ids, page)),
    timeCreditEntriesByUser: createPageLoader('timeCredits', (ids, page) =>
      timeCredits.listEntriesByUserIds(ids, page),
    ),
  };
}
