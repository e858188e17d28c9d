import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember, eventually } from '@skillswap/kit/test/testkit';
import { extractText } from 'unpdf';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';
import { aTreasurer } from './treasurer.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

const day = 24 * 60 * 60 * 1000;
const keepsAndDeclines = 'pm_card_chargeCustomerFail';

function somebody(over: object = {}) {
  const { id } = aMember();
  payments.post.describe(id, over);
  const now = () => {
    const authTime = Math.floor(payments.clock.now().getTime() / 1000);
    return aPayer(payments, aMember({ id, authTime }));
  };
  return { id, now, kinds: () => payments.post.to(id).map(({ kind }) => kind) };
}
type Somebody = ReturnType<typeof somebody>;

const untilWritten = (ada: Somebody, kinds: readonly string[]) =>
  eventually(() => {
    expect(ada.kinds()).toEqual(kinds);
  });

/** Waits until the mail server has refused a letter to somebody, who then gets letters again. */
const untilRefused = async ({ id }: Somebody) => {
  await eventually(() => {
    expect(payments.post.refusals(id)).toBeGreaterThan(0);
  });
  payments.post.accept(id);
};

/** Waits until every letter that is due was looked at. */
const untilAllAreSent = () =>
  eventually(async () => {
    const due = await payments.owner`
      select from due_work where kind = 'letter' and due_at <= ${payments.clock.now()}`;
    expect(due).toHaveLength(0);
  });

function goTo(instant: string | null | undefined, days: number) {
  const target = Date.parse(instant ?? '') + days * day;
  payments.clock.advance(target - payments.clock.now().getTime() + 1);
}

/** As if the lease of work that failed were over. */
const endLeases = () => payments.owner`update due_work set leased_until = 'epoch'`;

describe('the receipt of a payment', () => {
  it('is one, however often the payment is confirmed and reported, and leads to the invoice', async () => {
    const ada = somebody();
    await payments.control({ events: { times: 20 } });
    const id = await ada.now().hasBegun({ description: 'Books\n\nhttp://evil.example' });
    await Promise.all([ada.now().confirms(id), ada.now().confirms(id), ada.now().confirms(id)]);
    await untilWritten(ada, ['PAYMENT_RECEIPT']);
    await payments.control({});
    const [receipt] = payments.post.to(ada.id);
    expect(receipt).toMatchObject({ subject: 'Your payment of €15.00' });
    expect(receipt?.text).toContain('€15.00 for Books http://evil.example. Thank you.');

    const number = (await ada.now().sees(id))?.invoice?.number ?? 'none';
    const link = /\/invoices\/\S+/.exec(receipt?.text ?? '')?.[0] ?? '';
    payments.clock.advance(29 * day);
    const pdf = await fetch(new URL(link, payments.url));
    expect(pdf.status).toBe(200);
    const { text } = await extractText(new Uint8Array(await pdf.arrayBuffer()), {
      mergePages: true,
    });
    expect(text).toContain(`Invoice ${number}`);
    payments.clock.advance(2 * day);
    expect((await fetch(new URL(link, payments.url))).status).toBe(404);

    // Whoever comes back to the same work finds that it was done.
    const [work] = await payments.owner`select key from letters_sent where key like ${`%${id}`}`;
    await payments.runtime.transact((tx) =>
      payments.runtime.dueWork.plan(tx, {
        ...{ key: String(work?.['key']), kind: 'letter', dueAt: payments.clock.now() },
        payload: { letter: 'PAYMENT_RECEIPT', id },
      }),
    );
    await untilAllAreSent();
    expect(ada.kinds()).toEqual(['PAYMENT_RECEIPT']);
  });

  it('comes when the mail server takes mails again', async () => {
    const ada = somebody();
    payments.post.refuse(ada.id);
    await ada.now().confirms(await ada.now().hasBegun());
    await untilRefused(ada);
    expect(ada.kinds()).toEqual([]);
    await eventually(async () => {
      await endLeases();
      expect(ada.kinds()).toEqual(['PAYMENT_RECEIPT']);
    });
  });

  it('is not written of a payment that was declined, nor to an account that was deleted', async () => {
    const [ada, gone] = [somebody(), somebody({ state: 'DELETED' })];
    await ada.now().confirms(await ada.now().hasBegun(), {
      paymentMethod: 'pm_card_visa_chargeDeclined',
    });
    await gone.now().confirms(await gone.now().hasBegun());
    await untilAllAreSent();
    expect([ada.kinds(), gone.kinds()]).toEqual([[], []]);
  });
});

it('who gets money back is told how much, why, and by which credit note', async () => {
  const ada = somebody({ preferredLanguage: 'fr-CA' });
  const id = await ada.now().hasBegun();
  await ada.now().confirms(id);
  const { refund } = await aTreasurer(payments).refunds(id, {
    amountMinor: 500,
    reason: 'Désolés',
  });
  await untilWritten(ada, ['PAYMENT_RECEIPT', 'PAYMENT_REFUNDED']);
  const [receipt, letter] = payments.post.to(ada.id);
  expect(receipt).toMatchObject({ subject: 'Votre paiement de 15,00 €' });
  expect(letter).toMatchObject({ subject: 'Nous vous avons remboursé 5,00 €' });
  expect(letter?.text).toContain('Motif : Désolés');
  expect(letter?.text).toContain(refund?.creditNote?.number ?? 'none');
  const link = /\/invoices\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
  expect((await fetch(new URL(link, payments.url))).status).toBe(200);
});

describe('a member', () => {
  it('is told that a trial ends soon, that a renewal was declined, until when to pay, that it is suspended, and that it is back', async () => {
    const ada = somebody();
    const { membership } = await ada.now().joins({ trial: true });
    goTo(membership?.trialEndsAt, -3);
    await untilWritten(ada, ['TRIAL_ENDING']);
    expect(payments.post.to(ada.id)[0]?.text).toContain('€9.99');
    await ada.now().paysWith(keepsAndDeclines);
    const told = ['TRIAL_ENDING'];
    const next = async (days: number, kind: string) => {
      goTo(membership?.trialEndsAt, days);
      await untilWritten(ada, [...told, kind]);
      told.push(kind);
    };
    await next(0, 'RENEWAL_DECLINED');
    const graceEnd = new Date(Date.parse(membership?.trialEndsAt ?? '') + 7 * day);
    const lastDay = new Intl.DateTimeFormat('en-GB', {
      ...{ dateStyle: 'long', timeZone: 'Europe/Paris' },
    }).format(graceEnd);
    expect(payments.post.to(ada.id)[1]?.text).toContain(`in force until ${lastDay}`);
    goTo(membership?.trialEndsAt, 1);
    await eventually(async () => {
      const [charge] = await payments.owner`
        select attempts from membership_charges where membership_id = ${membership?.id ?? ''}`;
      expect(charge?.['attempts']).toBe(2);
    });
    await next(3, 'RENEWAL_REMINDER');
    await next(5, 'RENEWAL_REMINDER');
    await next(7, 'MEMBERSHIP_SUSPENDED');
    await ada.now().paysWith('pm_card_visa');
    await eventually(() => {
      expect(ada.kinds().slice(told.length).sort()).toEqual([
        'MEMBERSHIP_RESTORED',
        'PAYMENT_RECEIPT',
      ]);
    });
  });

  it('is not told what is no longer true', async () => {
    const ada = somebody();
    const { membership } = await ada.now().joins({ trial: true });
    await ada.now().leaves({ atPeriodEnd: true });
    goTo(membership?.trialEndsAt, -3);
    await untilAllAreSent();
    expect(ada.kinds()).toEqual([]);

    const bob = somebody();
    const { membership: owing } = await bob.now().joins();
    await bob.now().paysWith(keepsAndDeclines);
    await untilWritten(bob, ['PAYMENT_RECEIPT']);
    payments.post.refuse(bob.id);
    goTo(owing?.currentPeriodEnd, 0);
    await untilRefused(bob);
    await bob.now().paysWith('pm_card_visa');
    await eventually(async () => {
      await endLeases();
      expect(bob.kinds().slice(1).sort()).toEqual(['MEMBERSHIP_RESTORED', 'PAYMENT_RECEIPT']);
    });
    await untilAllAreSent();
    expect(bob.kinds()).not.toContain('RENEWAL_DECLINED');
  });
});
