import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { MoneyDesk } from './money-desk.ts';
import { isOpen } from './payment-intent.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * Gives a payment up. The provider goes first: a payment that was charged in the last moment is
 * confirmed instead, and while the provider is away nothing changes.
 */
export async function giveUpPayment(desk: MoneyDesk, paymentIntentId: string): Promise<void> {
  const [payment] = await desk.intents.findByIds([paymentIntentId]);
  if (payment == null || !isOpen(payment)) return;
  const state = await desk.provider.cancel(payment.providerIntentId);
  const report = { state, paymentMethod: null, now: desk.clock.now() };
  await desk.transact(async (tx) => {
    if (state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    await settlePayment(tx, desk, paymentIntentId, report);
  });
  desk.announce(paymentIntentId);
}
