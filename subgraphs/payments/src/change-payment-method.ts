import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { awaitInvoiceTurn } from './invoice-repository.ts';
import type { Membership } from './membership.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import type { PaymentIntent } from './payment-intent.ts';
import { refuse } from './refusal.ts';
import { changeMembership } from './settle-membership.ts';
import { settlePayment } from './settle-payment.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** What the membership's renewals are charged to from now on. */
export interface ChangePaymentMethod {
  readonly idempotencyKey: string;
  readonly paymentMethod: string;
}

/**
 * Keeps another payment method for the payer's membership. A renewal that is owed is charged to it
 * at once, which brings a suspended membership back.
 */
export async function changePaymentMethod(
  desk: MoneyDesk,
  payer: Payer,
  { idempotencyKey, paymentMethod }: ChangePaymentMethod,
): Promise<Outcome> {
  const stale = refuseStaleLogIn(payer.authTime, desk.clock.now());
  if (stale !== null) return refused(stale);
  const request = {
    principal: payer.id,
    key: idempotencyKey,
    operation: 'changePaymentMethod',
    input: { paymentMethod },
  };
  return desk.once(request, async (claim) => {
    const [live] = await desk.memberships.findLiveByUserIds([payer.id]);
    const refusal =
      live == null
        ? refuse('NOT_FOUND')
        : live.status === 'PENDING'
          ? refuse('WRONG_STATUS')
          : null;
    if (live == null || refusal !== null) {
      return desk.transact((tx) => claim.complete(tx, refused(refusal ?? refuse('NOT_FOUND'))));
    }
    const owed = await findOwed(desk, live);
    return owed === null
      ? keep(desk, claim, live, paymentMethod)
      : pay(desk, claim, { live, owed, paymentMethod });
  });
}

/** The payment of the renewal that is owed; null when nothing is. */
async function findOwed(
  desk: MoneyDesk,
  { id, status }: Membership,
): Promise<PaymentIntent | null> {
  if (status !== 'PAST_DUE' && status !== 'SUSPENDED') return null;
  const [paymentIntentId] = await desk.charges.findOpenPayments([id]);
  if (paymentIntentId == null) return null;
  const [payment] = await desk.intents.findByIds([paymentIntentId]);
  return payment ?? null;
}

async function keep(
  desk: MoneyDesk,
  claim: Claim,
  live: Membership,
  paymentMethod: string,
): Promise<Outcome> {
  const customer = await desk.payers.customerOf(live.userId);
  const kept = await desk.provider.keep(customer, paymentMethod, claim.reference);
  return desk.transact(async (tx) => {
    if (kept === null) {
      return claim.complete(tx, refused(refuse('DECLINED', 'paymentMethod')));
    }
    const terms = await desk.memberships.findTerms(tx, { id: live.id });
    if (terms === null || terms.status === 'EXPIRED') {
      return claim.complete(tx, refused(refuse('WRONG_STATUS')));
    }
    await changeMembership(tx, desk, terms, { paymentMethod: kept }, desk.clock.now());
    return claim.complete(tx, succeeded(live.id));
  });
}

interface OwedPayment {
  readonly live: Membership;
  readonly owed: PaymentIntent;
  readonly paymentMethod: string;
}

/** A decline leaves the renewal owed, to be charged again. */
async function pay(
  desk: MoneyDesk,
  claim: Claim,
  { live, owed, paymentMethod }: OwedPayment,
): Promise<Outcome> {
  const charged = await desk.provider.confirm(owed.providerIntentId, {
    paymentMethod,
    reference: claim.reference,
    payerIsPresent: true,
  });
  const now = desk.clock.now();
  const outcome = await desk.transact(async (tx) => {
    if (charged.declined) return claim.complete(tx, refused(refuse('DECLINED', 'paymentMethod')));
    if (charged.state === 'SUCCEEDED') await awaitInvoiceTurn(tx);
    await settlePayment(tx, desk, owed.id, { ...charged, now });
    return claim.complete(
      tx,
      charged.state === 'CANCELLED' ? refused(refuse('WRONG_STATUS')) : succeeded(live.id),
    );
  });
  desk.announce(owed.id);
  return outcome;
}
