import type { Subgraph } from '@skillswap/kit/server';
import { createAdjustmentRepository } from './adjustment-repository.ts';
import { billMembership } from './bill-membership.ts';
import { createContext, type Context } from './context.ts';
import { createCreditNoteRepository } from './credit-note-repository.ts';
import { createFinanceRepository } from './finance-repository.ts';
import { giveUpPayment } from './give-up-payment.ts';
import { keepHouse } from './housekeeping.ts';
import { createOnce } from './idempotency.ts';
import { createInvoiceRepository } from './invoice-repository.ts';
import { createMembershipChargeRepository } from './membership-charge-repository.ts';
import { createMembershipRepository } from './membership-repository.ts';
import type { MoneyDesk } from './money-desk.ts';
import { timeCreditHandlers } from './move-time-credits.ts';
import { createPayerRepository } from './payer-repository.ts';
import { createPaymentIntentRepository } from './payment-intent-repository.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { createPlanRepository } from './plan-repository.ts';
import type { PostgresRuntime } from './postgres-runtime.ts';
import { carryOutRefund } from './refund-payment.ts';
import { createRefundRepository } from './refund-repository.ts';
import { resolvers } from './resolvers/index.ts';
import { stripeWebhook } from './stripe-webhook.ts';
import { createTimeCreditsRepository } from './time-credits-repository.ts';

/** What the subgraph is made of. */
export interface PaymentsOptions {
  readonly runtime: PostgresRuntime;
  readonly provider: PaymentProvider;
}

/** Puts the subgraph together and begins to follow events and the clock. */
export async function paymentsSubgraph(options: PaymentsOptions): Promise<Subgraph<Context>> {
  const { runtime, provider } = options;
  const { sql, transact, dueWork, clock, pubsub } = runtime;
  const channelOf = (paymentIntentId: string) => `${runtime.prefix}payment:${paymentIntentId}`;
  const desk: MoneyDesk = {
    transact,
    dueWork,
    clock,
    provider,
    once: createOnce(transact),
    intents: createPaymentIntentRepository(sql),
    invoices: createInvoiceRepository(sql),
    refunds: createRefundRepository(sql),
    creditNotes: createCreditNoteRepository(sql),
    memberships: createMembershipRepository(sql),
    charges: createMembershipChargeRepository(sql),
    payers: createPayerRepository(sql, transact, provider),
    adjustments: createAdjustmentRepository(sql),
    plans: createPlanRepository(sql),
    announce: (id) => void pubsub.publish(channelOf(id), '').catch(() => undefined),
  };
  await keepHouse(runtime);
  await runtime.consume(
    ['sessions'],
    timeCreditHandlers(() => clock.now()),
  );
  runtime.workOff({
    'payment.expiry': ({ payload }) => giveUpPayment(desk, String(payload['paymentIntentId'])),
    'refund.carryOut': ({ payload }) => carryOutRefund(desk, String(payload['refundId'])),
    'membership.periodEnd': ({ payload }) => billMembership(desk, String(payload['membershipId'])),
    housekeeping: () => keepHouse(runtime),
  });
  const stores = {
    desk,
    timeCredits: createTimeCreditsRepository(sql),
    finance: createFinanceRepository(sql),
    pubsub,
    channelOf,
  };
  return {
    name: 'payments',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: (request) => createContext(stores, request),
    routes: { 'POST /webhooks/stripe': stripeWebhook(desk) },
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
