import { byKey } from '@skillswap/kit/by-key';
import type { Sql, TransactionSql } from 'postgres';
import type { Membership } from './membership.ts';
import type { BillingPeriod } from './plan.ts';
import { brokenConstraint } from './transact.ts';

/** A membership with what its plan gives, as a change of its state needs it. */
export interface MembershipTerms extends Membership {
  readonly period: BillingPeriod;
  readonly entitlements: readonly string[];
}

/** What of a membership changes; what is left out stays. */
export type MembershipChange = Partial<Omit<Membership, 'id' | 'userId' | 'startedAt'>>;

/** Which membership: the one with an id, with a payment, or the live one of a person. */
export type MembershipKey =
  { readonly id: string } | { readonly paymentIntentId: string } | { readonly liveOf: string };

const columns = (sql: Sql | TransactionSql) => sql`
  id, user_id, plan_code, payment_intent_id, status, started_at, current_period_start, current_period_end,
  billing_anchor, trial_ends_at, next_plan_code, payment_method, grace_ends_at`;

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

    /** What each person is entitled to beyond what is free, in the order of their names. */
    async listEntitlements(userIds: readonly string[]): Promise<string[][]> {
      const rows = await sql<{ userId: string; entitlements: string[] }[]>`
        select user_id, array_agg(distinct entitlement order by entitlement) as entitlements
        from entitlements
        where user_id = any(${[...userIds]})
        group by user_id`;
      const found = byKey(userIds, rows, ({ userId }) => userId);
      return found.map((row) => row?.entitlements ?? []);
    },

    /**
     * Does nothing when the id is taken; {@link isSecondMembership} when another one is live,
     * {@link isSecondTrial} when the person had a trial before.
     */
    async insert(tx: TransactionSql, membership: Membership): Promise<void> {
      await tx`
        insert into memberships (id, user_id, plan_code, payment_intent_id, status, started_at,
          current_period_start, current_period_end, billing_anchor, trial_ends_at, payment_method)
        values (${membership.id}, ${membership.userId}, ${membership.planCode},
          ${membership.paymentIntentId}, ${membership.status}, ${membership.startedAt},
          ${membership.currentPeriodStart}, ${membership.currentPeriodEnd},
          ${membership.billingAnchor}, ${membership.trialEndsAt}, ${membership.paymentMethod})
        on conflict (id) do nothing`;
    },

    /** Reads a membership for changing it. */
    async findTerms(tx: TransactionSql, by: MembershipKey): Promise<MembershipTerms | null> {
      const [row] = await tx<MembershipTerms[]>`
        select m.*, p.period, p.entitlements
        from (select ${columns(tx)} from memberships) m
        join plans p on p.code = m.plan_code
        where ${condition(tx, by)}`;
      return row ?? null;
    },

    /** Writes a membership's new state. */
    async change(tx: TransactionSql, membership: Membership): Promise<void> {
      const { planCode, paymentIntentId, status, currentPeriodStart, currentPeriodEnd } =
        membership;
      await tx`
        update memberships
        set plan_code = ${planCode}, payment_intent_id = ${paymentIntentId}, status = ${status},
            current_period_start = ${currentPeriodStart}, current_period_end = ${currentPeriodEnd},
            billing_anchor = ${membership.billingAnchor},
            next_plan_code = ${membership.nextPlanCode},
            payment_method = ${membership.paymentMethod}, grace_ends_at = ${membership.graceEndsAt}
        where id = ${membership.id}`;
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

function condition(tx: TransactionSql, by: MembershipKey) {
  if ('id' in by) return tx`m.id = ${by.id}`;
  if ('liveOf' in by) return tx`m.user_id = ${by.liveOf} and m.status <> 'EXPIRED'`;
  return tx`m.payment_intent_id = ${by.paymentIntentId}`;
}

/** True when a transaction failed because the person has a live membership already. */
export function isSecondMembership(error: unknown): boolean {
  return brokenConstraint(error) === 'memberships_one_live_per_user';
}

/** True when a transaction failed because the person had a trial before. */
export function isSecondTrial(error: unknown): boolean {
  return brokenConstraint(error) === 'memberships_one_trial_per_user';
}
