import type { Subgraph } from '@skillswap/kit/server';
import type { Addressees } from './addressees.ts';
import { billMembership } from './bill-membership.ts';
import { createContext, type Context } from './context.ts';
import { createMoneyDesk } from './create-money-desk.ts';
import { createEarningsRepository } from './earnings-repository.ts';
import { createFinanceRepository } from './finance-repository.ts';
import { giveUpPayment } from './give-up-payment.ts';
import { keepHouse } from './housekeeping.ts';
import { createPaperLinks } from './paper-links.ts';
import { paperRoute } from './paper-route.ts';
import { createLetterRepository } from './letter-repository.ts';
import { timeCreditHandlers } from './move-time-credits.ts';
import { carryOutPayout } from './pay-out.ts';
import { paymentChannel } from './payment-channel.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { PostgresRuntime } from './postgres-runtime.ts';
import { planReconciliation, reconcileNightly } from './reconcile.ts';
import { carryOutRefund } from './refund-payment.ts';
import { resolvers } from './resolvers/index.ts';
import { sendLetter } from './send-letter.ts';
import { stripeWebhook } from './stripe-webhook.ts';
import { createTimeCreditsRepository } from './time-credits-repository.ts';

/** What the subgraph is made of. */
export interface PaymentsOptions {
  readonly runtime: PostgresRuntime;
  readonly provider: PaymentProvider;
  readonly addressees: Addressees;
  /** Where the product is reached. */
  readonly appUrl: string;
  /** What is kept of payments for sessions, in hundredths of a percent. */
  readonly commissionBasisPoints: number;
  /** What the key of invoices' links is derived from. */
  readonly linkSecret: string;
}

/** Puts the subgraph together and begins to follow events and the clock. */
export async function paymentsSubgraph(options: PaymentsOptions): Promise<Subgraph<Context>> {
  const { runtime, provider, addressees, appUrl, linkSecret: secret } = options;
  const { commissionBasisPoints } = options;
  const { sql, transact, dueWork, clock, pubsub, sendMail } = runtime;
  const channelOf = (id: string) => paymentChannel(runtime.prefix, id);
  const desk = createMoneyDesk({
    ...{ sql, transact, dueWork, clock, provider, commissionBasisPoints },
    announce: (id) => void pubsub.publish(channelOf(id), '').catch(() => undefined),
  });
  const paperLinks = createPaperLinks({ appUrl, secret, now: () => clock.now() });
  const letters = createLetterRepository(transact);
  const office = { desk, paperLinks, appUrl, addressees, letters, sendMail };
  await keepHouse(runtime);
  await planReconciliation(desk);
  await runtime.consume(
    ['sessions'],
    timeCreditHandlers(() => clock.now(), desk.heldSessions),
  );
  runtime.workOff({
    'payment.expiry': ({ payload }) => giveUpPayment(desk, String(payload['paymentIntentId'])),
    'refund.carryOut': ({ payload }) => carryOutRefund(desk, String(payload['refundId'])),
    'payout.carryOut': ({ payload }) => carryOutPayout(desk, String(payload['payoutId'])),
    'membership.periodEnd': ({ payload }) => billMembership(desk, String(payload['membershipId'])),
    letter: (work) => sendLetter(office, work),
    reconciliation: () => reconcileNightly(desk),
    housekeeping: () => keepHouse(runtime),
  });
  const stores = {
    ...{ desk, paperLinks },
    timeCredits: createTimeCreditsRepository(sql),
    earnings: createEarningsRepository(sql),
    finance: createFinanceRepository(sql),
    pubsub,
    channelOf,
  };
  return {
    name: 'payments',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    createContext: (request) => createContext(stores, request),
    routes: {
      'POST /webhooks/stripe': stripeWebhook(desk),
      'GET /invoices/': paperRoute(desk, paperLinks),
    },
    ready: () => runtime.ready(),
    lag: () => runtime.lag(),
  };
}
