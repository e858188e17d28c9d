import { requireMember } from '@skillswap/kit/viewer';
import { followPayment } from '../follow-payment.ts';
import type { SubscriptionResolvers } from '../generated/resolvers.ts';
import type { PaymentIntent } from '../payment-intent.ts';

export const Subscription: SubscriptionResolvers = {
  paymentIntentUpdated: {
    subscribe: (_parent, { id }, { viewer, desk, pubsub, channelOf }) =>
      followPayment(
        { intents: desk.intents, pubsub, channel: channelOf(id) },
        requireMember(viewer),
        id,
      ),
    resolve: (payment: PaymentIntent) => payment,
  },
};
