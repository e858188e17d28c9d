import { z } from 'zod';

/** What a worker tells the primary. */
export type FromWorker = z.infer<typeof fromWorker>;

const fromWorker = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('serving'),
    url: z.string(),
    /** The worker's own; null where there is none. */
    internalUrl: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('figures'),
    request: z.number(),
    /** As prom-client's `getMetricsAsJSON` gives them. */
    figures: z.array(z.record(z.string(), z.unknown())),
  }),
]);

/** What the primary tells a worker. */
export type ToWorker = z.infer<typeof toWorker>;

const toWorker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), request: z.number() }),
  z.object({ kind: z.literal('reload') }),
]);

/** Reads a message of a worker; null for those that are Node's own or somebody else's. */
export function readFromWorker(message: unknown): FromWorker | null {
  return fromWorker.safeParse(message).data ?? null;
}

/** Reads a message of the primary; null for those that are Node's own or somebody else's. */
export function readToWorker(message: unknown): ToWorker | null {
  return toWorker.safeParse(message).data ?? null;
}
