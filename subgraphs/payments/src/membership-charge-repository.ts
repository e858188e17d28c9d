import { byKey } from '@skillswap/kit/by-key';
import type { Sql, TransactionSql } from 'postgres';
import type { MembershipCharge } from './membership.ts';
import type { ChargeTerms } from './paid-membership.ts';

const columns = (sql: Sql | TransactionSql) => sql`
  payment_intent_id, membership_id, kind, plan_code, amount_minor, currency, period_start, period_end,
  attempts`;

/** Where it is kept what the payments of memberships buy. */
export type MembershipChargeRepository = ReturnType<typeof createMembershipChargeRepository>;

/** Queries outside of transactions go to `sql`; charges are written within one. */
export function createMembershipChargeRepository(sql: Sql) {
  const renewalOf = (tx: TransactionSql, membershipId: string, periodStart: Date) =>
    tx<MembershipCharge[]>`
      select ${columns(tx)}
      from membership_charges
      where kind = 'RENEWAL' and membership_id = ${membershipId} and period_start = ${periodStart}`;
  return {
    /** The payments that memberships wait for, the newest of each. */
    async findOpenPayments(membershipIds: readonly string[]): Promise<(string | null)[]> {
      const rows = await sql<{ membershipId: string; paymentIntentId: string }[]>`
        select distinct on (c.membership_id) c.membership_id, c.payment_intent_id
        from membership_charges c
        join payment_intents p on p.id = c.payment_intent_id
        where c.membership_id = any(${[...membershipIds]})
          and p.status in ('INITIATED', 'REQUIRES_ACTION')
        order by c.membership_id, p.created_at desc`;
      const found = byKey(membershipIds, rows, ({ membershipId }) => membershipId);
      return found.map((row) => row?.paymentIntentId ?? null);
    },

    /** True while a payment of the membership waits to be made, or an upgrade is about to begin one. */
    async isOpen(tx: TransactionSql, membershipId: string, now: Date): Promise<boolean> {
      const open = await tx`
        select
        from membership_charges c
        left join payment_intents p on p.id = c.payment_intent_id
        where c.membership_id = ${membershipId}
          and case when p.id is not null then p.status in ('INITIATED', 'REQUIRES_ACTION')
              else c.kind = 'UPGRADE' and c.period_start > ${now}::timestamptz - interval '1 hour' end`;
      return open.count > 0;
    },

    async find(tx: TransactionSql, paymentIntentId: string): Promise<ChargeTerms | null> {
      const [row] = await tx<ChargeTerms[]>`
        select c.*, p.period
        from (select ${columns(tx)} from membership_charges) c
        join plans p on p.code = c.plan_code
        where c.payment_intent_id = ${paymentIntentId}`;
      return row ?? null;
    },

    /** Does nothing when the payment is known: a request that is taken up again finds its own. */
    async insert(tx: TransactionSql, charge: Omit<MembershipCharge, 'attempts'>): Promise<void> {
      await tx`
        insert into membership_charges (payment_intent_id, membership_id, kind, plan_code,
          amount_minor, currency, period_start, period_end)
        values (${charge.paymentIntentId}, ${charge.membershipId}, ${charge.kind},
          ${charge.planCode}, ${charge.amountMinor}, ${charge.currency}, ${charge.periodStart},
          ${charge.periodEnd})
        on conflict (payment_intent_id) do nothing`;
    },

    /** The one renewal that follows a period; `renewal` unless there is one already. */
    async renewOnce(
      tx: TransactionSql,
      renewal: Omit<MembershipCharge, 'attempts'>,
    ): Promise<MembershipCharge> {
      const { membershipId, periodStart } = renewal;
      const [known] = await renewalOf(tx, membershipId, periodStart);
      if (known !== undefined) return known;
      await this.insert(tx, renewal);
      return { ...renewal, attempts: 0 };
    },

    /** Counts an attempt that was declined; false when somebody else has counted it. */
    async countAttempt(
      tx: TransactionSql,
      { paymentIntentId, attempts }: MembershipCharge,
    ): Promise<boolean> {
      const counted = await tx`
        update membership_charges set attempts = attempts + 1
        where payment_intent_id = ${paymentIntentId} and attempts = ${attempts}`;
      return counted.count === 1;
    },
  };
}
