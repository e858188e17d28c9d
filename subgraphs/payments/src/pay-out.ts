import type { TransactionSql } from 'postgres';
import { carryOutKey, carryOutOf } from './carry-out.ts';
import { refused, succeeded, type Claim, type Outcome } from './idempotency.ts';
import { isAboveMaximum, post } from './ledger-repository.ts';
import { onTheWay, payable, providerClearing, type LedgerAccount } from './ledger.ts';
import type { MoneyDesk, Payer } from './money-desk.ts';
import { currencies, type Money } from './money.ts';
import type { ProviderPayout } from './payment-provider.ts';
import type { Payout } from './payout.ts';
import { refuse, type Refusal } from './refusal.ts';
import { refuseStaleLogIn } from './step-up.ts';

/** Whom to pay out, and how much of what they are owed. */
export interface PayOut {
  readonly idempotencyKey: string;
  readonly personId: string;
  readonly amount: Money;
}

/**
 * Sends somebody what they are owed. The amount is set aside first, so that payouts together never
 * exceed it; one whose request breaks off then is carried out by itself.
 */
export async function payOut(
  desk: MoneyDesk,
  treasurer: Payer,
  { idempotencyKey, personId, amount }: PayOut,
): Promise<Outcome> {
  const refusal = refusePayout(treasurer, personId, amount, desk.clock.now());
  if (refusal !== null) return refused(refusal);
  const request = {
    principal: treasurer.id,
    key: idempotencyKey,
    operation: 'payOut',
    input: { personId, ...amount },
  };
  return desk.once(request, async (claim) => {
    const payout = await setAside(desk, claim, treasurer.id, { userId: personId, amount });
    if ('code' in payout) return desk.transact((tx) => claim.complete(tx, refused(payout)));
    return send(desk, payout, (tx, outcome) => claim.complete(tx, outcome));
  });
}

/** Carries out a payout whose request broke off. While the provider is away nothing changes. */
export async function carryOutPayout(desk: MoneyDesk, payoutId: string): Promise<void> {
  const [payout] = await desk.payouts.findByIds([payoutId]);
  if (payout?.status !== 'REQUESTED') return;
  await send(desk, payout, (_tx, outcome) => Promise.resolve(outcome));
}

function refusePayout(
  treasurer: Payer,
  personId: string,
  { amountMinor, currency }: Money,
  now: Date,
): Refusal | null {
  if (amountMinor < 1) return refuse('PAYOUT_TOO_LARGE', 'amountMinor');
  if (!currencies.includes(currency)) return refuse('UNSUPPORTED_CURRENCY', 'currency');
  if (treasurer.id === personId) return refuse('SAME_PERSON', 'personId');
  return refuseStaleLogIn(treasurer.authTime, now);
}

async function setAside(
  { transact, payouts, dueWork, clock }: MoneyDesk,
  claim: Claim,
  requestedBy: string,
  payee: Pick<Payout, 'userId' | 'amount'>,
): Promise<Payout | Refusal> {
  const id = `pot_${claim.reference}`;
  const now = clock.now();
  try {
    return await transact(async (tx) => {
      const payout = await payouts.request(tx, { ...payee, id, requestedBy, requestedAt: now });
      if (payout === null) return refuse('NOT_FOUND', 'personId');
      if (payout.status !== 'REQUESTED') return payout;
      const { currency } = payout.amount;
      const [from, to] = [onTheWay(currency), payable(payout.userId, currency)];
      await move(tx, payout, { kind: 'PAYOUT_REQUESTED', from, to, at: now });
      await dueWork.plan(tx, carryOutOf('payout', id, now));
      return payout;
    });
  } catch (error) {
    if (isAboveMaximum(error)) return refuse('PAYOUT_TOO_LARGE', 'amountMinor');
    throw error;
  }
}

async function send(
  desk: MoneyDesk,
  payout: Payout,
  finish: (tx: TransactionSql, outcome: Outcome) => Promise<Outcome>,
): Promise<Outcome> {
  const { id: payoutId, providerAccount, amount } = payout;
  const sent = await desk.provider.payOut({ payoutId, providerAccount, amount });
  return desk.transact(async (tx) => {
    await settle(tx, desk, payoutId, sent);
    const isSent = sent.state === 'SENT';
    return finish(tx, isSent ? succeeded(payoutId) : refused(refuse('WRONG_STATUS', 'personId')));
  });
}

/** Brings a payout to what the provider says, once. */
async function settle(
  tx: TransactionSql,
  { payouts, dueWork, clock }: MoneyDesk,
  payoutId: string,
  sent: ProviderPayout,
): Promise<void> {
  const at = clock.now();
  const payout = await payouts.settle(tx, payoutId, sent, at);
  if (payout === null) return;
  const { currency } = payout.amount;
  const to = onTheWay(currency);
  await (sent.state === 'SENT'
    ? move(tx, payout, { kind: 'PAYOUT_SENT', from: providerClearing(currency), to, at })
    : move(tx, payout, { kind: 'PAYOUT_FAILED', from: payable(payout.userId, currency), to, at }));
  await dueWork.cancel(tx, [carryOutKey('payout', payoutId)]);
}

interface Move {
  readonly kind: string;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
  readonly at: Date;
}

async function move(
  tx: TransactionSql,
  { id, amount: { amountMinor } }: Payout,
  { kind, from, to, at }: Move,
): Promise<void> {
  const reference = `payout:${id}:${kind}`;
  const movements = [
    { account: from, amount: -amountMinor },
    { account: to, amount: amountMinor },
  ];
  await post(tx, { reference, kind, paymentIntentId: null, sessionId: null, at, movements });
}
