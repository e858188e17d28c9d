import { byKey } from '@skillswap/kit/by-key';
import type { Sql, TransactionSql } from 'postgres';
import type { Membership, MembershipStatus } from './membership.ts';
import type { BillingPeriod } from './plan.ts';
import { brokenConstraint } from './transact.ts';

/** A membership with what its plan gives, as a change of its state needs it. */
export interface MembershipTerms extends Membership {
  readonly period: BillingPeriod;
  readonly entitlements: readonly string[];
}

/** A change of state. */
export interface MembershipChange {
  readonly status: MembershipStatus;
  readonly currentPeriodEnd: Date | null;
}

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, plan_code, payment_intent_id, status, started_at, current_period_end`;

/** Where memberships and what they entitle to are kept. */
export type MembershipRepository = ReturnType<typeof createMembershipRepository>;

/** Queries outside of transactions go to `sql`; changes are made within one. */
export function createMembershipRepository(sql: Sql) {
  return {
    async findByIds(ids: readonly string[]): Promise<(Membership | null)[]> {
      const rows = await sql<Membership[]>`
        select ${columns(sql)} from memberships where id = any(${[...ids]})`;
      return byKey(ids, rows, ({ id }) => id);
    },

    /** Each person's membership that has not expired. */
    async findLiveByUserIds(userIds: readonly string[]): Promise<(Membership | null)[]> {
      const rows = await sql<Membership[]>`
        select ${columns(sql)}
        from memberships
        where user_id = any(${[...userIds]}) and status <> 'EXPIRED'`;
      return byKey(userIds, rows, ({ userId }) => userId);
    },

    /** Does nothing when the id is taken; {@link isSecondMembership} when another one is live. */
    async insert(tx: TransactionSql, membership: Membership): Promise<void> {
      await tx`
        insert into memberships (id, user_id, plan_code, payment_intent_id, status, started_at)
        values (${membership.id}, ${membership.userId}, ${membership.planCode},
          ${membership.paymentIntentId}, ${membership.status}, ${membership.startedAt})
        on conflict (id) do nothing`;
    },

    /** Reads a membership for changing it. */
    async findTerms(
      tx: TransactionSql,
      by: { readonly id: string } | { readonly paymentIntentId: string },
    ): Promise<MembershipTerms | null> {
      const [row] = await tx<MembershipTerms[]>`
        select m.id, m.user_id, m.plan_code, m.payment_intent_id, m.status, m.started_at,
          m.current_period_end, p.period, p.entitlements
        from memberships m
        join plans p on p.code = m.plan_code
        where ${'id' in by ? tx`m.id = ${by.id}` : tx`m.payment_intent_id = ${by.paymentIntentId}`}`;
      return row ?? null;
    },

    async change(tx: TransactionSql, id: string, change: MembershipChange): Promise<void> {
      await tx`
        update memberships
        set status = ${change.status}, current_period_end = ${change.currentPeriodEnd}
        where id = ${id}`;
    },

    /** Makes what a membership entitles to exactly this. */
    async entitle(
      tx: TransactionSql,
      { id, userId }: Membership,
      entitlements: readonly string[],
      until: Date,
    ): Promise<void> {
      await tx`delete from entitlements where membership_id = ${id}`;
      await tx`
        insert into entitlements (membership_id, user_id, entitlement, valid_until)
        select ${id}, ${userId}, entitlement, ${until}
        from unnest(${[...entitlements]}::text[]) as entitlement`;
    },

    /** The next version of what others project of this person's membership. */
    async nextVersion(tx: TransactionSql, userId: string): Promise<number> {
      const [row] = await tx<{ version: number }[]>`
        insert into member_versions (user_id, version)
        values (${userId}, 1)
        on conflict (user_id) do update set version = member_versions.version + 1
        returning version`;
      return row?.version ?? 1;
    },
  };
}

/** True when a transaction failed because the person has a live membership already. */
export function isSecondMembership(error: unknown): boolean {
  return brokenConstraint(error) === 'memberships_one_live_per_user';
}
