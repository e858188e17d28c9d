import { byKey } from '@skillswap/kit/by-key';
import type { Sql } from 'postgres';
import type { Plan } from './plan.ts';

interface PlanRow extends Omit<Plan, 'price'> {
  readonly priceMinor: number;
  readonly currency: string;
}

/** Where plans are kept; migrations write them. */
export type PlanRepository = ReturnType<typeof createPlanRepository>;

export function createPlanRepository(sql: Sql) {
  return {
    async list(): Promise<Plan[]> {
      const rows = await sql<PlanRow[]>`
        select code, name, price_minor, currency, period, entitlements
        from plans
        order by position`;
      return rows.map(toPlan);
    },

    async findByCodes(codes: readonly string[]): Promise<(Plan | null)[]> {
      const rows = await sql<PlanRow[]>`
        select code, name, price_minor, currency, period, entitlements
        from plans
        where code = any(${[...codes]})`;
      return byKey(codes, rows.map(toPlan), ({ code }) => code);
    },
  };
}

function toPlan({ priceMinor, currency, ...row }: PlanRow): Plan {
  return { ...row, price: { amountMinor: priceMinor, currency } };
}
