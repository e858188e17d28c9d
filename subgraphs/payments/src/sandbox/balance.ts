import { textOf, type Form } from './form.ts';
import {
  stripeId,
  unixSeconds,
  type BalanceTransactionObject,
  type ChargeObject,
  type DisputeObject,
  type RefundObject,
} from './objects.ts';

/** What moved money, as Stripe's balance tells of it. */
export type Balance = ReturnType<typeof createBalance>;

const largestPage = 100;

/** A line whose source is looked up when it is read. */
interface Line extends Omit<BalanceTransactionObject, 'source'> {
  readonly source: () => BalanceTransactionObject['source'];
}

/** Keeps what moved money, the newest first. */
export function createBalance() {
  const lines: Line[] = [];
  const add = (line: Pick<Line, 'amount' | 'currency' | 'type' | 'source'>): void => {
    const [id, created] = [stripeId('txn'), unixSeconds()];
    lines.unshift({ id, object: 'balance_transaction', created, ...line });
  };
  return {
    enter(source: ChargeObject | RefundObject): void {
      const { object: type, currency } = source;
      const amount = type === 'charge' ? source.amount : -source.amount;
      add({ amount, currency, type, source: () => source });
    },

    /** What a dispute takes away or gives back; it is read as it is by then. */
    adjust(amount: number, currency: string, dispute: () => DisputeObject): void {
      add({ amount, currency, type: 'adjustment', source: dispute });
    },

    /** A page of them; `source` is always expanded. */
    list(form: Form) {
      const created = form['created'];
      const bound = (name: string, otherwise: number) =>
        typeof created === 'object' ? Number(textOf(created, name) ?? otherwise) : otherwise;
      const [from, to] = [bound('gte', 0), bound('lt', Infinity)];
      const after = textOf(form, 'starting_after');
      const start = lines.findIndex(({ id }) => id === after) + 1;
      const rest = lines
        .slice(start)
        .filter((entry) => entry.created >= from && entry.created < to);
      const limit = Math.min(Number(textOf(form, 'limit') ?? 10), largestPage);
      return {
        object: 'list',
        url: '/v1/balance_transactions',
        data: rest.slice(0, limit).map((line) => ({ ...line, source: line.source() })),
        has_more: rest.length > limit,
      };
    },
  };
}
