import { byKey } from '@skillswap/kit/by-key';
import type { Sql, TransactionSql } from 'postgres';
import type { Plan } from './plan.ts';

interface PlanRow extends Omit<Plan, 'price'> {
  readonly priceMinor: number;
  readonly currency: string;
}

const columns = (sql: Sql | TransactionSql) => sql`
  code, name, price_minor, currency, period, entitlements, trial_days`;

/** Where plans are kept; migrations write them. */
export type PlanRepository = ReturnType<typeof createPlanRepository>;

export function createPlanRepository(sql: Sql) {
  return {
    async list(): Promise<Plan[]> {
      const rows = await sql<PlanRow[]>`
        select ${columns(sql)}
        from plans
        order by position`;
      return rows.map(toPlan);
    },

    /** The plan of a membership; memberships have no other. */
    async find(tx: TransactionSql, code: string): Promise<Plan> {
      const [row] = await tx<PlanRow[]>`
        select ${columns(tx)} from plans where code = ${code}`;
      if (row === undefined) throw new Error(`there is no plan ${code}`);
      return toPlan(row);
    },

    async findByCodes(codes: readonly string[]): Promise<(Plan | null)[]> {
      const rows = await sql<PlanRow[]>`
        select ${columns(sql)}
        from plans
        where code = any(${[...codes]})`;
      return byKey(codes, rows.map(toPlan), ({ code }) => code);
    },
  };
}

function toPlan({ priceMinor, currency, ...row }: PlanRow): Plan {
  return { ...row, price: { amountMinor: priceMinor, currency } };
}
