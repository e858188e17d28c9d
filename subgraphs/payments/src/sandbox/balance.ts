import { textOf, type Form } from './form.ts';
import {
  stripeId,
  unixSeconds,
  type BalanceTransactionObject,
  type ChargeObject,
  type RefundObject,
} from './objects.ts';

/** What moved money, as Stripe's balance tells of it. */
export type Balance = ReturnType<typeof createBalance>;

const largestPage = 100;

/** Keeps what moved money, the newest first. */
export function createBalance() {
  const transactions: BalanceTransactionObject[] = [];
  return {
    enter(source: ChargeObject | RefundObject): void {
      const type = source.object;
      transactions.unshift({
        id: stripeId('txn'),
        object: 'balance_transaction',
        amount: type === 'charge' ? source.amount : -source.amount,
        currency: source.currency,
        type,
        source,
        created: unixSeconds(),
      });
    },

    /** A page of them; `source` is always expanded. */
    list(form: Form) {
      const created = form['created'];
      const bound = (name: string, otherwise: number) =>
        typeof created === 'object' ? Number(textOf(created, name) ?? otherwise) : otherwise;
      const [from, to] = [bound('gte', 0), bound('lt', Infinity)];
      const after = textOf(form, 'starting_after');
      const start = transactions.findIndex(({ id }) => id === after) + 1;
      const rest = transactions
        .slice(start)
        .filter((entry) => entry.created >= from && entry.created < to);
      const limit = Math.min(Number(textOf(form, 'limit') ?? 10), largestPage);
      return {
        object: 'list',
        url: '/v1/balance_transactions',
        data: rest.slice(0, limit),
        has_more: rest.length > limit,
      };
    },
  };
}
