import type { QueryPlan } from '@apollo/query-planner';
import { z } from 'zod';

/** What the planner's thread starts with. */
export const plannerDataSchema = z.object({
  /** The supergraph as Apollo's gateway accepts it. */
  supergraphSdl: z.string(),
  /** The supergraph as the planner plans it rightly. */
  plannedSdl: z.string(),
});

/** Asks the thread for a plan. */
export const planRequestSchema = z.object({ id: z.number(), operation: z.string() });

/** What the planner's thread tells. */
export type PlannerMessage =
  | { readonly kind: 'ready'; readonly clientSdl: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'planned'; readonly id: number; readonly plan: QueryPlan }
  | { readonly kind: 'unplannable'; readonly id: number; readonly reason: string };
