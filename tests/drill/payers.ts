import { aMember } from '@skillswap/kit/test/testkit';
import { aPayer } from '../../subgraphs/payments/test/payer.ts';
import type { TestPayments } from '../../subgraphs/payments/test/start-payments.ts';

/** Payers who pay one payment after the other, and the payments that were confirmed to them. */
export function createPayers(payments: TestPayments, count: number) {
  const confirmed: string[] = [];
  const writers = Array.from({ length: count }, () => {
    const ada = aPayer(payments, aMember());
    return () => {
      const keys = { begin: crypto.randomUUID(), confirm: crypto.randomUUID() };
      return async () => {
        const id = await ada.hasBegun({ idempotencyKey: keys.begin });
        const answer = await ada.confirms(id, { idempotencyKey: keys.confirm });
        if (answer.paymentIntent?.status !== 'CONFIRMED') throw new Error(JSON.stringify(answer));
        confirmed.push(id);
      };
    };
  });
  return { confirmed, writers };
}

/** How many of the payments that were confirmed to their payers the store does not have as such. */
export async function countLost({ owner }: TestPayments, ids: readonly string[]): Promise<number> {
  const [row] = await owner<{ kept: number }[]>`
    select count(*)::int as kept from payment_intents p
    join invoices i on i.payment_intent_id = p.id
    where p.id = any(${[...ids]}) and p.status = 'CONFIRMED'`;
  return new Set(ids).size - (row?.kept ?? 0);
}
