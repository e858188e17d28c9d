import { Stripe } from 'stripe';
import type { Log } from '@skillswap/kit/log';
import {
  ProviderUnavailable,
  type PaymentProvider,
  type ProviderReport,
} from './payment-provider.ts';
import { readStripeEvents } from './stripe-events.ts';
import { idOf, toMovement, toRefund, toReport, toState } from './stripe-objects.ts';

/** What {@link createStripeProvider} needs. */
export interface StripeOptions {
  readonly secretKey: string;
  /** Several while they are being rotated. */
  readonly webhookSecrets: readonly string[];
  /** Another address than Stripe's own, as the sandbox has. */
  readonly apiBase: URL | null;
  readonly log: Log;
}

const timeoutMilliseconds = 8_000;

/** Pays through Stripe. */
export function createStripeProvider(options: StripeOptions): PaymentProvider {
  const { secretKey, webhookSecrets, apiBase, log } = options;
  const stripe = new Stripe(secretKey, {
    ...(apiBase === null ? {} : addressOf(apiBase)),
    maxNetworkRetries: 1,
    timeout: timeoutMilliseconds,
    telemetry: false,
  });

  const ask = async <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await request();
    } catch (error) {
      if (error instanceof Stripe.errors.StripeCardError) throw error;
      if (error instanceof Stripe.errors.StripeInvalidRequestError) throw error;
      log.warn({ err: error }, 'the payment provider did not answer');
      throw new ProviderUnavailable('the payment provider did not answer', { cause: error });
    }
  };
  const retrieve = async (id: string): Promise<ProviderReport> =>
    toReport(await ask(() => stripe.paymentIntents.retrieve(id)));

  return {
    async createCustomer(userId) {
      const customer = await ask(() =>
        stripe.customers.create({ metadata: { userId } }, { idempotencyKey: `customer:${userId}` }),
      );
      return customer.id;
    },

    async keep(customerId, paymentMethod, reference) {
      try {
        const setup = await ask(() =>
          stripe.setupIntents.create(
            {
              customer: customerId,
              payment_method: paymentMethod,
              usage: 'off_session',
              confirm: true,
              automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            },
            { idempotencyKey: `keep:${reference}` },
          ),
        );
        return setup.status === 'succeeded' ? idOf(setup.payment_method) : null;
      } catch (error) {
        if (error instanceof ProviderUnavailable) throw error;
        return null;
      }
    },

    async create({ paymentIntentId, amount, description, customerId }) {
      const intent = await ask(() =>
        stripe.paymentIntents.create(
          {
            amount: amount.amountMinor,
            currency: amount.currency.toLowerCase(),
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            metadata: { paymentIntentId },
            ...(description === null ? {} : { description }),
            ...(customerId === null
              ? {}
              : { customer: customerId, setup_future_usage: 'off_session' as const }),
          },
          { idempotencyKey: `create:${paymentIntentId}` },
        ),
      );
      return { id: intent.id, clientSecret: intent.client_secret, state: toState(intent.status) };
    },

    async confirm(id, { paymentMethod, reference, payerIsPresent }) {
      try {
        const intent = await ask(() =>
          stripe.paymentIntents.confirm(
            id,
            { payment_method: paymentMethod, ...(payerIsPresent ? {} : { off_session: true }) },
            { idempotencyKey: `confirm:${reference}` },
          ),
        );
        return { declined: false, ...toReport(intent) };
      } catch (error) {
        if (error instanceof Stripe.errors.StripeCardError) return { declined: true };
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        // Another request has moved the payment on; what it is now decides.
        if (error.code === 'payment_intent_unexpected_state') {
          return { declined: false, ...(await retrieve(id)) };
        }
        if (error.param === 'payment_method') return { declined: true };
        if (isUnknown(error)) return { declined: false, state: 'CANCELLED', paymentMethod: null };
        throw error;
      }
    },

    async cancel(id) {
      try {
        return toState((await ask(() => stripe.paymentIntents.cancel(id))).status);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        return isUnknown(error) ? 'CANCELLED' : (await retrieve(id)).state;
      }
    },

    async refund({ providerIntentId, refundId, amountMinor }) {
      try {
        const refund = await ask(() =>
          stripe.refunds.create(
            {
              payment_intent: providerIntentId,
              amount: amountMinor,
              metadata: { refundId },
            },
            { idempotencyKey: `refund:${refundId}` },
          ),
        );
        return toRefund(refund);
      } catch (error) {
        // Nothing is left to give back, for instance because it was given back at Stripe.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        return { id: null, refundId, amountMinor, state: 'FAILED' };
      }
    },

    async payOut({ payoutId, providerAccount, amount }) {
      // Stripe forgets idempotency keys after a day and groups never.
      const group = { transfer_group: payoutId };
      const [known] = (await ask(() => stripe.transfers.list({ ...group, limit: 1 }))).data;
      if (known !== undefined) return { state: 'SENT', id: known.id };
      try {
        const { id } = await ask(() =>
          stripe.transfers.create(
            {
              ...group,
              amount: amount.amountMinor,
              currency: amount.currency.toLowerCase(),
              destination: providerAccount,
              metadata: { payoutId },
            },
            { idempotencyKey: `payout:${payoutId}` },
          ),
        );
        return { state: 'SENT', id };
      } catch (error) {
        // There is no such account, or it cannot receive, or we hold too little.
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        return { state: 'FAILED', id: null };
      }
    },

    async stateOfPayment(id) {
      try {
        return (await retrieve(id)).state;
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError && isUnknown(error))
          return null;
        throw error;
      }
    },

    async stateOfRefund(id) {
      try {
        return toRefund(await ask(() => stripe.refunds.retrieve(id))).state;
      } catch (error) {
        if (error instanceof Stripe.errors.StripeInvalidRequestError && isUnknown(error))
          return null;
        throw error;
      }
    },

    async *listMovements({ from, to }) {
      const created = { gte: unixSeconds(from), lt: unixSeconds(to) };
      let after: string | null = null;
      do {
        const page: Stripe.ApiList<Stripe.BalanceTransaction> = await ask(() =>
          stripe.balanceTransactions.list({
            created,
            limit: 100,
            expand: ['data.source'],
            ...(after === null ? {} : { starting_after: after }),
          }),
        );
        for (const { source } of page.data) {
          const movement = toMovement(source);
          if (movement !== null) yield movement;
        }
        after = page.has_more ? (page.data.at(-1)?.id ?? null) : null;
      } while (after !== null);
    },

    ...readStripeEvents(stripe, webhookSecrets),
  };
}

function addressOf(base: URL) {
  const secure = base.protocol === 'https:';
  return {
    host: base.hostname,
    port: base.port === '' ? (secure ? '443' : '80') : base.port,
    protocol: secure ? ('https' as const) : ('http' as const),
  };
}

/** A payment that Stripe does not know can never be charged. */
function isUnknown(error: InstanceType<typeof Stripe.errors.StripeInvalidRequestError>): boolean {
  return error.code === 'resource_missing';
}

const unixSeconds = (instant: Date) => Math.floor(instant.getTime() / 1000);
