import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterEach(async () => {
  await payments.control({});
  expect(await brokenInvariants(payments.owner)).toEqual({});
});
afterAll(() => payments[Symbol.asyncDispose]());

const day = 24 * 60 * 60 * 1000;
const premium = ['PRIORITY_MATCHING', 'UNLIMITED_LEARN_SKILLS'];
const vip = ['HUMAN_MENTOR', 'PRIORITY_MATCHING', 'TRANSLATION', 'UNLIMITED_LEARN_SKILLS'];
const keepsAndDeclines = 'pm_card_chargeCustomerFail';

/** Somebody whose log-in is always fresh, however far the clock has moved. */
function aSubscriber() {
  const viewer = aMember();
  const now = () =>
    aPayer(payments, { ...viewer, authTime: Math.floor(payments.clock.now().getTime() / 1000) });
  return { id: viewer.id, now };
}
type Subscriber = ReturnType<typeof aSubscriber>;

const until = (ada: Subscriber, expected: object | null) =>
  eventually(async () => {
    const membership = await ada.now().membership();
    if (expected === null) expect(membership).toBeNull();
    else expect(membership).toMatchObject(expected);
  });

/** What others were told last that the person may do, sorted. */
async function toldEntitlements(ada: Subscriber): Promise<string[] | undefined> {
  const [told] = await payments.owner<{ entitlements: string[] }[]>`
    select array(select jsonb_array_elements_text(payload -> 'entitlements') order by 1) as entitlements
    from outbox
    where type = 'entitlements.changed' and payload ->> 'userId' = ${ada.id}
    order by (payload ->> 'version')::int desc limit 1`;
  return told?.entitlements;
}

async function paid(ada: Subscriber): Promise<number[]> {
  const rows = await payments.owner<{ amount: number }[]>`
    select amount_minor::int as amount from invoices
    where user_id = ${ada.id} and status = 'PAID' order by year, sequence`;
  return rows.map(({ amount }) => amount);
}

/** Moves the clock to so many days after an instant. */
function goTo(instant: string | null | undefined, days: number) {
  const target = Date.parse(instant ?? '') + days * day;
  payments.clock.advance(target - payments.clock.now().getTime() + 1);
}

/** July and December are followed by a month that also has a 31st. */
const followedByAShorterMonth = [0, 2, 4, 7, 9];

function theNext31stBeforeAShorterMonth(): Date {
  const now = payments.clock.now();
  const year = now.getUTCFullYear();
  const candidates = [year, year + 1].flatMap((of) =>
    followedByAShorterMonth.map((month) => new Date(Date.UTC(of, month, 31, 10))),
  );
  return candidates.find((at) => at > now) ?? now;
}

describe('a membership’s life', () => {
  it('goes from a trial over a failed renewal, grace and suspension back to being paid', async () => {
    const ada = aSubscriber();
    const { membership: tried } = await ada.now().joins({ trial: true });
    expect(tried).toMatchObject({ status: 'ACTIVE', trialEndsAt: tried?.currentPeriodEnd });
    expect(await paid(ada)).toEqual([]);
    expect(await toldEntitlements(ada)).toEqual(premium);

    goTo(tried?.trialEndsAt, 0);
    await eventually(async () => {
      expect(await paid(ada)).toEqual([999]);
    });
    const active = await ada.now().membership();
    expect(active).toMatchObject({ status: 'ACTIVE' });

    await ada.now().paysWith(keepsAndDeclines);
    goTo(active?.currentPeriodEnd, 0);
    await until(ada, { status: 'PAST_DUE', pendingPayment: { amount: { amountMinor: 999 } } });
    const owing = await ada.now().membership();
    expect(Date.parse(owing?.graceEndsAt ?? '')).toBe(
      Date.parse(active?.currentPeriodEnd ?? '') + 7 * day,
    );
    expect(await toldEntitlements(ada)).toEqual(premium);

    goTo(active?.currentPeriodEnd, 5);
    await eventually(async () => {
      expect(await attemptsOf(ada)).toBe(4);
    });
    expect(await ada.now().membership()).toMatchObject({ status: 'PAST_DUE' });
    expect(await toldEntitlements(ada)).toEqual(premium);

    goTo(active?.currentPeriodEnd, 7);
    await until(ada, { status: 'SUSPENDED', graceEndsAt: null });
    expect(await toldEntitlements(ada)).toEqual([]);

    goTo(active?.currentPeriodEnd, 10);
    expect(await ada.now().paysWith('pm_card_visa_chargeDeclined')).toMatchObject({
      userErrors: [{ code: 'DECLINED' }],
    });
    expect(await ada.now().membership()).toMatchObject({ status: 'SUSPENDED' });
    const { membership: back } = await ada.now().paysWith('pm_card_visa');
    expect(back).toMatchObject({ status: 'ACTIVE', pendingPayment: null });
    expect(Date.parse(back?.currentPeriodEnd ?? '')).toBeGreaterThan(
      payments.clock.now().getTime() + 27 * day,
    );
    expect(await toldEntitlements(ada)).toEqual(premium);
    expect(await paid(ada)).toEqual([999, 999]);
  });

  it('that began on a 31st ends its periods on the last day of each month', async () => {
    const ada = aSubscriber();
    goTo(theNext31stBeforeAShorterMonth().toISOString(), 0);
    const ends: number[] = [];
    let { membership } = await ada.now().joins();
    for (const count of [2, 3]) {
      const end = new Date(membership?.currentPeriodEnd ?? '');
      ends.push(end.getUTCDate());
      goTo(end.toISOString(), 0);
      await eventually(async () => {
        expect(await paid(ada)).toHaveLength(count);
      });
      membership = await ada.now().membership();
    }
    expect(ends).toEqual([expect.toBeOneOf([28, 29, 30]), 31]);
  });

  it('renews itself at the end of each period, once for a period', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    goTo(membership?.currentPeriodEnd, 0);
    await eventually(async () => {
      expect(await paid(ada)).toEqual([999, 999]);
    });
    const renewed = await ada.now().membership();
    expect(renewed).toMatchObject({ id: membership?.id, status: 'ACTIVE' });
    expect(renewed?.currentPeriodEnd).not.toBe(membership?.currentPeriodEnd);
  });

  it('goes on from the last period when it is paid in the days of grace', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    await ada.now().paysWith(keepsAndDeclines);
    goTo(membership?.currentPeriodEnd, 2);
    await until(ada, { status: 'PAST_DUE' });
    const { membership: back } = await ada.now().paysWith('pm_card_visa');
    expect(back).toMatchObject({ status: 'ACTIVE', graceEndsAt: null });
    const lasts =
      Date.parse(back?.currentPeriodEnd ?? '') - Date.parse(membership?.currentPeriodEnd ?? '');
    expect(lasts / day).toBeGreaterThanOrEqual(28);
    expect(lasts / day).toBeLessThanOrEqual(31);
  });

  it('is over when a suspended one is not paid in thirty days', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    await ada.now().paysWith(keepsAndDeclines);
    goTo(membership?.currentPeriodEnd, 7);
    await until(ada, { status: 'SUSPENDED' });
    goTo(membership?.currentPeriodEnd, 30);
    await until(ada, null);
    expect(await paid(ada)).toEqual([999]);
    expect(await ada.now().joins()).toMatchObject({ membership: { status: 'ACTIVE' } });
  });

  it('can be left at once while it owes, and owes nothing then', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    await ada.now().paysWith(keepsAndDeclines);
    goTo(membership?.currentPeriodEnd, 0);
    await until(ada, { status: 'PAST_DUE' });
    const owed = (await ada.now().membership())?.pendingPayment?.id ?? '';
    expect(await ada.now().leaves({ atPeriodEnd: false })).toMatchObject({
      membership: { status: 'EXPIRED', pendingPayment: null },
    });
    expect(await ada.now().sees(owed)).toMatchObject({ status: 'CANCELLED' });
    expect(await toldEntitlements(ada)).toEqual([]);
  });

  it('keeps its member in force while the provider is away, and is charged afterwards', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    await payments.control({ api: { cutNext: 2 } });
    goTo(membership?.currentPeriodEnd, 0);
    await eventually(async () => {
      const [row] = await payments.owner`
        select from membership_charges where membership_id = ${membership?.id ?? ''} and kind = 'RENEWAL'`;
      expect(row).toBeDefined();
    });
    expect(await ada.now().membership()).toMatchObject({ status: 'ACTIVE' });
    expect(await toldEntitlements(ada)).toEqual(premium);
    await payments.control({});
    // As if the lease of the piece of work that failed were over.
    const work = `membership:${membership?.id ?? ''}:periodEnd`;
    await payments.owner`update due_work set leased_until = 'epoch' where key = ${work}`;
    await eventually(async () => {
      expect(await paid(ada)).toEqual([999, 999]);
    });
  });
});

describe('a trial', () => {
  it('is had once, and not with a payment method that cannot be kept', async () => {
    const ada = aSubscriber();
    expect(
      await ada.now().joins({ trial: true, paymentMethod: 'pm_card_visa_chargeDeclined' }),
    ).toMatchObject({ membership: null, userErrors: [{ code: 'DECLINED' }] });
    await ada.now().joins({ trial: true });
    await ada.now().leaves({ atPeriodEnd: false });
    expect(await ada.now().joins({ trial: true })).toMatchObject({
      membership: null,
      userErrors: [{ code: 'TRIAL_USED', path: ['trial'] }],
    });
    expect(await ada.now().membership()).toBeNull();
    expect(await ada.now().joins()).toMatchObject({ membership: { status: 'ACTIVE' } });
  });

  it('that was cancelled costs nothing', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins({ trial: true });
    await ada.now().leaves({ atPeriodEnd: true });
    goTo(membership?.trialEndsAt, 0);
    await until(ada, null);
    expect(await paid(ada)).toEqual([]);
  });

  it('is of another plan at once when that is changed', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins({ trial: true });
    expect(await ada.now().changesPlan('VIP_MONTH')).toMatchObject({
      membership: { plan: { code: 'VIP_MONTH' }, currentPeriodEnd: membership?.trialEndsAt },
    });
    expect(await toldEntitlements(ada)).toEqual(vip);
    goTo(membership?.trialEndsAt, 0);
    await eventually(async () => {
      expect(await paid(ada)).toEqual([1_999]);
    });
  });
});

describe('changing the plan', () => {
  it('to one that gives more takes effect now, for the difference over the rest of the period', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    const { membership: upgraded } = await ada.now().changesPlan('VIP_MONTH');
    expect(upgraded).toMatchObject({
      status: 'ACTIVE',
      plan: { code: 'VIP_MONTH' },
      currentPeriodEnd: membership?.currentPeriodEnd,
    });
    const [first, difference] = await paid(ada);
    expect(first).toBe(999);
    expect(difference).toBeGreaterThan(950);
    expect(difference).toBeLessThanOrEqual(1_000);
    expect(await toldEntitlements(ada)).toEqual(vip);
    goTo(membership?.currentPeriodEnd, 0);
    await eventually(async () => {
      expect((await paid(ada))[2]).toBe(1_999);
    });
  });

  it('to one that gives less takes effect when the period ends, and can be taken back', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins({ planCode: 'VIP_MONTH' });
    expect(await ada.now().changesPlan('PREMIUM_MONTH')).toMatchObject({
      membership: { plan: { code: 'VIP_MONTH' }, nextPlan: { code: 'PREMIUM_MONTH' } },
    });
    expect(await ada.now().changesPlan('VIP_MONTH')).toMatchObject({
      membership: { nextPlan: null },
    });
    await ada.now().changesPlan('PREMIUM_MONTH');
    expect(await toldEntitlements(ada)).toEqual(vip);
    goTo(membership?.currentPeriodEnd, 0);
    await until(ada, { plan: { code: 'PREMIUM_MONTH' }, nextPlan: null, status: 'ACTIVE' });
    expect(await paid(ada)).toEqual([1_999, 999]);
    expect(await toldEntitlements(ada)).toEqual(premium);
  });

  it('changes nothing when the difference is declined', async () => {
    const ada = aSubscriber();
    await ada.now().joins();
    await ada.now().paysWith(keepsAndDeclines);
    expect(await ada.now().changesPlan('VIP_MONTH')).toMatchObject({
      membership: null,
      userErrors: [{ code: 'DECLINED' }],
    });
    expect(await ada.now().membership()).toMatchObject({
      plan: { code: 'PREMIUM_MONTH' },
      pendingPayment: null,
    });
    expect(await paid(ada)).toEqual([999]);
  });

  it('charges the difference once for ten requests at once', async () => {
    const ada = aSubscriber();
    await ada.now().joins();
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        ada
          .now()
          .changesPlan('VIP_MONTH', { idempotencyKey: at % 2 === 0 ? 'one' : `key ${String(at)}` }),
      ),
    );
    expect(await paid(ada)).toHaveLength(2);
    expect(await ada.now().membership()).toMatchObject({ plan: { code: 'VIP_MONTH' } });
  });

  it('is refused without a membership, to an unknown plan, and after it was cancelled', async () => {
    const ada = aSubscriber();
    expect(await ada.now().changesPlan('VIP_MONTH')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    await ada.now().joins();
    expect(await ada.now().changesPlan('FREE')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['planCode'] }],
    });
    await ada.now().leaves({ atPeriodEnd: true });
    expect(await ada.now().changesPlan('VIP_MONTH')).toMatchObject({
      userErrors: [{ code: 'WRONG_STATUS' }],
    });
    expect(await ada.now().membership()).toMatchObject({ plan: { code: 'PREMIUM_MONTH' } });
  });
});

describe('resuming', () => {
  it('lets a membership go on that was cancelled', async () => {
    const ada = aSubscriber();
    const { membership } = await ada.now().joins();
    expect(await ada.now().stays()).toMatchObject({ userErrors: [{ code: 'WRONG_STATUS' }] });
    await ada.now().leaves({ atPeriodEnd: true });
    expect(await ada.now().stays()).toMatchObject({ membership: { status: 'ACTIVE' } });
    goTo(membership?.currentPeriodEnd, 0);
    await eventually(async () => {
      expect(await paid(ada)).toEqual([999, 999]);
    });
    expect(await aSubscriber().now().stays()).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });
});

async function attemptsOf(ada: Subscriber): Promise<number> {
  const [row] = await payments.owner<{ attempts: number }[]>`
    select max(c.attempts)::int as attempts
    from membership_charges c join memberships m on m.id = c.membership_id
    where m.user_id = ${ada.id}`;
  return row?.attempts ?? 0;
}
