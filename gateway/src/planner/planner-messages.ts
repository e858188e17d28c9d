import type { QueryPlan } from '@apollo/query-planner';
import { z } from 'zod';

/** Asks for a judgement of a supergraph, as Apollo's gateway accepts it. */
export const judgeRequestSchema = z.object({ id: z.number(), supergraphSdl: z.string() });

/** What the judging process is asked. */
export type JudgeRequest = z.infer<typeof judgeRequestSchema>;

/** What the judging process answers. */
export const judgementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), id: z.number(), clientSdl: z.string() }),
  z.object({ kind: z.literal('refused'), id: z.number(), reason: z.string() }),
]);

/** What it judged. */
export type Judgement = z.infer<typeof judgementSchema>;

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
