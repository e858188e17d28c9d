import { badUserInput } from '@skillswap/kit/errors';
import { liveSequence, type LiveSequenceOptions } from '@skillswap/kit/live';
import type { Member } from '@skillswap/kit/viewer';
import type { PaymentIntentRepository } from './payment-intent-repository.ts';
import type { PaymentIntent } from './payment-intent.ts';
import { canSee } from './visibility.ts';

/** What following a payment needs. */
export interface Following {
  readonly intents: PaymentIntentRepository;
  readonly pubsub: LiveSequenceOptions<PaymentIntent, number>['pubsub'];
  readonly channel: string;
}

/** A payment as it is now, then after each change, for those who may see it. */
export async function followPayment(
  { intents, pubsub, channel }: Following,
  viewer: Member,
  id: string,
): Promise<AsyncIterableIterator<PaymentIntent>> {
  const findVisible = async (): Promise<PaymentIntent> => {
    const [payment] = await intents.findByIds([id]);
    if (payment != null && canSee(viewer, payment.userId, 'finance')) return payment;
    throw badUserInput('There is no such payment.', ['id']);
  };
  await findVisible();
  return liveSequence<PaymentIntent, number>({
    pubsub,
    channels: [channel],
    start: () => Promise.resolve(0),
    read: async (version) => {
      const payment = await findVisible();
      const items = payment.version > version ? [payment] : [];
      return { items, cursor: payment.version };
    },
  });
}
