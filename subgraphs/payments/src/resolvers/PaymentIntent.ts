import { isSelf } from '@skillswap/kit/viewer';
import { divide } from '../commission.ts';
import type { PaymentIntentResolvers } from '../generated/resolvers.ts';
import { isOpen } from '../payment-intent.ts';
import { canSee } from '../visibility.ts';

export const PaymentIntent: PaymentIntentResolvers = {
  __resolveReference: async ({ id }, { viewer, paymentIntentById }) => {
    const payment = await paymentIntentById.load(id);
    return payment !== null && canSee(viewer, payment.userId, 'finance') ? payment : null;
  },
  clientSecret: (payment, _args, { viewer }) =>
    isOpen(payment) && isSelf(viewer, payment.userId) ? payment.clientSecret : null,
  expiresAt: (payment) => (isOpen(payment) ? payment.expiresAt : null),
  session: ({ lesson }) => (lesson === null ? null : { id: lesson.sessionId }),
  commission: (payment) =>
    payment.lesson === null
      ? null
      : { amountMinor: divide(payment).commission, currency: payment.amount.currency },
  invoice: ({ id }, _args, { invoiceByPaymentIntent }) => invoiceByPaymentIntent.load(id),
  refunds: ({ id }, _args, { refundsByPaymentIntent }) => refundsByPaymentIntent.load(id),
};
