import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** A number of workers, or `auto` for one on each core. */
export const workerCount = z
  .string()
  .regex(/^(auto|[1-9]\d?)$/, 'must be auto or a number from 1 to 99')
  .transform((text) => (text === 'auto' ? availableParallelism() : Number(text)));

/** What `--cluster [n]` asks for, as GATEWAY_WORKERS says it, and the arguments without it. */
export function takeClusterOption(args: readonly string[]): {
  readonly wanted: string | null;
  readonly rest: readonly string[];
} {
  const at = args.indexOf('--cluster');
  if (at < 0) return { wanted: null, rest: args };
  const next = args[at + 1];
  const isCount = next !== undefined && !next.startsWith('--');
  return { wanted: isCount ? next : 'auto', rest: args.toSpliced(at, isCount ? 2 : 1) };
}
