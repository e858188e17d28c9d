import type { Sql } from 'postgres';
import type { PaymentProvider } from './payment-provider.ts';
import type { Transact } from './transact.ts';

/** Who people are at the payment provider. */
export type PayerRepository = ReturnType<typeof createPayerRepository>;

export function createPayerRepository(sql: Sql, transact: Transact, provider: PaymentProvider) {
  const find = async (userId: string) => {
    const [row] = await sql<{ id: string }[]>`
      select provider_customer_id as id from payers where user_id = ${userId}`;
    return row?.id ?? null;
  };
  return {
    /**
     * Who somebody is at the provider; makes them known there the first time. Of several requests at
     * once each gets the same customer there, and either unique key may tell the later ones so.
     */
    async customerOf(userId: string): Promise<string> {
      const known = await find(userId);
      if (known !== null) return known;
      const made = await provider.createCustomer(userId);
      await transact(async (tx) => {
        await tx`
          insert into payers (user_id, provider_customer_id)
          values (${userId}, ${made})
          on conflict do nothing`;
      });
      const kept = await find(userId);
      if (kept === null) throw new Error('the provider has given one customer to two people');
      return kept;
    },
  };
}
