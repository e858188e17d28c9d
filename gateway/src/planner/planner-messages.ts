import type { QueryPlan } from '@apollo/query-planner';
import { z } from 'zod';

/** What is judged: the supergraph as Apollo's gateway accepts it. */
export const judgeDataSchema = z.object({ supergraphSdl: z.string() });

/** What the judging thread tells, once. */
export type Judgement =
  | { readonly kind: 'accepted'; readonly clientSdl: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the planner's thread starts with: the supergraph as the planner plans it rightly. */
export const plannerDataSchema = z.object({ plannedSdl: z.string() });

/** Asks the thread for a plan. */
export const planRequestSchema = z.object({ id: z.number(), operation: z.string() });

/** What the planner's thread tells. */
export type PlannerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'planned'; readonly id: number; readonly plan: QueryPlan }
  | { readonly kind: 'unplannable'; readonly id: number; readonly reason: string };
